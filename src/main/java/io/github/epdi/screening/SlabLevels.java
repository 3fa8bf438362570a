package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import io.github.epdi.levels.ElectronicLevels;
import io.github.epdi.levels.LevelsChecks;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFile;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.levels.LevelsReading;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.LevelsSource;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;

/** The electronic levels of one grid's slab, seen from its sides. */
final class SlabLevels {
  private final LevelsSource source;
  private final ElectronicLevels levels;
  private final LevelsConvention convention;

  private SlabLevels(LevelsSource source, ElectronicLevels levels, LevelsConvention convention) {
    this.source = source;
    this.levels = levels;
    this.convention = convention;
  }

  /**
   * Reads a grid's levels from their file, or takes declared numbers without reading a file.
   *
   * @throws RejectException with one of the levels' codes, or FILE_CHANGED
   * @throws java.io.UncheckedIOException if storage fails
   */
  static SlabLevels read(
      GridInput input, GridReading.Accepted reading, LevelsFiles files, ScreeningSpec spec) {
    LevelsSource source = input.levels();
    if (source == null) {
      LevelsFile found = files.beside(input.uri(), spec.levelsSettings().files());
      throw changed(found.uri());
    }
    if (source.isDeclared()) {
      return new SlabLevels(source, null, spec.levels());
    }
    LevelsReading read = files.read(source.uri());
    boolean asListed =
        read.file().lengthBytes() == source.lengthBytes()
            && read.file().modifiedMillis() == source.modifiedMillis();
    if (!asListed && source.lengthBytes() > 0) {
      throw changed(source.uri());
    }
    LevelsChecks.sameRun(read.levels(), reading);
    return new SlabLevels(source, read.levels(), spec.levels());
  }

  private static RejectException changed(String uri) {
    return new RejectException(
        RejectCode.FILE_CHANGED,
        "Cannot read the levels of "
            + uri
            + ": expected the file as it was listed, found another one");
  }

  /** Returns all levels, or null if they were given as numbers. */
  ElectronicLevels all() {
    return levels;
  }

  /**
   * Returns the levels as seen from one side.
   *
   * @throws RejectException LEVELS_TOO_FEW
   */
  SideLevels of(GridReading.Accepted reading, Side side) {
    if (levels == null) {
      return new SideLevels(source.electronAffinityEv(), source.workFunctionEv(), null);
    }
    return SideLevels.of(levels, convention, reading, side);
  }
}
