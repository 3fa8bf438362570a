package io.github.epdi.grid;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Ways to store a text; {@code *_MEMBERS} as two compressed members in a row. */
enum TestEncoding {
  PLAIN,
  GZIP,
  GZIP_MEMBERS,
  BZIP2,
  BZIP2_MEMBERS,
  ZSTD,
  ZSTD_MEMBERS;

  byte[] encode(byte[] text) {
    int half = text.length / 2;
    byte[] first = Arrays.copyOfRange(text, 0, half);
    byte[] second = Arrays.copyOfRange(text, half, text.length);
    return switch (this) {
      case PLAIN -> text;
      case GZIP -> gzip(text);
      case GZIP_MEMBERS -> joined(gzip(first), gzip(second));
      case BZIP2 -> bzip2(text);
      case BZIP2_MEMBERS -> joined(bzip2(first), bzip2(second));
      case ZSTD -> Zstd.compress(text);
      case ZSTD_MEMBERS -> joined(Zstd.compress(first), Zstd.compress(second));
    };
  }

  private interface Encoder {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] gzip(byte[] text) {
    return encoded(text, GZIPOutputStream::new);
  }

  private static byte[] bzip2(byte[] text) {
    return encoded(text, BZip2CompressorOutputStream::new);
  }

  private static byte[] encoded(byte[] text, Encoder encoder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = encoder.over(bytes)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
