package io.github.epdi.grid.text;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * How a file is compressed, recognised by its first bytes. Several compressed members in a row are
 * read as one text.
 */
public enum Compression {
  NONE(1, "") {
    @Override
    public InputStream decode(InputStream in, StorageInput stored) {
      return in;
    }
  },
  GZIP(1032, "1f8b") {
    @Override
    public InputStream decode(InputStream in, StorageInput stored) throws IOException {
      return new GzipInput(in, stored);
    }
  },
  BZIP2(Long.MAX_VALUE, "425a683[1-9](314159265359|177245385090)") {
    @Override
    public InputStream decode(InputStream in, StorageInput stored) throws IOException {
      return new BZip2CompressorInputStream(new BufferedInputStream(in, BUFFER_BYTES), true);
    }
  },
  ZSTD(Long.MAX_VALUE, "28b52ffd") {
    @Override
    public InputStream decode(InputStream in, StorageInput stored) throws IOException {
      return new ZstdInputStream(in);
    }
  };

  /**
   * Bytes that are looked at. For bzip2 these are its four and the six that begin its first block,
   * or its end if it is empty.
   */
  private static final int MAGIC_BYTES = 10;

  private static final int BUFFER_BYTES = 1 << 16;

  private final long largestRatio;

  @SuppressWarnings("ImmutableEnumChecker") // a pattern does not change
  private final Pattern magic;

  Compression(long largestRatio, String magic) {
    this.largestRatio = largestRatio;
    this.magic = Pattern.compile(magic);
  }

  public abstract InputStream decode(InputStream in, StorageInput stored) throws IOException;

  /** Returns the most bytes of text that a number of stored bytes can hold. */
  public long mostText(long storedBytes) {
    return storedBytes > Long.MAX_VALUE / largestRatio
        ? Long.MAX_VALUE
        : storedBytes * largestRatio;
  }

  /** Wraps a stored stream so that its first bytes can be looked at. */
  public static PushbackInputStream view(StorageInput stored) {
    return new PushbackInputStream(stored, MAGIC_BYTES);
  }

  /** Returns a stream's first bytes and puts them back. */
  public static byte[] first(PushbackInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAGIC_BYTES);
    in.unread(bytes);
    return bytes;
  }

  /** Returns the compression that a stream's first bytes show and puts them back. */
  public static Compression of(PushbackInputStream in) throws IOException {
    return of(first(in));
  }

  /** Returns the compression that first bytes show. */
  public static Compression of(byte[] first) {
    String head = HexFormat.of().formatHex(first);
    return Arrays.stream(values())
        .filter(c -> c != NONE && c.magic.matcher(head).lookingAt())
        .findFirst()
        .orElse(NONE);
  }
}
