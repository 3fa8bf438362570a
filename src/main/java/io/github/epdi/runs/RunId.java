package io.github.epdi.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Identities of results and of runs, by SHA-256. */
public final class RunId {
  private static final int RUN_ID_DIGITS = 16;

  private RunId() {}

  /**
   * Returns the id of a run: 16 hex digits over the campaign's name and the identities of its
   * results, whose order does not matter.
   */
  public static String of(String campaignName, Collection<String> resultIdentities) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    update(digest, campaignName);
    resultIdentities.stream().sorted().forEach(identity -> update(digest, identity));
    return HexFormat.of().formatHex(digest.digest()).substring(0, RUN_ID_DIGITS);
  }

  /**
   * Returns the digest of an ordered list of texts as 64 hex digits. It depends on where one text
   * ends and the next begins.
   */
  public static String identity(List<String> parts) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    parts.forEach(part -> update(digest, part));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
