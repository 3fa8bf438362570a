package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Remark;
import io.github.epdi.dataset.calculation.SourceFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.levels.ElectronicLevels;
import io.github.epdi.levels.LevelsChecks;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFile;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The electronic levels of a bare slab, seen from one side, for all labels on that side.
 *
 * @param columns what labels say of them; null if there are none
 * @param file the file that they are from; null if there are none
 * @param remark why the file that is there cannot be used; null if it can or if there is none
 */
record SurfaceLevels(LabelRow.LevelColumns columns, SourceFileValue file, Remark remark) {
  private static final String UNUSABLE = "levels_unusable";

  private static final SurfaceLevels NONE = new SurfaceLevels(null, null, null);

  /**
   * Reads the levels that lie beside a grid under one of the names that a screening tries. They
   * only describe the labels, so a slab is never rejected for them.
   *
   * @throws IOException if the file was read but cannot be read again for its digest
   */
  static SurfaceLevels beside(
      String gridUri, GridReading.Accepted reading, Side side, SourceFiles sources)
      throws IOException {
    LevelsFiles files = new LevelsFiles(sources.configuration());
    LevelsFile file;
    SideLevels seen;
    try {
      file = files.beside(gridUri, LevelsNames.DEFAULTS);
      ElectronicLevels levels = files.read(file.uri()).levels();
      LevelsChecks.sameRun(levels, reading);
      seen = SideLevels.of(levels, LevelsConvention.DEFAULT, reading, side);
    } catch (RejectException e) {
      boolean none = e.reject().code() == RejectCode.LEVELS_MISSING;
      return none ? NONE : unusable(e.reject().code() + ": " + e.reject().message());
    } catch (UncheckedIOException e) {
      return unusable(e.getMessage());
    }
    return new SurfaceLevels(
        new LabelRow.LevelColumns(seen.electronAffinityEv(), seen.workFunctionEv(), seen.gapEv()),
        sources.source("levels", sources.status(file.uri())),
        null);
  }

  private static SurfaceLevels unusable(String why) {
    return new SurfaceLevels(null, null, new Remark(UNUSABLE, why));
  }

  /** Returns a row's files and the one of the levels, if it is not among them. */
  List<SourceFileValue> addedTo(List<SourceFileValue> sources) {
    boolean among =
        file == null || sources.stream().anyMatch(source -> source.uri().equals(file.uri()));
    if (among) {
      return sources;
    }
    List<SourceFileValue> all = new ArrayList<>(sources);
    all.add(file);
    return all;
  }
}
