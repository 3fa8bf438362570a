package io.github.epdi.training.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaterialSplitTest {
  private static final List<String> FOUR = List.of("MoS2-Ti", "NbS2-Ti", "TiS2-V", "WS2-Nb");

  @Property(tries = 200)
  void everyMaterialIsInOnePart(
      @ForAll @IntRange(min = 4, max = 40) int count,
      @ForAll @DoubleRange(max = 0.4) double test,
      @ForAll @DoubleRange(max = 0.4) double validation,
      @ForAll long seed) {
    List<String> materials = IntStream.range(0, count).mapToObj(i -> "m" + i).toList();
    SplitOptions options = new SplitOptions(List.of(), test, List.of(), validation);
    MaterialSplit split = MaterialSplit.of(materials, options, seed);
    List<String> all = new ArrayList<>(split.training());
    all.addAll(split.validation());
    all.addAll(split.test());
    assertThat(all).containsExactlyInAnyOrderElementsOf(materials);
    assertThat(split.test()).hasSize(expected(count, test));
    assertThat(split.validation()).hasSize(expected(count, validation));
    List<String> shuffled = new ArrayList<>(materials);
    Collections.reverse(shuffled);
    assertThat(MaterialSplit.of(shuffled, options, seed)).isEqualTo(split);
    for (Part part : Part.values()) {
      assertThat(split.materials(part)).allMatch(material -> split.part(material) == part);
    }
  }

  private static int expected(int count, double fraction) {
    return fraction == 0 ? 0 : (int) Math.max(1, Math.round(count * fraction));
  }

  @Test
  void namedMaterialsComeFirst() {
    SplitOptions options = new SplitOptions(List.of("WS2-Nb"), 0.9, List.of("MoS2-Ti"), 0.9);
    MaterialSplit split = MaterialSplit.of(FOUR, options, 1);
    assertThat(split.test()).containsExactly("WS2-Nb");
    assertThat(split.validation()).containsExactly("MoS2-Ti");
    assertThat(split.training()).containsExactly("NbS2-Ti", "TiS2-V");
  }

  @Test
  void seedsDiffer() {
    SplitOptions options = new SplitOptions(List.of(), 0.25, List.of(), 0.25);
    assertThat(IntStream.range(0, 20).mapToObj(s -> MaterialSplit.of(FOUR, options, s)).distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void errorsSayWhat() {
    assertFails(new SplitOptions(List.of("WS2-NB"), 0, List.of(), 0))
        .hasMessage(
            "Cannot use WS2-NB for test: expected a labelled material, found none of this name"
                + " (nearest: WS2-Nb)");
    assertFails(new SplitOptions(List.of("TiS2-V"), 0, List.of("TiS2-V"), 0))
        .hasMessage("Cannot use TiS2-V for validation: it is named twice");
    assertFails(new SplitOptions(List.of(), 1.5, List.of(), 0))
        .hasMessage("Cannot split materials: expected a test fraction of 0 to below 1, found 1.5");
    assertFails(new SplitOptions(List.of(), 0.9, List.of(), 0))
        .hasMessage(
            "Cannot split 4 materials: expected some for training, found 0 for validation and 4"
                + " for test");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      SplitOptions options) {
    return assertThatThrownBy(() -> MaterialSplit.of(FOUR, options, 1))
        .isInstanceOf(InputException.class);
  }
}
