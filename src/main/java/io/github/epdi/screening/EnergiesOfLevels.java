package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.Trust;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.List;

/** Predicts energies at once from electronic levels and the local potential, without images. */
final class EnergiesOfLevels implements SideEnergies {
  /** The flag of materials that got no energies because their levels are missing. */
  private static final String LEVELS_MISSING = "levels_missing";

  private final ScreeningSpec spec;
  private final AffinityModel affinity;
  private final Trust trust;
  private final LevelsFiles files;

  EnergiesOfLevels(ScreeningSpec spec, AffinityModel affinity, Trust trust, LevelsFiles files) {
    this.spec = spec;
    this.affinity = affinity;
    this.trust = trust;
    this.files = files;
  }

  @Override
  public List<PendingSide> begin(PlannedGrid input, GridReading.Accepted reading) {
    SlabLevels slab;
    try {
      slab = SlabLevels.read(input.input(), reading, files, spec);
    } catch (RejectException e) {
      if (spec.abstainsWithoutLevels() && e.reject().code() == RejectCode.LEVELS_MISSING) {
        return spec.sides().stream()
            .map(side -> PendingSide.abstained(reading.graph(side), LEVELS_MISSING))
            .toList();
      }
      throw e;
    }
    return spec.sides().stream()
        .map(side -> PendingSide.predict(reading, side, spec, slab, affinity, trust))
        .toList();
  }

  @Override
  public void finish() {
    // All energies are there already.
  }

  @Override
  public void forget() {
    // There are no batches.
  }

  @Override
  public SideEnergies alone() {
    return this;
  }

  @Override
  public int members() {
    return 1;
  }

  @Override
  public int copies() {
    return 0;
  }
}
