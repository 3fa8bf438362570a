package io.github.epdi.dataset.calculation;

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
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files that an import reads, on any Hadoop file system, and their digests, each made once. */
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

  /** The decompressed bytes of a file. */
  public InputStream open(FileStatus file) throws IOException {
    return TextFiles.open(system(file.getPath()), file);
  }

  /** The decompressed lines of a file; bytes that are no UTF-8 do no harm. */
  public BufferedReader lines(FileStatus file) throws IOException {
    return new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
  }

  /** What a row says of a file. */
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
