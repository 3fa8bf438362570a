package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.PlaneStatistics;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.UnfitTextException;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one opened file: finds its compression and format, then reads header and values and notes
 * everything that is wrong.
 *
 * <p>Where the caller vouches for exchange-correlation, only the needed planes are read. The result
 * counts only if nothing was odd and the grid is good. Otherwise the file is read again as a whole,
 * so that its one reject is the same either way.
 */
final class GridFileReader {
  private static final Logger LOG = LoggerFactory.getLogger(GridFileReader.class);
  private static final int FIRST_LINES = 20;

  /** Comments may fill up to this many lines before the first one that shows the format. */
  private static final int LINES_TO_RECOGNISE = 1000;

  /** First line of an HDF5 file that is read as text. */
  private static final String HDF5_AS_TEXT = "\ufffdHDF";

  private final String uri;
  private final ReadingInProgress reading;
  private final GridSource source;

  GridFileReader(String uri, ReadingInProgress reading, StorageInput stored) {
    this.uri = uri;
    this.reading = reading;
    this.source = new GridSource(stored);
  }

  /**
   * Reads on as long as the request wants more. A fault of the program itself is thrown if the
   * caller stops at the first reject. If the caller wants all that can be read, the fault becomes a
   * FAILED reject next to what was found before it.
   *
   * @throws StorageInput.StorageException if storage fails
   */
  void read() throws IOException {
    try {
      readHeader();
      if (reading.header != null) {
        new HeaderChecks(reading).run();
        if (reading.goesOn()) {
          readValues();
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      if (reading.request.depth() == ReadingRequest.Depth.STOP_AT_REJECT) {
        throw e;
      }
      reading.values.rejects.add(RejectCode.FAILED, failed(e), 0);
    } finally {
      source.close();
    }
  }

  /**
   * Reads the header alone, and returns where the grid begins. The answer is empty if the header is
   * a bad one.
   *
   * @throws StorageInput.StorageException if storage fails
   */
  Optional<GridOrigin> origin() throws IOException {
    try {
      readHeader();
    } finally {
      source.close();
    }
    return Optional.ofNullable(reading.structure()).map(structure -> reading.file.origin());
  }

  private static String failed(Throwable fault) {
    String place =
        Arrays.stream(fault.getStackTrace())
            .filter(at -> at.getClassName().startsWith("io.github.epdi."))
            .findFirst()
            .map(at -> " at " + at.getFileName() + ":" + at.getLineNumber())
            .orElse("");
    return "Cannot read the file: expected the program to understand or reject it, found "
        + fault.getClass().getName()
        + place
        + " ("
        + HeaderLine.printable(String.valueOf(fault.getMessage()))
        + "); please report it with the file";
  }

  private void readHeader() throws IOException {
    try {
      source.open();
      reading.file = format().reader().header(source, reading.request, reading.headerRejects);
      reading.header = reading.file.header();
    } catch (RejectException e) {
      reading.headerRejects.add(e);
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      reading.headerRejects.add(RejectCode.BAD_HEADER, damaged("the header", e), source.line());
    }
  }

  private GridFormat format() throws IOException {
    if (source.isHdf5()) {
      return GridFormat.VASPOUT;
    }
    Optional<GridFormat> soon = GridFormat.of(source.text().peek(FIRST_LINES));
    if (soon.isPresent()) {
      return soon.get();
    }
    List<HeaderLine> lines = source.text().peek(LINES_TO_RECOGNISE);
    return GridFormat.of(lines)
        .orElseThrow(() -> new RejectException(RejectCode.BAD_HEADER, unknown(lines), 1));
  }

  private void readValues() throws IOException {
    long offset = source.text().consumed();
    long line = source.text().line;
    try {
      checkLength();
      PlaneSelection selection = selection();
      if (planesMayDo()) {
        if (readPlanes(selection)) {
          return;
        }
        reading.values = new ReadingInProgress.ValueFindings();
        source.open();
        source.text().jump(offset, line);
      }
      readWhole(selection);
    } catch (RejectException e) {
      reading.values.rejects.add(e);
      noteUnshown();
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      reading.values.rejects.add(RejectCode.TRUNCATED, damaged("the values", e), source.line());
      noteUnshown();
    }
  }

  /**
   * Rejects a cell that only repeated points could explain, because the points could not be read.
   */
  private void noteUnshown() {
    Reject cell = reading.file.unlessRepeated();
    if (cell != null) {
      reading.values.rejects.add(cell.code(), cell.message(), cell.line());
    }
  }

  private void checkLength() {
    GridLayout layout = reading.file.layout();
    reading.values.mode = ReadingTrace.Mode.FULL;
    long stored = source.stored().length();
    if (!source.isHdf5() && source.compression().mostText(stored) < layout.fewestBytes()) {
      throw new RejectException(
          RejectCode.TRUNCATED,
          "Cannot read the values: expected "
              + layout.points()
              + " values, found a file of only "
              + stored
              + " bytes");
    }
  }

  private PlaneSelection selection() {
    if (reading.graphs.isEmpty()) {
      return PlaneSelection.NONE;
    }
    ImagePlanes images =
        new ImagePlanes(
            reading.structure().lattice(),
            reading.file.origin(),
            reading.graphs.values(),
            reading.request.heightsAngstrom());
    return new NeededPlanes(
        images,
        reading.outside,
        reading.slab,
        reading.file.origin().heightAngstrom(reading.structure().lattice()),
        reading.request.sides());
  }

  private void readWhole(PlaneSelection selection) throws IOException {
    reading.values.mode = ReadingTrace.Mode.FULL;
    FileValues values =
        reading
            .header
            .format()
            .reader()
            .values(source, reading.file, selection, reading.request, reading.values.rejects);
    reading.header = withPoints(values.first());
    new ValueChecks(reading, values).run();
  }

  private boolean planesMayDo() {
    return reading.request.depth() == ReadingRequest.Depth.STOP_AT_REJECT
        && reading.header.format().reader().readsPlanes(source, reading.request);
  }

  /**
   * Reads only the needed planes. Returns false if they do not tell all that the whole file would.
   */
  private boolean readPlanes(PlaneSelection selection) throws IOException {
    try {
      FileValues values =
          reading
              .header
              .format()
              .reader()
              .planes(source, reading.file, selection, reading.request, reading.values.rejects);
      new ValueChecks(reading, values).run();
      checkDecided(values.first().statistics());
      reading.values.mode = ReadingTrace.Mode.PLANES;
      return true;
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (RejectException | IOException e) {
      LOG.debug("{} is read whole: {}", uri, e.getMessage());
      return false;
    }
  }

  /**
   * Demands a good grid with values of both signs in the planes that were read. Otherwise the grid
   * may be a density, which only the other planes can show.
   */
  private void checkDecided(PlaneStatistics statistics) throws UnfitTextException {
    if (!reading.values.rejects.isEmpty()) {
      throw new UnfitTextException("a good grid", reading.values.rejects.first().message());
    }
    if (!statistics.holdAll() && (statistics.min() >= 0 || statistics.max() <= 0)) {
      throw new UnfitTextException("values of both signs", "one in the needed planes");
    }
  }

  private GridHeader withPoints(PlaneBlock block) {
    GridHeader h = reading.header;
    return new GridHeader(h.format(), h.title(), block.nx(), block.ny(), block.nz());
  }

  private String unknown(List<HeaderLine> lines) {
    String expected =
        "Cannot recognise the format: expected a VASP potential (LOCPOT, vaspout.h5), a cube, an"
            + " XSF or a filplot of pp.x";
    if (source.stored().length() == 0 || lines.isEmpty()) {
      return expected + ", found an empty file";
    }
    if (lines.get(0).text().equals(HDF5_AS_TEXT)) {
      return expected + ", found an HDF5 file that was compressed as a whole: decompress it";
    }
    return expected + ", found \"" + HeaderLine.printable(lines.get(0).text()) + "\" (line 1)";
  }

  private String damaged(String part, IOException cause) {
    return "Cannot read "
        + part
        + ": expected whole "
        + source.compression().name().toLowerCase(Locale.ROOT)
        + " data, found damage: "
        + HeaderLine.printable(String.valueOf(cause.getMessage()));
  }
}
