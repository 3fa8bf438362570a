package io.github.epdi.grid;

import io.github.epdi.structure.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one way of reading a file's values has found so far. */
final class ValueFindings {
  final RejectLedger rejects = RejectLedger.ofValues();
  final SortedSet<String> flags = new TreeSet<>();
  final Map<Side, VacuumLevel> vacuum = new EnumMap<>(Side.class);

  PotentialGrid grid;
  GridStatistics statistics;
  PotentialSign sign;
  Integer spinBlocks;
  Boolean xcIncluded;
  String xcCheck;
  String readMode;
}
