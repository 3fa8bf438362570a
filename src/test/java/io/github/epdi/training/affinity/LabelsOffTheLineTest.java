package io.github.epdi.training.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A slab that stopped short of convergence shifts all labels of its material alike. */
@ExtendWith(SparkExtension.class)
class LabelsOffTheLineTest {
  private static final String VICTIM = "NbS2-pristine";

  /** By as much as a slab of our first set was off. */
  private static final double SHIFT_EV = -0.141;

  @TempDir private Path folder;

  @Test
  void aMaterialWithAWrongReferenceIsNamedAndNothingIsDropped(SparkSession spark)
      throws IOException {
    String grids = SharedData.path("dft2").toString();
    List<String> lines = Files.readAllLines(Path.of(grids, "labels.csv"));
    int energy = Arrays.asList(lines.get(0).split(",")).indexOf("binding_energy_ev");
    List<String> shifted = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(VICTIM)) {
        double label = Double.parseDouble(cells[energy]) + SHIFT_EV;
        cells[energy] = String.format(Locale.ROOT, "%.5f", label);
      }
      shifted.add(String.join(",", cells));
    }
    Path labels = Files.write(folder.resolve("labels.csv"), shifted);

    AffinityResult result = new AffinityTraining(spark, request(labels, grids), note -> {}).run();

    Map<String, Double> off = result.offTheLine();
    assertThat(off).containsKey(VICTIM);
    assertThat(off.get(VICTIM)).isCloseTo(-SHIFT_EV, within(0.05));
    assertThat(off).as("not every material is odd").hasSizeLessThan(6);
    assertThat(result.rows()).hasSize(lines.size() - 1);
  }

  private AffinityRequest request(Path labels, String grids) {
    return new AffinityRequest(
        new AffinityRequest.Labels(
            labels.toString(), "binding_energy_ev", AffinityRequest.Unusable.STOP),
        new GridSource(
            grids, GridSource.MATERIAL + ".cube.gz", Side.TOP, PotentialConventions.DEFAULT),
        LevelsNames.DEFAULTS,
        new AffinityRequest.Bundle(
            LevelOfTheory.UNSAID,
            "Li",
            "Apache-2.0",
            AffinityRequest.Existing.REFUSE,
            folder.resolve("bundle")));
  }
}
