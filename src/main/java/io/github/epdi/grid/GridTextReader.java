package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.InflatedPlaneText;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.PlaneStatistics;
import io.github.epdi.grid.blocks.PlaneText;
import io.github.epdi.grid.blocks.StoredPlaneText;
import io.github.epdi.grid.text.Compression;
import io.github.epdi.grid.text.GzipInput;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.UnfitTextException;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one opened file: compression, format, header, values; everything that is wrong is noted.
 *
 * <p>Where the caller vouches for exchange-correlation the needed planes are read alone. That
 * reading counts only if nothing was odd and the grid is good; otherwise the file is read whole, so
 * that its one reject is the same either way.
 */
final class GridTextReader {
  private static final Logger LOG = LoggerFactory.getLogger(GridTextReader.class);
  private static final int FIRST_LINES = 20;

  /** As many as comments may take before the first line that tells. */
  private static final int LINES_TO_RECOGNISE = 1000;

  private final String uri;
  private final ReadingInProgress reading;
  private final StorageInput stored;
  private Compression compression;
  private InputStream decoded;
  private TextInput in;

  GridTextReader(String uri, ReadingInProgress reading, StorageInput stored) {
    this.uri = uri;
    this.reading = reading;
    this.stored = stored;
  }

  /**
   * Reads as far as there is a point.
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
    } finally {
      close();
    }
  }

  private void readHeader() throws IOException {
    try {
      open();
      GridFormat format = format();
      reading.file = format.reader().header(in, reading.request.limits(), reading.headerRejects);
      reading.header = reading.file.header();
    } catch (RejectException e) {
      reading.headerRejects.add(e);
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      reading.headerRejects.add(
          RejectCode.BAD_HEADER, damaged("the header", e), in == null ? 0 : in.line);
    }
  }

  private GridFormat format() throws IOException {
    Optional<GridFormat> soon = GridFormat.of(in.peek(FIRST_LINES));
    if (soon.isPresent()) {
      return soon.get();
    }
    List<HeaderLine> lines = in.peek(LINES_TO_RECOGNISE);
    return GridFormat.of(lines)
        .orElseThrow(() -> new RejectException(RejectCode.BAD_HEADER, unknown(lines), 1));
  }

  /** Opens the text at its beginning. */
  private void open() throws IOException {
    close();
    stored.seek(0);
    PushbackInputStream view = Compression.view(stored);
    compression = Compression.of(view);
    decoded = compression.decode(view, stored);
    in = new TextInput(decoded);
  }

  private void close() throws IOException {
    if (decoded != null) {
      decoded.close();
      decoded = null;
    }
  }

  private void readValues() throws IOException {
    long offset = in.consumed();
    long line = in.line;
    try {
      checkLength();
      PlaneSelection selection = selection();
      if (planesMayDo()) {
        if (readPlanes(selection)) {
          return;
        }
        reading.values = new ReadingInProgress.ValueFindings();
        open();
        in.jump(offset, line);
      }
      readWhole(selection);
    } catch (RejectException e) {
      reading.values.rejects.add(e);
      noteUnshown();
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      reading.values.rejects.add(RejectCode.TRUNCATED, damaged("the values", e), in.line);
      noteUnshown();
    }
  }

  /** A cell that only repeated points could explain is wrong if the points cannot be read. */
  private void noteUnshown() {
    Reject cell = reading.file.unlessRepeated();
    if (cell != null) {
      reading.values.rejects.add(cell.code(), cell.message(), cell.line());
    }
  }

  private void checkLength() {
    GridLayout layout = reading.file.layout();
    reading.values.mode = ReadingTrace.Mode.FULL;
    if (compression.mostText(stored.length()) < layout.fewestBytes()) {
      throw new RejectException(
          RejectCode.TRUNCATED,
          "Cannot read the values: expected "
              + layout.points()
              + " values, found a file of only "
              + stored.length()
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
            .values(in, reading.file, selection, reading.request.limits(), reading.values.rejects);
    reading.header = withPoints(values.first());
    new ValueChecks(reading, values).run();
  }

  /** Whether the mean over all values, and what else takes all of them, is not asked for. */
  private boolean planesMayDo() {
    XcDeclaration xc = reading.request.conventions().xc();
    return reading.header.format() == GridFormat.VASP
        && (xc == XcDeclaration.NONE || xc == XcDeclaration.INCLUDED)
        && reading.request.depth() == ReadingRequest.Depth.STOP_AT_REJECT
        && (compression == Compression.NONE || compression == Compression.GZIP);
  }

  /** Reads planes alone; false if that does not tell all that a whole reading would. */
  private boolean readPlanes(PlaneSelection selection) throws IOException {
    try {
      FileValues values =
          reading
              .header
              .format()
              .reader()
              .planes(
                  in,
                  planeText(),
                  reading.file,
                  selection,
                  reading.request.limits(),
                  reading.values.rejects);
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

  private PlaneText planeText() throws IOException {
    return decoded instanceof GzipInput gzip
        ? new InflatedPlaneText(in, gzip, stored.length(), GzipInput.statedLength(stored))
        : new StoredPlaneText(stored);
  }

  /** A value below zero shows that the grid is no density; its other planes may have the first. */
  private void checkDecided(PlaneStatistics statistics) throws UnfitTextException {
    if (!reading.values.rejects.isEmpty()) {
      throw new UnfitTextException("a good grid", reading.values.rejects.first().message());
    }
    if (!statistics.holdAll() && statistics.min() >= 0) {
      throw new UnfitTextException("a value below zero", "none in the needed planes");
    }
  }

  private GridHeader withPoints(PlaneBlock block) {
    GridHeader h = reading.header;
    return new GridHeader(h.format(), h.title(), block.nx(), block.ny(), block.nz());
  }

  private String unknown(List<HeaderLine> lines) {
    String expected = "Cannot recognise the format: expected a VASP potential, a cube or an XSF";
    if (stored.length() == 0 || lines.isEmpty()) {
      return expected + ", found an empty file";
    }
    return expected + ", found \"" + HeaderLine.printable(lines.get(0).text()) + "\" (line 1)";
  }

  private String damaged(String part, IOException cause) {
    return "Cannot read "
        + part
        + ": expected whole "
        + compression.name().toLowerCase(Locale.ROOT)
        + " data, found damage: "
        + HeaderLine.printable(String.valueOf(cause.getMessage()));
  }
}
