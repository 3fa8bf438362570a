package io.github.epdi.cli;

import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.dataset.DatasetRequest.LabelSource;
import io.github.epdi.dataset.LevelOfTheoryFile;
import io.github.epdi.structure.InputException;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.training.examples.GridSource;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of a table of labels, with its grids, that becomes part of a data set. */
final class LabelTableOptions {
  @Option(names = "--labels", paramLabel = "FILE", description = "A table of labels to take in.")
  private String labels;

  @Option(
      names = "--target",
      defaultValue = "binding_energy_ev",
      description = "Its column, eV (default: binding_energy_ev).")
  private String target;

  @Option(names = "--grids", paramLabel = "DIR", description = "Its potential grids.")
  private String grids;

  @Option(
      names = "--grid-pattern",
      defaultValue = GridSource.MATERIAL + ".cube.gz",
      description = "File name of a material's grid (default: ${DEFAULT-VALUE}).")
  private String gridPattern;

  @Option(
      names = "--level-of-theory",
      paramLabel = "FILE",
      description = "YAML or JSON file on these labels, which say nothing themselves.")
  private Path levelOfTheory;

  /** Returns the table, or null if there is none. */
  LabelSource source() throws IOException {
    if (labels == null) {
      return null;
    }
    if (grids == null) {
      throw new InputException(
          "Cannot find the sites of --labels: expected --grids DIR, found none");
    }
    return new LabelSource(
        OutputFolder.location(labels),
        target,
        OutputFolder.location(grids),
        gridPattern,
        levelOfTheory == null ? LevelOfTheory.UNSAID : LevelOfTheoryFile.read(levelOfTheory));
  }
}
