package io.github.epdi.grid.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.grid.blocks.BlockReader;
import io.github.epdi.grid.blocks.GridLayout;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneStatistics;
import io.github.epdi.grid.blocks.ValueOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Random layouts: any blanks, any line lengths, any chunks from storage, in both orders. */
class ValueReaderTest {
  @Property(tries = 300)
  void anyLayoutGivesTheSameBlock(
      @ForAll @IntRange(min = 1, max = 9) int nx,
      @ForAll @IntRange(min = 1, max = 9) int ny,
      @ForAll @IntRange(min = 1, max = 9) int nz,
      @ForAll ValueOrder order,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    double[][] planes = new double[nz][nx * ny];
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < nx * ny * nz; n++) {
      boolean a = order == ValueOrder.A_FASTEST;
      int i = a ? n % nx : n / (nz * ny);
      int j = a ? n / nx % ny : n / nz % ny;
      int k = a ? n / (nx * ny) : n % nz;
      planes[k][j * nx + i] = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      text.append(blanks(random)).append(planes[k][j * nx + i]);
    }
    InputStream in = new Chunks(text.append(blanks(random)).toString(), random);
    GridLayout layout = new GridLayout(nx, ny, nz, order);
    TextInput input = new TextInput(in);
    PlaneBlock block =
        new BlockReader(new ValueReader(input, new DecimalParser()), layout, (k, n) -> k % 2 == 0)
            .read();
    for (int k = 0; k < nz; k++) {
      assertThat(block.planes()[k]).isEqualTo(k % 2 == 0 ? planes[k] : null);
      double[] sorted = planes[k].clone();
      java.util.Arrays.sort(sorted);
      assertThat(block.statistics().min(k)).isEqualTo(sorted[0]);
      assertThat(block.statistics().max(k)).isEqualTo(sorted[sorted.length - 1]);
    }
    assertThat(input.line)
        .isEqualTo(text.chars().filter(c -> c == '\n').count() + 1 - trailing(text));
  }

  @Test
  void tokensAcrossTheBuffersEndAreWhole() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 40_000; n++) {
      text.append(n).append(".25").append(n % 7 == 0 ? "\n" : " ");
    }
    ValueReader values =
        new ValueReader(
            new TextInput(new Chunks(text.toString(), new Random(3))), new DecimalParser());
    double[] found = new double[40_000];
    values.read(found, found.length);
    for (int n = 0; n < found.length; n++) {
      assertThat(found[n]).isEqualTo(n + 0.25);
    }
    assertThat(values.atEnd()).isTrue();
    assertThat(values.badNumber()).isNull();
  }

  @Test
  void sumsAreCompensated() {
    PlaneStatistics statistics = new PlaneStatistics(1);
    statistics.addRow(0, new double[] {1e16, 1, -1e16, 1}, 0, 4);
    statistics.addColumn(new double[] {1e16});
    statistics.addColumn(new double[] {1});
    statistics.addColumn(new double[] {-1e16});
    assertThat(statistics.mean(0)).isEqualTo(3 / 7.0);
  }

  private static long trailing(CharSequence text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(end, text.length()).chars().filter(c -> c == '\n').count();
  }

  private static String blanks(Random random) {
    String[] kinds = {" ", "  ", "\n", "\r\n", "\t", "\n\n   ", "                "};
    return kinds[random.nextInt(kinds.length)];
  }

  /** Storage that gives as few bytes as it likes. */
  private static final class Chunks extends ByteArrayInputStream {
    private final Random random;

    Chunks(String text, Random random) {
      super(text.getBytes(StandardCharsets.UTF_8));
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
    }
  }
}
