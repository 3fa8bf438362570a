package io.github.epdi.training;

import io.github.epdi.SharedData;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.ImageOptions;
import io.github.epdi.training.examples.SplitOptions;
import io.github.epdi.training.finetuning.FineTuningRequest;
import io.github.epdi.training.finetuning.FineTuningRequest.Previous;
import io.github.epdi.training.finetuning.FineTuningRequest.Unusable;
import io.github.epdi.training.loop.Schedule;
import io.github.epdi.training.loop.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Small requests on parts of the shared DFT set 2. */
public final class DftSet {
  public static final ImageOptions IMAGES =
      new ImageOptions(Encoding.COLORMAP, Colormap.VIRIDIS, List.of(1.5), 8, 32, null, null);
  static final SplitOptions SPLIT =
      new SplitOptions(List.of("TiS2-pristine"), 0, List.of("WS2-pristine"), 0);
  public static final Schedule SHORT = new Schedule(2, 2, 4, 0.001, 1e-4, 3);

  private DftSet() {}

  public static SparkSession spark() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate();
  }

  /** The labels of some materials, and other rows after them. */
  public static Path labels(Path directory, List<String> materials, String... more)
      throws IOException {
    StringBuilder csv = new StringBuilder();
    for (String line : Files.readAllLines(SharedData.path("dft2/labels.csv"))) {
      String material = line.substring(0, line.indexOf(','));
      if (csv.isEmpty() || materials.contains(material)) {
        csv.append(line).append('\n');
      }
    }
    for (String line : more) {
      csv.append(line).append('\n');
    }
    return Files.writeString(directory.resolve("labels.csv"), csv);
  }

  public static GridSource grids() {
    return new GridSource(
        SharedData.path("dft2").toString(),
        GridSource.MATERIAL + ".cube.gz",
        Side.TOP,
        PotentialConventions.DEFAULT);
  }

  public static FineTuningRequest request(Path labels, Path out, Schedule schedule) {
    return request(labels, out, schedule, Unusable.STOP, Previous.GO_ON);
  }

  public static FineTuningRequest request(
      Path labels, Path out, Schedule schedule, Unusable unusable, Previous previous) {
    return request(labels, out, schedule, unusable, previous, Start.RANDOM, IMAGES);
  }

  public static FineTuningRequest request(
      Path labels,
      Path out,
      Schedule schedule,
      Unusable unusable,
      Previous previous,
      Start start,
      ImageOptions images) {
    return new FineTuningRequest(
        labels.toString(),
        "binding_energy_ev",
        grids(),
        images,
        SPLIT,
        schedule,
        Architecture.DENSENET121,
        start,
        4,
        TensorType.F16,
        new LevelOfTheory("CP2K 2023.1", null, null, null, null, "Li", null, null),
        "Li",
        "Apache-2.0",
        unusable,
        previous,
        out);
  }
}
