package io.github.epdi.grid;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceNetwork;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one reading has found so far; becomes a {@link GridReading}. */
final class ReadingInProgress {
  final String uri;
  final ReadingRequest request;
  final RejectLedger headerRejects = RejectLedger.ofHeader();
  final RejectLedger valueRejects = RejectLedger.ofValues();
  final SortedSet<String> flags = new TreeSet<>();
  final Map<Side, SurfaceNetwork> networks = new EnumMap<>(Side.class);
  final Map<Side, VacuumLevel> vacuum = new EnumMap<>(Side.class);

  FileHeader file;
  GridHeader header;
  Slab slab;
  PotentialGrid grid;
  GridStatistics statistics;
  EnergyUnit unit;
  PotentialSign sign;
  Integer spinBlocks;
  Boolean xcIncluded;
  String xcCheck;
  String cellCheck;
  String readMode;
  long bytesRead;

  ReadingInProgress(String uri, ReadingRequest request) {
    this.uri = uri;
    this.request = request;
  }

  /** Whether there is a point in reading on. */
  boolean goesOn() {
    return headerRejects.isEmpty() || request.depth() == ReadingRequest.Depth.ALL_THAT_CAN_BE_READ;
  }

  /** The reading, with the one reject that counts. */
  GridReading finish(long lengthBytes, long modifiedMillis) {
    Reject reject = headerRejects.isEmpty() ? valueRejects.first() : headerRejects.first();
    return new GridReading(
        uri,
        lengthBytes,
        modifiedMillis,
        header,
        slab,
        networks.isEmpty() ? null : Collections.unmodifiableMap(networks),
        grid,
        vacuum.isEmpty() ? null : Collections.unmodifiableMap(vacuum),
        statistics,
        unit,
        sign,
        spinBlocks,
        xcIncluded,
        xcCheck,
        cellCheck,
        readMode,
        bytesRead,
        List.copyOf(flags),
        reject);
  }
}
