package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planes alone against whole files. */
class PlaneReaderTest extends GridFixture {
  static final ReadingRequest WHOLE =
      declaring(conventions(null, PotentialSign.AUTO, XcDeclaration.CHECK_AND_ALLOW));
  static final ReadingRequest PLANES =
      declaring(conventions(null, PotentialSign.AUTO, XcDeclaration.INCLUDED));

  private static final TestGrids LARGE = TestGrids.of(SLAB.structure(), 24, 24, 64);
  private static final String TEXT = LARGE.locpot();
  private static final TestGrids LOW =
      TestGrids.of(SLAB.shifted(0, 0, -0.45).structure(), 40, 40, 96);
  private static final String LOW_TEXT = LOW.locpot();
  private static final String IONS = "  0.000000000000E+00  0.100000000000E+00 -.2E+00\n".repeat(4);

  /** All that both ways must agree on. */
  static void agree(Found planes, Found whole) {
    assertThat(planes.reject()).isEqualTo(whole.reject());
    assertThat(planes.vacuum()).isEqualTo(whole.vacuum());
    assertThat(planes.sign()).isEqualTo(whole.sign());
    assertThat(planes.spinBlocks()).isEqualTo(whole.spinBlocks());
    assertThat(planes.header()).usingRecursiveComparison().isEqualTo(whole.header());
    assertThat(planes.structure()).usingRecursiveComparison().isEqualTo(whole.structure());
    assertThat(planes.flags()).isEqualTo(whole.flags());
    assertThat(planes.grid() == null).isEqualTo(whole.grid() == null);
    for (int k = 0; whole.grid() != null && k < whole.grid().nz(); k++) {
      assertThat(planes.grid().holds(k)).isEqualTo(whole.grid().holds(k));
      if (whole.grid().holds(k)) {
        assertThat(Arrays.equals(planes.grid().plane(k), whole.grid().plane(k))).isTrue();
      }
    }
  }

  private Found agreed(String text, String mode) {
    Found planes = read(text, PLANES);
    agree(planes, read(text, WHOLE));
    assertThat(planes.readMode()).isEqualTo(mode);
    return planes;
  }

  /** Where fields touch, lines hold as many values as they have points. */
  @ParameterizedTest
  @CsvSource({"E, 13, 5, 3, 6", "ES, 12, 4, 3, 5", "F, 9, 5, 0, 10", "E, 12, 5, 2, 4"})
  void readsPlanesOfFieldsThatTouch(String form, int width, int digits, int exponent, int perLine) {
    String values = FortranText.block(LARGE, 24, 24, perLine, form, width, digits, exponent);
    assertThat(values).contains(form.equals("F") ? "-" : "E");
    Found found = agreed(LARGE.vaspHeader() + values, "planes");
    assertThat(found.reject()).isNull();
    String apart = FortranText.block(LARGE, 24, 24, perLine, form, width + 1, digits, exponent);
    agree(found, read(LARGE.vaspHeader() + apart, WHOLE));
  }

  @Test
  void readsLessAndTheSame() {
    agreed(TEXT, "planes");
    Found found = read(TEXT, onTop(PLANES));
    agree(found, read(TEXT, onTop(WHOLE)));
    assertThat(found.reject()).isNull();
    assertThat(found.readMode()).isEqualTo("planes");
    assertThat(found.xcCheck()).isEqualTo("declared");
    assertThat(found.lengthBytes()).isEqualTo(TEXT.length());
    assertThat(found.bytesRead()).isLessThan(found.lengthBytes() / 2);
    assertThat(found.statistics().min()).isNaN();
    assertThat(found.statistics().max()).isNaN();
    assertThat(found.statistics().mean()).isNaN();
  }

  @Test
  void isNotDoneUnlessExchangeCorrelationIsDeclared() {
    assertThat(read(TEXT, WHOLE).readMode()).isEqualTo("full");
    assertThat(read(TEXT, BOTH_SIDES).readMode()).isEqualTo("full");
    assertThat(read(LARGE.cube(), PLANES).readMode()).isEqualTo("full");
    assertThat(read(LARGE.xsf(), PLANES).readMode()).isEqualTo("full");
  }

  @Test
  void ofSpinsItIsTheMeanOfBoth() {
    TestGrids down = LARGE.plus((a, b, c) -> 0.5 * Math.sin(2 * Math.PI * a));
    String text = TEXT + IONS + LARGE.dimensions() + down.block();
    assertThat(agreed(text, "planes").spinBlocks()).isEqualTo(2);
    assertThat(agreed(text.replace("\n", "\r\n"), "planes").spinBlocks()).isEqualTo(2);
    String ions = TEXT + IONS;
    assertThat(agreed(ions, "planes").spinBlocks()).isEqualTo(1);
  }

  @Test
  void ofFourBlocksItIsTheFirst() {
    String field = IONS + LARGE.dimensions() + LARGE.times(0.01).block();
    assertThat(agreed(TEXT + field.repeat(3), "planes").spinBlocks()).isEqualTo(4);
    assertThat(agreed(TEXT + field.repeat(2), "full").reject().code())
        .isEqualTo(RejectCode.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "*****************", "1.0E+999"})
  void aBadNumberIsFoundWhereItIsRead(String token) {
    int first = (int) LARGE.vaspHeader().lines().count() + 1;
    int linesOfPlane = 24 * 24 / 5;
    String padded = String.format("%18s%18s%18s%18s%18s", token, ".1", ".1", ".1", ".1");
    int vacuum = first;
    Found found = agreed(withLine(TEXT, vacuum, padded), "full");
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(found.reject().line()).isEqualTo(vacuum);
    int unread = first + 36 * linesOfPlane + 20;
    String elsewhere = withLine(TEXT, unread, padded);
    assertThat(read(elsewhere, WHOLE).reject().code()).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(read(elsewhere, PLANES).reject()).isNull();
  }

  @Test
  void whateverIsWrongIsToldAsOfAWholeReading() {
    assertThat(agreed(TEXT.substring(0, TEXT.length() - 200), "full").reject().code())
        .isEqualTo(RejectCode.TRUNCATED);
    assertThat(agreed(TEXT + "1.0 2.0\nsomething\n", "full").reject().code())
        .isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(agreed(TEXT + "augmentation occupancies 1 2\n .1 .2\n", "full").reject().code())
        .isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(agreed(LARGE.plus((a, b, c) -> 2 * (c - 0.5)).locpot(), "full").reject().code())
        .isEqualTo(RejectCode.VACUUM_NOT_FLAT);
    TestGrids density =
        TestGrids.of(
            SLAB.structure(), 20, 20, 48, (a, b, c) -> Math.exp(-40 * Math.pow(c - 0.5, 2)));
    assertThat(agreed(density.locpot(), "full").reject().code())
        .isEqualTo(RejectCode.NOT_A_POTENTIAL);
  }

  @Test
  void whereNoNeededValueIsNegativeAllAreLookedAt() {
    TestGrids lifted = LARGE.plus((a, b, c) -> 1000);
    assertThat(agreed(lifted.locpot(), "full").reject()).isNull();
  }

  @Test
  void linesOfOtherLengthsAreReadWhole() {
    int first = (int) LARGE.vaspHeader().lines().count() + 1;
    int middle = first + 24 * 24 / 5 * 32 + 7;
    for (int line : new int[] {first, first + 1, first + 3000, middle}) {
      Found found = agreed(withLine(TEXT, line, line(TEXT, line) + " "), "full");
      assertThat(found.reject()).isNull();
    }
    String joined = LARGE.vaspHeader() + LARGE.block().strip().replaceAll("\\s+", " ");
    assertThat(agreed(joined, "full").reject()).isNull();
  }

  @ParameterizedTest
  @EnumSource(TestEncoding.class)
  void compressedFilesGiveTheSame(TestEncoding encoding) {
    byte[] stored = encoding.encode(TEXT.getBytes(StandardCharsets.UTF_8));
    Found planes = read(stored, PLANES);
    agree(planes, read(stored, WHOLE));
    assertThat(planes.reject()).isNull();
  }

  @Test
  void gzipStopsBehindTheLastNeededPlane() {
    byte[] stored = TestEncoding.GZIP.encode(LOW_TEXT.getBytes(StandardCharsets.UTF_8));
    ReadingRequest top = onTop(PLANES);
    Found planes = read(stored, top);
    agree(planes, read(stored, onTop(WHOLE)));
    assertThat(planes.readMode()).isEqualTo("planes");
    assertThat(planes.reject()).isNull();
    assertThat(planes.bytesRead()).isLessThan((long) (0.9 * stored.length));
    String spin = LOW_TEXT + IONS + LOW.dimensions() + LOW.times(1.01).block();
    byte[] both = TestEncoding.GZIP.encode(spin.getBytes(StandardCharsets.UTF_8));
    Found mean = read(both, top);
    agree(mean, read(both, onTop(WHOLE)));
    assertThat(mean.spinBlocks()).isEqualTo(2);
    assertThat(mean.bytesRead()).isLessThan(both.length);
  }

  @Test
  void whatFollowsInAGzipFileIsNotPassedOver() {
    byte[] text = LOW_TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] one = TestEncoding.GZIP.encode(text);
    byte[] twice = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, twice, one.length, one.length);
    byte[] longer = Arrays.copyOf(one, one.length + 9);
    String augmented = LOW_TEXT + "augmentation occupancies 1 2\n .1 .2\n";
    byte[] density = TestEncoding.GZIP.encode(augmented.getBytes(StandardCharsets.UTF_8));
    byte[] members = TestEncoding.GZIP_MEMBERS.encode(augmented.getBytes(StandardCharsets.UTF_8));
    for (byte[] stored : new byte[][] {twice, longer, density, members}) {
      Found planes = read(stored, onTop(PLANES));
      agree(planes, read(stored, onTop(WHOLE)));
      assertThat(planes.reject()).isNotNull();
    }
  }

  @Test
  void filesWithChecksumsBesideThemGiveTheSame() throws IOException {
    FileSystem local = FileSystem.getLocal(new Configuration(false));
    Path path = new Path(folder.resolve("checked").toString());
    try (OutputStream out = local.create(path)) {
      out.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(folder.resolve(".checked.crc")).exists();
    GridFiles files = new GridFiles(new Configuration(false));
    Found planes = new Found(files.read(path.toString(), PLANES));
    agree(planes, new Found(files.read(path.toString(), WHOLE)));
    assertThat(planes.readMode()).isEqualTo("planes");
    Files.delete(folder.resolve(".checked.crc"));
    assertThat(new Found(files.read(path.toString(), PLANES)).bytesRead())
        .isEqualTo(planes.bytesRead());
  }

  private static ReadingRequest onTop(ReadingRequest both) {
    return new ReadingRequest(
        java.util.List.of(Side.TOP),
        both.heightsAngstrom(),
        both.conventions(),
        both.limits(),
        both.symmetryToleranceAngstrom(),
        both.depth());
  }
}
