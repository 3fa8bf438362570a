package io.github.epdi.levels;

import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.text.Compression;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.StorageInput.StorageException;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the format of one file of levels and reads it with the reader of that format. */
final class LevelsContent {
  private static final int HEAD_BYTES = 1 << 16;
  private static final int FIRST_LINES = 40;
  private static final long MOST_UNPACKED_BYTES = 4L << 30;
  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)[\\s/>]");

  private final FileSystem files;
  private final Path path;
  private final LevelsFile file;
  private final Configuration configuration;

  LevelsContent(FileSystem files, Path path, LevelsFile file, Configuration configuration) {
    this.files = files;
    this.path = path;
    this.file = file;
    this.configuration = configuration;
  }

  /**
   * Reads the levels and checks the Fermi energy that the file states.
   *
   * @throws RejectException LEVELS_BAD for a defect, LEVELS_MISMATCH for a wrong Fermi energy
   */
  ElectronicLevels read() throws IOException {
    try (FSDataInputStream opened = files.open(path)) {
      StorageInput stored = new StorageInput(opened, file.lengthBytes());
      ElectronicLevels levels = draft(stored).levels(file.uri());
      LevelsChecks.fermiEnergy(levels);
      return levels;
    } catch (BadLevelsException e) {
      throw new RejectException(
          RejectCode.LEVELS_BAD,
          "Cannot read the levels of " + file.uri() + ": " + e.getMessage(),
          e.line());
    }
  }

  private LevelsDraft draft(StorageInput stored) throws IOException {
    PushbackInputStream view = Compression.view(stored);
    Compression compression = Compression.of(view);
    try (InputStream decoded =
        new BufferedInputStream(compression.decode(view, stored), HEAD_BYTES)) {
      decoded.mark(HEAD_BYTES);
      byte[] head = decoded.readNBytes(HEAD_BYTES);
      decoded.reset();
      if (StoredHdf5.isSignedIn(head)) {
        return compression == Compression.NONE ? VaspoutReader.read(stored) : unpacked(decoded);
      }
      return draft(new String(head, StandardCharsets.ISO_8859_1), decoded);
    } catch (StorageException e) {
      throw e;
    } catch (IOException e) {
      throw new BadLevelsException("a whole file", "\"" + e.getMessage() + "\"");
    }
  }

  private static LevelsDraft draft(String head, InputStream decoded) throws IOException {
    List<String> lines = head.lines().limit(FIRST_LINES).toList();
    if (EigenvalReader.recognises(lines)) {
      return new EigenvalReader(new LevelText(decoded)).read();
    }
    if (head.stripLeading().startsWith("<")) {
      Matcher root = ROOT.matcher(head);
      String name = root.find() ? root.group(1) : "";
      if (VasprunReader.recognises(name)) {
        return VasprunReader.read(decoded);
      }
      if (QuantumEspressoReader.recognises(name)) {
        return QuantumEspressoReader.read(decoded);
      }
    }
    if (OutcarReader.recognises(lines)) {
      return new OutcarReader(new LevelText(decoded)).read();
    }
    if (Cp2kReader.recognises(head)) {
      return new Cp2kReader(new LevelText(decoded)).read();
    }
    throw new BadLevelsException(
        "EIGENVAL, OUTCAR, vasprun.xml or vaspout.h5 of VASP, an output of CP2K, or"
            + " data-file-schema.xml of Quantum ESPRESSO",
        lines.isEmpty() ? "an empty file" : "none of them",
        lines.isEmpty() ? 0 : 1);
  }

  private static void copy(InputStream decoded, java.nio.file.Path target) throws IOException {
    byte[] buffer = new byte[HEAD_BYTES];
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = decoded.read(buffer); read >= 0; read = decoded.read(buffer)) {
        copied += read;
        if (copied > MOST_UNPACKED_BYTES) {
          throw new BadLevelsException(
              "at most " + MOST_UNPACKED_BYTES + " bytes of HDF5, decompressed", "more");
        }
        write(out, buffer, read);
      }
    }
  }

  /** Failures of the local disk must not count as defects of the file. */
  private static void write(OutputStream out, byte[] buffer, int count) {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack levels: " + e.getMessage(), e);
    }
  }

  /**
   * Unpacks a compressed HDF5 file into a temporary local file before reading it, because its parts
   * are not read in order.
   */
  private LevelsDraft unpacked(InputStream decoded) throws IOException {
    java.nio.file.Path copy = Files.createTempFile("levels", ".h5");
    try {
      copy(decoded, copy);
      LocalFileSystem local = FileSystem.getLocal(configuration);
      try (FSDataInputStream opened = local.open(new Path(copy.toUri()))) {
        return VaspoutReader.read(new StorageInput(opened, Files.size(copy)));
      }
    } finally {
      Files.delete(copy);
    }
  }
}
