package io.github.epdi.grid.text;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file is compressed, known by its first bytes; several members in a row are one text. */
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
  BZIP2(Long.MAX_VALUE, "425a68") {
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

  private static final int MAGIC_BYTES = 4;
  private static final int BUFFER_BYTES = 1 << 16;

  private final long largestRatio;
  private final String magic;

  Compression(long largestRatio, String magic) {
    this.largestRatio = largestRatio;
    this.magic = magic;
  }

  public abstract InputStream decode(InputStream in, StorageInput stored) throws IOException;

  /** The most bytes of text that so many stored bytes can hold. */
  public long mostText(long storedBytes) {
    return storedBytes > Long.MAX_VALUE / largestRatio
        ? Long.MAX_VALUE
        : storedBytes * largestRatio;
  }

  /** A view of a stored stream whose first bytes can be looked at. */
  public static PushbackInputStream view(StorageInput stored) {
    return new PushbackInputStream(stored, MAGIC_BYTES);
  }

  /** The compression that a stream's first bytes show; nothing is taken from it. */
  public static Compression of(PushbackInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAGIC_BYTES);
    in.unread(bytes);
    String head = HexFormat.of().formatHex(bytes);
    return Arrays.stream(values())
        .filter(c -> c != NONE && head.startsWith(c.magic))
        .findFirst()
        .orElse(NONE);
  }
}
