package io.github.epdi.grid;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;

/**
 * Reads one opened file: compression, format, header, values; everything that is wrong is noted.
 */
final class GridTextReader {
  private static final int LINES_TO_RECOGNISE = 1000;

  private final ReadingInProgress reading;
  private final long storedBytes;

  GridTextReader(ReadingInProgress reading, long storedBytes) {
    this.reading = reading;
    this.storedBytes = storedBytes;
  }

  /**
   * Reads as far as there is a point.
   *
   * @throws StorageInput.StorageException if storage fails
   */
  void read(StorageInput stored) throws IOException {
    BufferedInputStream buffered = Compression.buffered(stored);
    Compression compression = Compression.of(buffered);
    TextInput in = null;
    try {
      in = new TextInput(compression.decode(buffered));
      readHeader(in);
    } catch (RejectException e) {
      reading.headerRejects.add(e);
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      reading.headerRejects.add(
          RejectCode.BAD_HEADER, damaged("the header", compression, e), in == null ? 0 : in.line);
    }
    if (reading.header == null) {
      return;
    }
    new HeaderChecks(reading).run();
    if (reading.goesOn()) {
      readValues(in, compression);
    }
  }

  private void readHeader(TextInput in) throws IOException {
    List<HeaderLine> lines = in.peek(LINES_TO_RECOGNISE);
    GridFormat format =
        GridFormat.of(lines)
            .orElseThrow(() -> new RejectException(RejectCode.BAD_HEADER, unknown(lines), 1));
    reading.file = format.reader().header(in, reading.request.limits(), reading.headerRejects);
    reading.header = reading.file.header();
    reading.flags.addAll(reading.file.flags());
  }

  private void readValues(TextInput in, Compression compression) throws IOException {
    reading.readMode = "full";
    GridLayout layout = reading.file.layout();
    try {
      if (compression.mostText(storedBytes) < layout.fewestBytes()) {
        throw new RejectException(
            RejectCode.TRUNCATED,
            "Cannot read the values: expected "
                + layout.points()
                + " values, found a file of only "
                + storedBytes
                + " bytes");
      }
      PlaneSelection selection =
          reading.networks.isEmpty()
              ? PlaneSelection.NONE
              : new ImagePlanes(
                  reading.header.structure().lattice(),
                  reading.networks.values(),
                  reading.request.heightsAngstrom());
      FileValues values =
          reading
              .header
              .format()
              .reader()
              .values(in, reading.file, selection, reading.request.limits(), reading.valueRejects);
      reading.header = withPoints(values.first());
      new ValueChecks(reading, values).run();
    } catch (RejectException e) {
      reading.valueRejects.add(e);
    } catch (StorageInput.StorageException e) {
      throw e;
    } catch (IOException e) {
      reading.valueRejects.add(
          RejectCode.TRUNCATED, damaged("the values", compression, e), in.line);
    }
  }

  private GridHeader withPoints(PlaneBlock block) {
    GridHeader h = reading.header;
    return new GridHeader(
        h.format(), h.title(), block.nx(), block.ny(), block.nz(), h.structure(), h.unit());
  }

  private String unknown(List<HeaderLine> lines) {
    String expected = "Cannot recognise the format: expected a VASP potential, a cube or an XSF";
    if (storedBytes == 0 || lines.isEmpty()) {
      return expected + ", found an empty file";
    }
    return expected + ", found \"" + HeaderLine.printable(lines.get(0).text()) + "\" (line 1)";
  }

  private static String damaged(String part, Compression compression, IOException cause) {
    return "Cannot read "
        + part
        + ": expected whole "
        + compression.name().toLowerCase(java.util.Locale.ROOT)
        + " data, found damage: "
        + HeaderLine.printable(String.valueOf(cause.getMessage()));
  }
}
