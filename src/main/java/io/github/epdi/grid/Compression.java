package io.github.epdi.grid;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is compressed, known by its first bytes; several members in a row are one text. */
enum Compression {
  NONE(1, "") {
    @Override
    InputStream decode(InputStream in) {
      return in;
    }
  },
  GZIP(1032, "1f8b") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .get();
    }
  },
  BZIP2(Long.MAX_VALUE, "425a68") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, true);
    }
  },
  ZSTD(Long.MAX_VALUE, "28b52ffd") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return new ZstdInputStream(in);
    }
  };

  private static final int BUFFER_BYTES = 1 << 16;

  private final long largestRatio;
  private final String magic;

  Compression(long largestRatio, String magic) {
    this.largestRatio = largestRatio;
    this.magic = magic;
  }

  abstract InputStream decode(InputStream in) throws IOException;

  /** The most bytes of text that so many stored bytes can hold. */
  long mostText(long storedBytes) {
    return storedBytes > Long.MAX_VALUE / largestRatio
        ? Long.MAX_VALUE
        : storedBytes * largestRatio;
  }

  /** A buffered view of a stored stream whose first bytes can be looked at. */
  static BufferedInputStream buffered(InputStream stored) {
    return new BufferedInputStream(stored, BUFFER_BYTES);
  }

  /** The compression that a stream's first bytes show; nothing is taken from it. */
  static Compression of(BufferedInputStream in) throws IOException {
    in.mark(8);
    String head = HexFormat.of().formatHex(in.readNBytes(4));
    in.reset();
    return Arrays.stream(values())
        .filter(c -> c != NONE && head.startsWith(c.magic))
        .findFirst()
        .orElse(NONE);
  }
}
