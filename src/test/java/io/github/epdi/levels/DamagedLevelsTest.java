package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with random damage are read, or refused with a code: nothing else comes of them. */
class DamagedLevelsTest {
  private static final Set<RejectCode> CODES =
      EnumSet.of(RejectCode.LEVELS_BAD, RejectCode.LEVELS_MISMATCH);
  private static final byte[] BYTES =
      "0123456789.-+*eE <>/\"\n\r\t\0=!&;[]|:".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"EIGENVAL", "OUTCAR", "vasprun.xml", "cp2k.out", "data-file-schema.xml"})
  void ofText(String name) {
    byte[] whole = LevelsFixture.text(name).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refused(whole, 400)).isGreaterThan(40);
  }

  @Test
  void ofHdf5() throws IOException {
    byte[] whole = Files.readAllBytes(new LevelsFixture(folder).vaspout());
    assertThat(refused(whole, 200)).isGreaterThan(20);
  }

  /** How many of so many damaged files are refused. */
  private int refused(byte[] whole, int tries) {
    LevelsFixture fixture = new LevelsFixture(folder);
    Random random = new Random(16);
    int refused = 0;
    for (int i = 0; i < tries; i++) {
      byte[] damaged = damaged(whole, random);
      try {
        fixture.read(damaged);
      } catch (RejectException e) {
        assertThat(e.reject().code()).as(e.getMessage()).isIn(CODES);
        refused++;
      }
    }
    FileUtils.deleteQuietly(folder.resolve("run.levels").toFile());
    return refused;
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      damaged[random.nextInt(damaged.length)] = BYTES[random.nextInt(BYTES.length)];
    }
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(damaged, random.nextInt(damaged.length));
    }
    if (random.nextInt(4) == 0) {
      int from = random.nextInt(damaged.length);
      int length = Math.min(random.nextInt(200), damaged.length - from);
      byte[] shorter = new byte[damaged.length - length];
      System.arraycopy(damaged, 0, shorter, 0, from);
      System.arraycopy(damaged, from + length, shorter, from, damaged.length - from - length);
      return shorter;
    }
    return damaged;
  }
}
