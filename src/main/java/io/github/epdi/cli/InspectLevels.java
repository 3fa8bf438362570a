package io.github.epdi.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.grid.GridReading;
import io.github.epdi.levels.ElectronicLevels;
import io.github.epdi.levels.LevelsChecks;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFile;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.levels.LevelsNames;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Adds the electronic levels beside a grid to its JSON, by the names that a campaign tries. If
 * levels are missing or cannot be used, the JSON says so, but the grid is not rejected for it.
 */
final class InspectLevels {
  private final LevelsFiles files;

  InspectLevels(Configuration configuration) {
    this.files = new LevelsFiles(configuration);
  }

  /**
   * Adds what each side sees of the levels, or null if the grid itself is rejected.
   *
   * @param node object that describes the grid
   */
  void add(ObjectNode node, String file, GridReading reading, List<Side> sides) {
    if (reading instanceof GridReading.Rejected) {
      node.putNull("levels");
      return;
    }
    ObjectNode levels = node.putObject("levels");
    levels.putNull("uri").putNull("code").putNull("message");
    levels.putObject("electron_affinity_ev");
    levels.putObject("work_function_ev");
    levels.putNull("gap_ev");
    try {
      LevelsFile found = files.beside(file, LevelsNames.DEFAULTS);
      levels.put("uri", found.uri());
      ElectronicLevels read = files.read(found.uri()).levels();
      LevelsChecks.sameRun(read, reading.accepted());
      for (Side side : sides) {
        add(levels, side, SideLevels.of(read, LevelsConvention.DEFAULT, reading.accepted(), side));
      }
    } catch (RejectException e) {
      levels.put("code", e.reject().code().name()).put("message", e.reject().message());
    } catch (UncheckedIOException e) {
      levels.put("code", "UNREADABLE").put("message", ExitCodes.oneLine(e));
    }
  }

  private static void add(ObjectNode levels, Side side, SideLevels seen) {
    levels.withObject("/electron_affinity_ev").put(side.label(), seen.electronAffinityEv());
    levels.withObject("/work_function_ev").put(side.label(), seen.workFunctionEv());
    levels.put("gap_ev", seen.gapEv());
  }
}
