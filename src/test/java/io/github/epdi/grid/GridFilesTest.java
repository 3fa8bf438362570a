package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridFilesTest extends GridFixture {
  private final GridFiles files = new GridFiles(new Configuration(false));

  @Test
  void aMissingPathIsAnErrorOfStorage() {
    String path = folder.resolve("missing.cube").toString();
    assertThatThrownBy(() -> files.read(path, BOTH_SIDES))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot read " + path + ": expected a grid file, found nothing there");
  }

  @Test
  void aDirectoryIsNoFile() {
    assertThatThrownBy(() -> files.read(folder.toString(), BOTH_SIDES))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot read " + folder + ": expected a grid file, found a directory");
  }

  @Test
  void anUnknownSchemeIsNamed() {
    assertThatThrownBy(() -> files.read("nosuch://host/grid", BOTH_SIDES))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot read nosuch://host/grid: expected")
        .hasMessageContaining("nosuch");
  }

  @Test
  void whatIsNoPathIsUnreadable() {
    assertThatThrownBy(() -> files.read("a:b:/c", BOTH_SIDES))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("Cannot read a:b:/c: expected a path, found");
  }

  /** A bad argument while a file is read is a fault of the program: no file is blamed for it. */
  @Test
  void faultsOfTheProgramAreNoFaultsOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("LOCPOT"), GRIDS.locpot());
    Configuration configuration = new Configuration(false);
    configuration.setClass("fs.badargument.impl", BadArgument.class, FileSystem.class);
    GridFiles faulty = new GridFiles(configuration);
    assertThatThrownBy(() -> faulty.read("badargument://" + file, BOTH_SIDES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not of the file");
  }

  /** A file system with a fault. */
  public static final class BadArgument extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("badargument:///");
    }

    @Override
    public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) {
      throw new IllegalArgumentException("not of the file");
    }
  }

  @Test
  void aSideThatWasNotReadIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("LOCPOT"), GRIDS.locpot());
    GridReading.Accepted top = files.read(file.toString(), TestGrids.request(Side.TOP)).accepted();
    assertThat(top.potential(Side.TOP).vacuumLevelEv())
        .isEqualTo(top.values().vacuum().get(Side.TOP).levelEv());
    assertThatThrownBy(() -> top.potential(Side.BOTTOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bottom side of " + file);
    assertThatThrownBy(() -> top.graph(Side.BOTTOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bottom side of " + file);
  }

  @Test
  void aRejectedReadingIsNoAcceptedOne() throws IOException {
    Path file = Files.writeString(folder.resolve("LOCPOT"), "");
    GridReading reading = files.read(file.toString(), BOTH_SIDES);
    assertThatThrownBy(reading::accepted)
        .isInstanceOf(RejectException.class)
        .extracting(e -> ((RejectException) e).reject().code())
        .isEqualTo(RejectCode.BAD_HEADER);
  }

  @Test
  void urisAndPlainPathsAreTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("LOCPOT with blanks"), GRIDS.locpot());
    Found plain = new Found(files.read(file.toString(), BOTH_SIDES));
    assertThat(plain.reject()).isNull();
    assertThat(new Found(files.read("file://" + file, BOTH_SIDES)).statistics())
        .isEqualTo(plain.statistics());
    assertThat(plain.uri()).isEqualTo(file.toString());
    assertThat(plain.modifiedMillis()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
  }

  @Test
  void anEmptyFileHasNoFormat() {
    Found found = read("");
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(found.reject().message())
        .isEqualTo(
            "Cannot recognise the format: expected a VASP potential (LOCPOT, vaspout.h5), a cube,"
                + " an XSF or a filplot of pp.x, found an empty file");
    assertThat(found.header()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello\nworld\n", "\n\n\n", "1 2 3\n4 5 6\n", "{\"a\": 1}"})
  void garbageHasNoFormat(String text) {
    Found found = read(text);
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(found.reject().message()).startsWith("Cannot recognise the format: expected");
    assertThat(found.reject().line()).isEqualTo(1);
  }

  @Test
  void bytesOfPicturesHaveNoFormat() {
    byte[] bytes = new byte[300_000];
    new java.util.Random(1).nextBytes(bytes);
    Found found = read(bytes, BOTH_SIDES);
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(found.reject().message()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0 ", "0.0\n", " ", "\n", "0", "x\n", "\0"})
  void endlessContentStopsWithinASecond(String endless) throws IOException {
    byte[] member = endless(endless);
    byte[] inHeader = bomb("title\n", member);
    byte[] inLattice = bomb(GRIDS.vaspHeader().substring(0, 100), member);
    byte[] inValues = bomb(GRIDS.vaspHeader(), member);
    byte[] behindValues = bomb(GRIDS.locpot(), member);
    byte[] inCube = bomb(GRIDS.cubeHeader("-Quickstep-\n\n", 1), member);
    read(GRIDS.locpot());
    for (byte[] stored : new byte[][] {inHeader, inLattice, inValues, behindValues, inCube}) {
      long start = cpuNanos();
      Found found = read(stored, toTheEnd());
      assertThat(found.reject()).isNotNull();
      assertThat(cpuNanos() - start).isLessThan(1_000_000_000L);
    }
  }

  @Test
  void moreTextThanValuesCanTakeIsTooLarge() throws IOException {
    byte[] stored = bomb(GRIDS.vaspHeader(), endless(" ".repeat(1000) + "1.0"));
    Found found = read(stored, BOTH_SIDES);
    assertThat(found.reject().code()).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(found.reject().message()).contains("bytes of text");
  }

  @Test
  void limitsOfPointsAndBytesAreTheCallers() {
    String text = GRIDS.locpot();
    ReadingRequest.Depth depth = ReadingRequest.Depth.STOP_AT_REJECT;
    long points = 12 * 12 * 48;
    assertThat(read(text, reading(depth, new GridLimits(points, 1 << 20))).reject()).isNull();
    assertThat(read(text, reading(depth, new GridLimits(points - 1, 1 << 20))).reject().code())
        .isEqualTo(RejectCode.TOO_LARGE);
    assertThat(read(text, reading(depth, new GridLimits(points, points * 2 - 1))).reject().code())
        .isEqualTo(RejectCode.TOO_LARGE);
  }

  @Test
  void aFileThatChangesOnceIsReadAgain() throws IOException {
    Found found = readChanging(1);
    assertThat(found.reject()).isNull();
    assertThat(found.statistics()).isNotNull();
  }

  @Test
  void aFileThatKeepsChangingIsRejected() throws IOException {
    Found found = readChanging(Integer.MAX_VALUE);
    assertThat(found.reject().code()).isEqualTo(RejectCode.FILE_CHANGED);
    assertThat(found.reject().message()).contains("twice");
    assertThat(found.statistics()).isNull();
  }

  @Test
  void aFaultOfTheProgramIsARejectForThoseWhoLookAndAnExceptionForOthers() throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.setClass("fs.headersonly.impl", FaultyFiles.class, FaultyFiles.class);
    Path file = Files.writeString(folder.resolve("grid"), TestGrids.of(SLAB.structure()).locpot());
    GridFiles faulty = new GridFiles(configuration);
    Found found = new Found(faulty.read("headersonly://" + file, toTheEnd()));
    assertThat(found.reject().code()).isEqualTo(RejectCode.FAILED);
    assertThat(found.reject().message())
        .contains("found java.lang.IllegalStateException at GridFilesTest.java:")
        .contains("(a fault of the test); please report it with the file");
    assertThat(found.structure().formula()).isEqualTo("Mo4S8");
    assertThat(found.slab()).isNotNull();
    assertThatThrownBy(() -> faulty.read("headersonly://" + file, BOTH_SIDES))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Local files of which no more than a header can be had. */
  public static final class FaultyFiles extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("headersonly:///");
    }

    @Override
    public org.apache.hadoop.fs.FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer)
        throws IOException {
      var whole = super.open(path, buffer);
      return new org.apache.hadoop.fs.FSDataInputStream(new Faulty(whole));
    }
  }

  /** Fails behind what one look at the beginning takes. */
  private static final class Faulty extends org.apache.hadoop.fs.FSInputStream {
    private final org.apache.hadoop.fs.FSDataInputStream whole;

    Faulty(org.apache.hadoop.fs.FSDataInputStream whole) {
      this.whole = whole;
    }

    @Override
    public int read() throws IOException {
      return whole.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (whole.getPos() > 100_000) {
        throw new IllegalStateException("a fault of the test");
      }
      return whole.read(target, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
      whole.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return whole.getPos();
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }
  }

  /** Of this thread, so that a busy machine fails no test. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private Found readChanging(int changes) throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.setClass("fs.changing.impl", ChangingFiles.class, ChangingFiles.class);
    configuration.setBoolean("fs.changing.impl.disable.cache", true);
    configuration.setInt("changes", changes);
    Path file = Files.writeString(folder.resolve("growing"), GRIDS.locpot());
    return new Found(new GridFiles(configuration).read("changing://" + file, BOTH_SIDES));
  }

  /** Local files whose modification time moves each time that they are opened. */
  public static final class ChangingFiles extends RawLocalFileSystem {
    private int opened;

    @Override
    public URI getUri() {
      return URI.create("changing:///");
    }

    @Override
    public org.apache.hadoop.fs.FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer)
        throws IOException {
      opened++;
      return super.open(path, buffer);
    }

    @Override
    public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
      FileStatus s = super.getFileStatus(path);
      long moved = s.getModificationTime() + Math.min(opened, getConf().getInt("changes", 0));
      return new FileStatus(s.getLen(), s.isDirectory(), 1, s.getBlockSize(), moved, s.getPath());
    }
  }

  /** Some text and then 80 MB of the same, compressed. */
  private static byte[] bomb(String text, byte[] member) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(gzip(text.getBytes(StandardCharsets.UTF_8), 1));
    for (int i = 0; i < 4; i++) {
      all.write(member);
    }
    return all.toByteArray();
  }

  private static byte[] endless(String text) throws IOException {
    byte[] chunk = text.repeat(1 + 1_000_000 / text.length()).getBytes(StandardCharsets.UTF_8);
    return gzip(chunk, 20);
  }

  private static byte[] gzip(byte[] chunk, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        out.write(chunk);
      }
    }
    return bytes.toByteArray();
  }
}
