package io.github.epdi.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Identities by SHA-256: of results and of runs. */
public final class RunId {
  private static final int RUN_ID_DIGITS = 16;

  private RunId() {}

  /**
   * The id of a run: 16 hex digits over the campaign's name and the identities of its results,
   * whose order does not matter.
   */
  public static String of(String campaignName, Collection<String> resultIdentities) {
    MessageDigest digest = sha256();
    update(digest, campaignName);
    resultIdentities.stream().sorted().forEach(identity -> update(digest, identity));
    return HexFormat.of().formatHex(digest.digest()).substring(0, RUN_ID_DIGITS);
  }

  /** The digest of an ordered list of texts, 64 hex digits; their borders matter. */
  public static String identity(List<String> parts) {
    MessageDigest digest = sha256();
    parts.forEach(part -> update(digest, part));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
