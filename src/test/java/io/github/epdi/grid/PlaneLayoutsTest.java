package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.RejectCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.hadoop.conf.Configuration;

/** Randomly made layouts: planes alone give what the whole file gives. */
class PlaneLayoutsTest {
  private static final GridFiles FILES = new GridFiles(new Configuration(false));
  private static final int NZ = 48;

  @Property(tries = 120)
  void planesAndWholeFilesAgree(
      @ForAll @IntRange(min = 4, max = 9) int nx,
      @ForAll @IntRange(min = 4, max = 9) int ny,
      @ForAll @IntRange(min = 1, max = 12) int perLine,
      @ForAll @IntRange(min = 3, max = 16) int digits,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    Layout layout = Layout.of(random, perLine, digits);
    byte[] text = layout.file(nx, ny, random);
    TestEncoding encoding = random.nextInt(4) == 0 ? TestEncoding.GZIP : TestEncoding.PLAIN;
    Found planes = read(encoding.encode(text), PlaneReaderTest.PLANES);
    PlaneReaderTest.agree(planes, read(encoding.encode(text), PlaneReaderTest.WHOLE));
    assertThat(planes.reject()).isNull();
    assertThat(planes.readMode()).isEqualTo("planes");
  }

  /**
   * Whatever is damaged: what planes alone reject, the whole file rejects alike; and where both are
   * content they agree. What lies in other planes, an absurd number too, only the whole file shows.
   */
  @Property(tries = 250)
  void damageIsJudgedAlike(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Layout layout = Layout.of(random, 5, 11);
    byte[] text = damaged(layout.file(7, 5, random), random);
    Found planes = read(text, PlaneReaderTest.PLANES);
    Found whole = read(text, PlaneReaderTest.WHOLE);
    if (planes.reject() != null || whole.reject() == null) {
      PlaneReaderTest.agree(planes, whole);
    } else {
      assertThat(planes.readMode()).isEqualTo("planes");
      assertThat(whole.reject().code())
          .isIn(RejectCode.BAD_NUMBER, RejectCode.TRUNCATED, RejectCode.IMPLAUSIBLE);
    }
  }

  private static byte[] damaged(byte[] text, Random random) {
    byte[] bytes = ",.;-0123456789 \n\r\tE*N".getBytes(StandardCharsets.US_ASCII);
    String all = new String(text, StandardCharsets.US_ASCII);
    int from = all.indexOf("\n", all.indexOf("Direct")) + 500;
    int at = from + random.nextInt(text.length - from);
    char damage = (char) bytes[random.nextInt(bytes.length)];
    String rest = all.substring(at + random.nextInt(2));
    String kept = all.substring(0, at);
    String damaged =
        switch (random.nextInt(4)) {
          case 0 -> kept;
          case 1 -> kept + rest;
          default -> kept + damage + rest;
        };
    return damaged.getBytes(StandardCharsets.US_ASCII);
  }

  private static Found read(byte[] stored, ReadingRequest request) throws IOException {
    Path file = Files.createTempFile("layout", ".LOCPOT");
    try {
      Files.write(file, stored);
      return new Found(FILES.read(file.toString(), request));
    } finally {
      Files.delete(file);
    }
  }

  /** How one writer puts numbers into lines. */
  private record Layout(
      String format, int width, String separator, int perLine, String lineEnd, String fileEnd) {
    static Layout of(Random random, int perLine, int digits) {
      boolean exponents = random.nextBoolean();
      int width = digits + 7 + random.nextInt(4);
      List<String> lineEnds = List.of("\n", "\r\n", " \n", "\t\r\n");
      String lineEnd = lineEnds.get(random.nextInt(lineEnds.size()));
      return new Layout(
          "%" + width + "." + digits + (exponents ? "E" : "f"),
          width,
          List.of(" ", "\t", "  ", " \t ").get(random.nextInt(4)),
          perLine,
          lineEnd,
          List.of(lineEnd, "", "  " + lineEnd, lineEnd + "\n ").get(random.nextInt(4)));
    }

    byte[] file(int nx, int ny, Random random) {
      TestGrids up = TestGrids.of(GridFixture.SLAB.structure(), nx, ny, NZ);
      StringBuilder text = new StringBuilder(up.vaspHeader());
      append(text, up, nx, ny);
      if (random.nextInt(3) == 0) {
        text.append(fileEnd.contains("\n") ? "" : "\n");
        text.append(" 0.1E+01 0.1E+01 0.1E+01 0.1E+01 0.1E+01\n".repeat(2));
        text.append(" 0.1E+01 0.1E+01\n").append(up.dimensions());
        append(text, up.plus((a, b, c) -> 0.2 * Math.cos(2 * Math.PI * a)), nx, ny);
      }
      String all = text.toString();
      String header = up.vaspHeader();
      return (lineEnd.contains("\r") ? header.replace("\n", "\r\n") : header)
          .concat(all.substring(header.length()))
          .getBytes(StandardCharsets.US_ASCII);
    }

    private void append(StringBuilder text, TestGrids grid, int nx, int ny) {
      int count = nx * ny * NZ;
      for (int n = 0; n < count; n++) {
        double value = grid.value(n % nx, n / nx % ny, n / (nx * ny));
        String number = String.format(Locale.ROOT, format, value);
        text.append(separator).append(number);
        assertThat(number).hasSize(width);
        text.append(n + 1 == count ? fileEnd : (n + 1) % perLine == 0 ? lineEnd : "");
      }
    }
  }
}
