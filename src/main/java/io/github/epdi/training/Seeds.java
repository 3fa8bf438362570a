package io.github.epdi.training;

import io.github.epdi.dataset.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Independent streams of random numbers from one seed. */
final class Seeds {
  private Seeds() {}

  /** A stream of its own for each purpose and number. */
  static Random random(long seed, String purpose, long number) {
    String name = seed + "/" + purpose + "/" + number;
    byte[] digest = Sha256.bytes(name.getBytes(StandardCharsets.UTF_8));
    return new Random(ByteBuffer.wrap(digest).getLong());
  }
}
