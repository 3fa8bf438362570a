package io.github.epdi.dataset.calculation;

import io.github.epdi.grid.hdf5.DamagedHdf5Exception;
import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.grid.text.TextFiles;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Opens the files that an import reads, on any Hadoop file system, and computes their digests, each
 * only once.
 */
public final class SourceFiles {
  private final Configuration configuration;
  private final Map<Path, String> digests = new HashMap<>();

  public SourceFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  public Configuration configuration() {
    return configuration;
  }

  public FileSystem system(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }

  public FileStatus status(String uri) throws IOException {
    Path path = new Path(uri);
    return system(path).getFileStatus(path);
  }

  /**
   * Opens a file and decompresses it.
   *
   * @throws UnusableException BAD_FILE if the beginning of the compressed data is damaged
   */
  public InputStream open(FileStatus file) throws IOException {
    try {
      return TextFiles.open(system(file.getPath()), file);
    } catch (ZipException e) {
      throw damaged(file.getPath().getName(), e);
    }
  }

  /** Makes the exception for a file that cannot be decompressed. */
  static UnusableException damaged(String file, IOException e) {
    return UnusableException.of(
        ImportCode.BAD_FILE, "a file that can be decompressed", e.getMessage() + " (" + file + ")");
  }

  /** Opens the decompressed lines of a file. Bytes that are not UTF-8 are replaced. */
  public NumberedLines lines(FileStatus file) throws IOException {
    return new NumberedLines(
        file.getPath().getName(),
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8)));
  }

  /** Reads something from an opened HDF5 file. */
  @FunctionalInterface
  public interface Hdf5Reader<T> {
    /** Reads what the caller wants. */
    T read(StoredHdf5 file) throws IOException;
  }

  /**
   * Opens an HDF5 file where it is stored, without decompression.
   *
   * @throws UnusableException BAD_FILE if it is damaged
   */
  public <T> T hdf5(FileStatus file, Hdf5Reader<T> reader) throws IOException {
    try (FSDataInputStream in = system(file.getPath()).open(file.getPath())) {
      byte[] first = new byte[StoredHdf5.SIGNATURE_BYTES];
      if (file.getLen() >= first.length) {
        in.readFully(0, first);
      }
      if (!StoredHdf5.isSignedIn(first)) {
        throw new DamagedHdf5Exception("an HDF5 file", "another signature");
      }
      return reader.read(StoredHdf5.open(new StorageInput(in, file.getLen())));
    } catch (DamagedHdf5Exception e) {
      throw new UnusableException(
          ImportCode.BAD_FILE,
          "Cannot import it: " + file.getPath().getName() + ": " + e.getMessage());
    }
  }

  /** Describes a file for a row, with its length and digest. */
  public SourceFileValue source(String role, FileStatus file) throws IOException {
    String digest = digests.get(file.getPath());
    if (digest == null) {
      digest = sha256(file);
      digests.put(file.getPath(), digest);
    }
    return new SourceFileValue(role, file.getPath().toString(), file.getLen(), digest);
  }

  private String sha256(FileStatus file) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream stored = system(file.getPath()).open(file.getPath());
        DigestInputStream in = new DigestInputStream(stored, digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
