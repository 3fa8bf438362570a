package io.github.epdi.training.loop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;

/** Derives independent streams of random numbers from one seed. */
public final class Seeds {
  private Seeds() {}

  /** Returns a stream of its own for each purpose and number. */
  public static Random random(long seed, String purpose, long number) {
    String name = seed + "/" + purpose + "/" + number;
    byte[] digest = DigestUtils.sha256(name.getBytes(StandardCharsets.UTF_8));
    return new Random(ByteBuffer.wrap(digest).getLong());
  }
}
