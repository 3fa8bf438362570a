package io.github.epdi.report;

import io.github.epdi.report.figure.RankedMaterial;
import java.util.Collection;
import java.util.List;

/** Chooses the materials of a ranking whose rows of all tables are read. */
@FunctionalInterface
public interface WantedDetails {
  /** Chooses every material. */
  WantedDetails ALL = ranking -> ranking;

  /**
   * Chooses materials.
   *
   * @param ranking all materials, best first
   * @return some of them, each once
   */
  Collection<RankedMaterial> among(List<RankedMaterial> ranking);
}
