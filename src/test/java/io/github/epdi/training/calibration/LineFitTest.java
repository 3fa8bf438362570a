package io.github.epdi.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.training.accuracy.Pair;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Lines from predictions to labels of another level of theory. */
class LineFitTest {
  @Property(tries = 50)
  void oneLabelFixesTheOffset(
      @ForAll @DoubleRange(min = -4, max = 0) double prediction,
      @ForAll @DoubleRange(min = -1, max = 1) double shift) {
    List<Pair> one = List.of(new Pair("a", prediction + shift, prediction));
    assertThat(LineFit.choose(one)).isEqualTo(LineFit.OFFSET);
    EnergyLine line = LineFit.OFFSET.fit(one);
    assertThat(line.slope()).isEqualTo(1);
    assertThat(line.offsetEv()).isCloseTo(shift, within(1e-12));
    assertThat(LineFit.OFFSET.leftOutMaeEv(one)).isEmpty();
  }

  @Property(tries = 50)
  void aLineOverManyMaterialsIsFound(
      @ForAll @DoubleRange(min = 0.8, max = 1.2) double slope,
      @ForAll @DoubleRange(min = -1, max = 1) double offset) {
    List<Pair> pairs = onLine(40, offset, slope);
    EnergyLine line = LineFit.SLOPE.fit(pairs);
    assertThat(line.slope()).isCloseTo(slope, within(0.002));
    assertThat(line.of(-2)).isCloseTo(offset - 2 * slope, within(0.001));
    if (Math.abs(slope - 1) > 0.01) {
      assertThat(LineFit.choose(pairs)).isEqualTo(LineFit.SLOPE);
    }
  }

  @Property(tries = 20)
  void aSlopeNeedsSixLabelsOfThreeMaterials(
      @ForAll @DoubleRange(min = 0.8, max = 0.95) double slope) {
    assertThat(LineFit.choose(onLine(5, 0.1, slope))).isEqualTo(LineFit.OFFSET);
    List<Pair> two = onLine(8, 0.1, slope).stream().map(LineFitTest::ofTwoMaterials).toList();
    assertThat(LineFit.choose(two)).isEqualTo(LineFit.OFFSET);
    assertThat(LineFit.choose(onLine(6, 0.1, slope))).isEqualTo(LineFit.SLOPE);
  }

  /** Labels of one energy say nothing of the slope, whatever their noise. */
  @Property(tries = 20)
  void nearlyEqualEnergiesDoNotTurnTheLine(
      @ForAll @DoubleRange(min = -0.03, max = 0.03) double noise) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pairs.add(new Pair("m" + i, -2 + (i % 2 == 0 ? noise : -noise), -2 + 0.01 * i));
    }
    assertThat(LineFit.SLOPE.fit(pairs).slope()).isCloseTo(1, within(0.05));
  }

  /** A material with many labels counts no more than one with few. */
  @Property(tries = 20)
  void materialsCountTheSame(@ForAll @DoubleRange(min = 0, max = 0.2) double shift) {
    List<Pair> pairs = new ArrayList<>(List.of(new Pair("few", -2, -2)));
    for (int i = 0; i < 9; i++) {
      pairs.add(new Pair("many", -2 + shift, -2));
    }
    assertThat(LineFit.OFFSET.fit(pairs).offsetEv()).isCloseTo(shift / 2, within(1e-12));
    assertThat(LineFit.OFFSET.leftOutMaeEv(pairs).orElseThrow()).isCloseTo(shift, within(1e-12));
  }

  private static Pair ofTwoMaterials(Pair pair) {
    return new Pair(
        pair.cluster().hashCode() % 2 == 0 ? "a" : "b", pair.label(), pair.prediction());
  }

  private static List<Pair> onLine(int count, double offset, double slope) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double prediction = -1 - 0.4 * (i % 7);
      pairs.add(new Pair("m" + i, offset + slope * prediction, prediction));
    }
    return pairs;
  }
}
