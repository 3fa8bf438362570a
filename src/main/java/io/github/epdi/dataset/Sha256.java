package io.github.epdi.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests. */
public final class Sha256 {
  private Sha256() {}

  /** A digest to be fed. */
  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The digest of bytes, 32 bytes. */
  public static byte[] bytes(byte[] content) {
    return begin().digest(content);
  }

  /** The digest of bytes, lower-case hexadecimal. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(bytes(content));
  }
}
