package io.github.epdi.dataset;

import io.github.epdi.fuzz.Outcome;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.apache.spark.sql.SparkSession;

/** An import of two hand-made VASP runs, one file of which is mutated. */
public final class ImportedRuns {
  private static final double LOWEST_EV = -12;
  private static final double HIGHEST_EV = 3;
  private static final List<String> FILES =
      List.of("m/LOCPOT", "m/OUTCAR", "m/CONTCAR", "m/li/OUTCAR", "m/li/CONTCAR");

  private ImportedRuns() {}

  /**
   * Writes the runs into an empty folder, mutates one of their files, and imports them.
   *
   * @param mutate what happens to the file's bytes
   */
  public static Outcome of(
      SparkSession spark, Path root, Random random, BiFunction<byte[], Random, byte[]> mutate)
      throws IOException {
    VaspFolders folders = new VaspFolders(root, VaspFolders.doped());
    folders.slab("m");
    folders.run("m/li", folders.withLithium(0, 0), VaspFolders.Settings.relaxed(-103));
    Path file = root.resolve(FILES.get(random.nextInt(FILES.size())));
    Files.write(file, mutate.apply(Files.readAllBytes(file), random));
    try {
      ImportedDataset found = new DatasetImport(spark, Imports.of(root).request()).run();
      boolean plausible =
          found.labels().stream()
              .mapToDouble(label -> label.energy().bindingEnergyEv())
              .allMatch(e -> e >= LOWEST_EV && e <= HIGHEST_EV);
      if (!plausible) {
        return Outcome.complaint("a label outside -12 to +3 eV");
      }
      return found.rejects().isEmpty()
          ? Outcome.accepted()
          : Outcome.rejected(found.rejects().get(0).code(), found.rejects().get(0).reason());
    } catch (InputException e) {
      return new Outcome("input", null);
    }
  }
}
