package io.github.epdi.grid;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
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
  final SortedSet<String> flags = new TreeSet<>();
  final Map<Side, SurfaceGraph> graphs = new EnumMap<>(Side.class);

  /** Replaced when values are read in another way. */
  ValueFindings values = new ValueFindings();

  FileHeader file;
  GridHeader header;
  Slab slab;
  EnergyUnit unit;
  String cellCheck;
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
    Reject reject = headerRejects.isEmpty() ? values.rejects.first() : headerRejects.first();
    return new GridReading(
        uri,
        lengthBytes,
        modifiedMillis,
        header,
        slab,
        graphs.isEmpty() ? null : Collections.unmodifiableMap(graphs),
        values.grid,
        values.vacuum.isEmpty() ? null : Collections.unmodifiableMap(values.vacuum),
        values.statistics,
        unit,
        values.sign,
        values.spinBlocks,
        values.xcIncluded,
        values.xcCheck,
        cellCheck,
        values.readMode,
        bytesRead,
        allFlags(),
        reject);
  }

  private List<String> allFlags() {
    SortedSet<String> all = new TreeSet<>(flags);
    all.addAll(values.flags);
    return List.copyOf(all);
  }
}
