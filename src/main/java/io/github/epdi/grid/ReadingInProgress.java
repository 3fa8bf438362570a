package io.github.epdi.grid;

import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.cell.CellCheck;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects what one reading has found so far and finally turns it into a {@link GridReading}. A
 * field is null until its part is reached.
 */
final class ReadingInProgress {
  /**
   * What one pass over a file's values has found so far. A field is null until its part is reached.
   */
  static final class ValueFindings {
    final RejectLedger rejects = RejectLedger.ofValues();
    final SortedSet<String> flags = new TreeSet<>();
    final Map<Side, VacuumLevel> vacuum = new EnumMap<>(Side.class);

    ReadingTrace.Mode mode = ReadingTrace.Mode.HEADER;
    PotentialGrid grid;
    ValueSummary summary;
    PotentialSign sign;
  }

  final ReadingRequest request;
  final RejectLedger headerRejects = RejectLedger.ofHeader();
  final Map<Side, SurfaceGraph> graphs = new EnumMap<>(Side.class);

  /** Replaced when the values are read a second time. */
  ValueFindings values = new ValueFindings();

  FileHeader file;
  GridHeader header;
  CellCheck cellCheck;
  Slab slab;
  AtomsOutside outside;
  EnergyUnit unit;

  ReadingInProgress(ReadingRequest request) {
    this.request = request;
  }

  /** Returns cell and atoms, or null if they are unknown. */
  CrystalStructure structure() {
    return file == null ? null : file.structure();
  }

  /** Tells whether the request wants the reading to continue. */
  boolean goesOn() {
    return headerRejects.isEmpty() || request.depth() == ReadingRequest.Depth.ALL_THAT_CAN_BE_READ;
  }

  /**
   * Returns the reading. It is accepted if nothing is wrong, otherwise rejected with the one reject
   * that counts.
   *
   * @param read the file, which was the same before and after the reading
   * @param bytesRead bytes read from storage
   */
  GridReading finish(GridFile read, long bytesRead) {
    Reject reject = headerRejects.isEmpty() ? values.rejects.first() : headerRejects.first();
    ReadingTrace trace = new ReadingTrace(values.mode, bytesRead, allFlags());
    if (reject != null) {
      return new GridReading.Rejected(read, reject, reached(), trace);
    }
    return new GridReading.Accepted(
        read,
        header,
        cellCheck,
        slab,
        graphs,
        new GridValues(values.grid, values.vacuum, unit, values.sign, values.summary),
        trace);
  }

  private ReachedParts reached() {
    return new ReachedParts(
        Optional.ofNullable(header),
        Optional.ofNullable(structure()),
        Optional.ofNullable(cellCheck),
        Optional.ofNullable(slab),
        graphs,
        new ReachedParts.Values(
            Optional.ofNullable(unit),
            Optional.ofNullable(values.summary),
            Optional.ofNullable(values.sign),
            values.vacuum));
  }

  private List<String> allFlags() {
    List<String> all = new ArrayList<>(values.flags);
    if (file != null) {
      all.addAll(file.flags());
    }
    return all;
  }
}
