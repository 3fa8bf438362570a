package io.github.epdi.screening.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OwnBatchesTest {
  /** Two members: the sum of an image's values, and its negative. */
  private static double[][] sums(float[] images, int count) {
    double[][] energies = new double[2][count];
    for (int i = 0; i < count; i++) {
      energies[0][i] = images[2 * i] + images[2 * i + 1];
      energies[1][i] = -energies[0][i];
    }
    return energies;
  }

  @Property(tries = 100)
  void eachImagesEnergiesComeBackToWhoeverAsked(
      @ForAll @IntRange(max = 40) int images, @ForAll @IntRange(min = 1, max = 9) int batchSize) {
    List<Integer> counts = new ArrayList<>();
    ImageBatches batches =
        new OwnBatches(
            (values, count) -> {
              counts.add(count);
              return sums(values, count);
            },
            2,
            batchSize);
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();

    for (int i = 0; i < images; i++) {
      int number = i;
      batches.add(
          (out, offset) -> {
            out[offset] = number;
            out[offset + 1] = 1000;
          },
          energies -> {
            first.add(energies[0]);
            second.add(energies[1]);
          });
    }
    batches.predict();

    assertThat(first).hasSize(images);
    for (int i = 0; i < images; i++) {
      assertThat(first.get(i)).isEqualTo(1000.0 + i);
      assertThat(second.get(i)).isEqualTo(-1000.0 - i);
    }
    assertThat(counts.stream().mapToInt(c -> c).sum()).isEqualTo(images);
    assertThat(counts.subList(0, counts.size() - 1)).allMatch(count -> count == batchSize);
  }
}
