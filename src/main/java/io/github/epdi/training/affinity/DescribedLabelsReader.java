package io.github.epdi.training.affinity;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.image.LocalFields;
import io.github.epdi.levels.ElectronicLevels;
import io.github.epdi.levels.LevelsChecks;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.levels.SideLevels;
import io.github.epdi.model.physics.SideDescriptors;
import io.github.epdi.structure.RejectException;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.LabelledGrid;
import io.github.epdi.training.examples.LabelledGrids;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the grids of labels and the levels beside them, and describes each labelled site. */
final class DescribedLabelsReader {
  private final GridFiles grids;
  private final LevelsFiles levels;
  private final List<String> levelsNames;
  private final LevelsConvention convention;
  private final List<String> problems = new ArrayList<>();

  DescribedLabelsReader(
      GridFiles grids, LevelsFiles levels, List<String> levelsNames, LevelsConvention convention) {
    this.grids = grids;
    this.levels = levels;
    this.levelsNames = levelsNames;
    this.convention = convention;
  }

  /**
   * Returns all labels that have a site, a grid and levels. What cannot be used is added to the
   * problems.
   */
  List<DescribedSite> read(List<Label> labels, GridSource source) {
    LabelledGrids found = LabelledGrids.read(labels, grids, source, LocalFields.HEIGHTS_ANGSTROM);
    problems.addAll(found.problems());
    List<DescribedSite> sites = new ArrayList<>();
    for (LabelledGrid grid : found.grids()) {
      try {
        sites.addAll(describe(grid));
      } catch (RejectException e) {
        problems.add(e.getMessage());
      } catch (UncheckedIOException e) {
        problems.add("Cannot read the levels of " + grid.materialId() + ": " + e.getMessage());
      }
    }
    return sites;
  }

  private List<DescribedSite> describe(LabelledGrid grid) {
    String uri = grid.reading().file().uri();
    ElectronicLevels found = levels.read(levels.beside(uri, levelsNames).uri()).levels();
    LevelsChecks.sameRun(found, grid.reading());
    SideLevels seen = SideLevels.of(found, convention, grid.reading(), grid.side());
    SideDescriptors descriptors = new SideDescriptors(grid.reading(), grid.side(), seen);
    List<DescribedSite> sites = new ArrayList<>();
    for (SiteMatch match : grid.matches()) {
      sites.add(new DescribedSite(grid, match, descriptors.of(match.representative())));
    }
    return sites;
  }

  /** Returns one line for each label, grid and file of levels that could not be used. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
