package io.github.epdi.grid;

import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.cell.CellCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reading of either kind for assertions: a part that was not reached is null. */
record Found(GridReading reading) {
  Reject reject() {
    return reading.either(accepted -> null, GridReading.Rejected::reject);
  }

  GridHeader header() {
    return reading.reached().header().orElse(null);
  }

  CrystalStructure structure() {
    return reading.reached().structure().orElse(null);
  }

  String cellCheck() {
    return reading.reached().cellCheck().map(CellCheck::label).orElse(null);
  }

  Slab slab() {
    return reading.reached().slab().orElse(null);
  }

  Map<Side, SurfaceGraph> graphs() {
    return orNull(reading.reached().graphs());
  }

  PotentialGrid grid() {
    return reading.either(accepted -> accepted.values().grid(), rejected -> null);
  }

  Map<Side, VacuumLevel> vacuum() {
    return orNull(reading.reached().values().vacuum());
  }

  GridStatistics statistics() {
    return summary().map(ValueSummary::statistics).orElse(null);
  }

  EnergyUnit unit() {
    return reading.reached().values().unit().orElse(null);
  }

  PotentialSign sign() {
    return reading.reached().values().sign().orElse(null);
  }

  Integer spinBlocks() {
    return summary().map(ValueSummary::spinBlocks).orElse(null);
  }

  Boolean xcIncluded() {
    return summary().flatMap(s -> s.xc().included()).orElse(null);
  }

  String xcCheck() {
    return summary().map(s -> s.xc().check()).orElse(null);
  }

  String readMode() {
    ReadingTrace.Mode mode = reading.trace().mode();
    return mode == ReadingTrace.Mode.HEADER ? null : mode.label();
  }

  long bytesRead() {
    return reading.trace().bytesRead();
  }

  List<String> flags() {
    return reading.trace().flags();
  }

  String uri() {
    return reading.file().uri();
  }

  long lengthBytes() {
    return reading.file().lengthBytes();
  }

  long modifiedMillis() {
    return reading.file().modifiedMillis();
  }

  private Optional<ValueSummary> summary() {
    return reading.reached().values().summary();
  }

  private static <T> Map<Side, T> orNull(Map<Side, T> bySide) {
    return bySide.isEmpty() ? null : bySide;
  }
}
