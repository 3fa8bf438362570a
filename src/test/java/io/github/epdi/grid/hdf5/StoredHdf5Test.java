package io.github.epdi.grid.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.grid.text.StorageInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the format's own library (see make.py beside them), whole and damaged. */
class StoredHdf5Test {
  private static final int NZ = 6;
  private static final int PLANE = 20;

  @ParameterizedTest
  @ValueSource(strings = {"old", "new"})
  void findsGroupsAndDataByPath(String file) throws IOException {
    StoredHdf5 found = open(bytes(file));
    assertThat(found.holds("results/values/contiguous")).isTrue();
    assertThat(found.holds("/results/values")).isTrue();
    assertThat(found.holds("results/values/contiguous/x")).isFalse();
    assertThat(found.holds("result")).isFalse();
    assertThat(found.names("many")).hasSize(40).contains("member00", "member39");
    assertThat(found.names("nothing")).isEmpty();
    for (int n = 0; n < 40; n++) {
      assertThat(found.data(String.format(Locale.ROOT, "many/member%02d", n)).number())
          .isEqualTo(n);
    }
    assertThatThrownBy(() -> found.data("results/nothing"))
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessage("expected the data set results/nothing, found none");
    assertThatThrownBy(() -> found.data("results"))
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessageContaining("found damage (a group)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", "new"})
  void readsSmallDataWhole(String file) throws IOException {
    StoredHdf5 found = open(bytes(file));
    assertThat(found.data("numbers").numbers()).containsExactly(3, 6);
    assertThat(found.data("truth").number()).isEqualTo(1);
    assertThat(found.data("truth").shapeText()).isEqualTo("a single value");
    assertThat(found.data("texts/fixed").words()).containsExactly("Mo", "S");
    assertThat(found.data("texts/variable").words()).containsExactly("Mo", "S");
    assertThat(found.data("texts/one").words()).containsExactly("a title");
    assertThat(found.data("results/values/packed").numbers()).containsExactly(values());
    assertThatThrownBy(() -> found.data("texts/fixed").numbers())
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessage("expected numbers in texts/fixed, found another type");
    assertThatThrownBy(() -> found.data("numbers").words())
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessage("expected texts in numbers, found another type");
    assertThatThrownBy(() -> found.data("numbers").number())
        .hasMessage("expected one number in numbers, found 2 numbers");
  }

  /** No file makes a reader open another one. */
  @ParameterizedTest
  @ValueSource(strings = {"old", "new"})
  void linksAreNotFollowed(String file) throws IOException {
    StoredHdf5 found = open(bytes(file));
    assertThat(found.names("")).contains("numbers", "many").doesNotContain("soft", "elsewhere");
    assertThat(found.holds("elsewhere")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "old, contiguous", "old, big_endian", "old, chunked", "old, growing", "old, unbounded",
    "old, packed", "new, contiguous", "new, big_endian", "new, chunked", "new, growing",
    "new, unbounded", "new, packed"
  })
  void readsPlanesAloneOrTogether(String file, String name) throws IOException {
    Hdf5Data data = open(bytes(file)).data("results/values/" + name);
    assertThat(data.shape()).containsExactly(1, NZ, 5, 4);
    assertThat(data.shapeText()).isEqualTo("1 x 6 x 5 x 4");
    for (int[] wanted : new int[][] {{0}, {5}, {1, 2, 4}, {0, 1, 2, 3, 4, 5}, {}}) {
      double[][] found = new double[NZ][];
      data.planes().read(wanted, (k, plane) -> found[k] = plane.clone());
      for (int k = 0; k < NZ; k++) {
        int plane = k;
        boolean asked = Arrays.stream(wanted).anyMatch(w -> w == plane);
        double[] expected = Arrays.copyOfRange(values(), k * PLANE, (k + 1) * PLANE);
        assertThat(found[k]).as("plane %d of %s", k, name).isEqualTo(asked ? expected : null);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", "new"})
  void whatIsNotThereOrNotFloat64IsNamed(String file) throws IOException {
    StoredHdf5 found = open(bytes(file));
    Hdf5Planes.Taker none = (k, plane) -> {};
    int[] all = {0, 1, 2, 3, 4, 5};
    assertThatThrownBy(() -> found.data("results/values/single").planes())
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessageContaining("float64 values on three axes or more");
    assertThatThrownBy(() -> found.data("numbers").planes())
        .isInstanceOf(DamagedHdf5Exception.class);
    assertThatThrownBy(() -> found.data("results/values/unwritten").planes().read(all, none))
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessageContaining("none written");
    Hdf5Planes part = found.data("results/values/part").planes();
    part.read(new int[] {0, 1}, none);
    assertThatThrownBy(() -> part.read(all, none))
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessageMatching("expected whole chunks of values, found damage .*chunk.*part.*");
    assertThatThrownBy(() -> found.data("results/values/lzf").planes().read(all, none))
        .isInstanceOf(DamagedHdf5Exception.class)
        .hasMessageContaining("a filter");
  }

  @Test
  void theSignatureIsThatOfTheFormat() throws IOException {
    assertThat(StoredHdf5.isSignedIn(bytes("old"))).isTrue();
    assertThat(StoredHdf5.isSignedIn(Arrays.copyOf(bytes("old"), 7))).isFalse();
    byte[] other = bytes("new");
    other[1] = 'h';
    assertThat(StoredHdf5.isSignedIn(other)).isFalse();
  }

  /** Whatever is damaged: the values of the file, or an exception that says so; soon. */
  @Property(tries = 3000)
  void damageIsAnExceptionThatSaysSo(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] file = bytes(random.nextBoolean() ? "old" : "new");
    int hits = 1 + random.nextInt(6);
    for (int n = 0; n < hits; n++) {
      int at = random.nextInt(random.nextBoolean() ? file.length : 2048);
      switch (random.nextInt(3)) {
        case 0 -> file[at] = (byte) random.nextInt(256);
        case 1 -> file[at] = (byte) 0xff;
        default -> Arrays.fill(file, at, Math.min(file.length, at + 8), (byte) random.nextInt());
      }
    }
    if (random.nextInt(4) == 0) {
      file = Arrays.copyOf(file, random.nextInt(file.length));
    }
    try {
      StoredHdf5 found = open(file);
      for (String name : found.names("results/values")) {
        try {
          Hdf5Data data = found.data("results/values/" + name);
          data.numbers();
          data.planes().read(new int[] {0, (int) data.shape()[1] - 1}, (k, plane) -> {});
        } catch (DamagedHdf5Exception | java.io.EOFException e) {
          assertThat(e).hasMessageContaining("expected");
        }
      }
      for (String name : found.names("texts")) {
        try {
          found.data("texts/" + name).words();
        } catch (DamagedHdf5Exception e) {
          assertThat(e).hasMessageContaining("expected");
        }
      }
      found.names("many");
    } catch (DamagedHdf5Exception e) {
      assertThat(e).hasMessageContaining("expected");
    }
  }

  private static double[] values() {
    double[] values = new double[NZ * PLANE];
    Arrays.setAll(values, n -> n / 7.0);
    return values;
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/hdf5", name + ".h5"));
  }

  private static StoredHdf5 open(byte[] file) throws IOException {
    FSDataInputStream in = new FSDataInputStream(new Bytes(file));
    return StoredHdf5.open(new StorageInput(in, file.length));
  }

  /** A file in memory, as Hadoop reads it. */
  private static final class Bytes extends ByteArrayInputStream
      implements Seekable, PositionedReadable {
    Bytes(byte[] file) {
      super(file);
    }

    @Override
    public void seek(long position) {
      pos = (int) position;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
      int read = (int) Math.min(length, count - position);
      if (read <= 0) {
        return -1;
      }
      System.arraycopy(buf, (int) position, target, offset, read);
      return read;
    }

    @Override
    public void readFully(long position, byte[] target, int offset, int length) throws IOException {
      if (read(position, target, offset, length) < length) {
        throw new java.io.EOFException("the end of the bytes");
      }
    }

    @Override
    public void readFully(long position, byte[] target) throws IOException {
      readFully(position, target, 0, target.length);
    }
  }
}
