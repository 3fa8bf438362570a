package io.github.epdi.training.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.dataset.NebRow;
import io.github.epdi.tables.dataset.TheoryValue;
import io.github.epdi.tables.encoding.SurfaceKey;
import io.github.epdi.theory.LevelOfTheory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathComparisonTest {
  private static final TheoryValue THEORY =
      new TheoryValue(new LevelOfTheory(null, null, null, null, null, "Li", null, null), null);

  private static NebRow image(int number, double position, double energyEv, Double seconds) {
    return new NebRow(
        new SurfaceKey("m", "top"),
        new NebRow.ImageColumns("m/neb", number),
        new NebRow.PositionColumns(position, position),
        new NebRow.EnergyColumns(energyEv, -100 + energyEv),
        new NebRow.PathColumns(
            "between", "B0", position / 2, List.of("T0", "B0", "H0"), List.of(0.0, 1.0, 2.0)),
        new NebRow.IonColumns(0, 0, 1.5),
        new NebRow.SourceColumns(seconds, "uri", "grid", "sha", THEORY, List.of()),
        null);
  }

  private static ReferencePath path(Double seconds) {
    // In another order than that of the images.
    return ReferencePath.of(
            List.of(
                image(2, 1.2, 0.30, seconds),
                image(0, 0.0, 0.00, 7.0),
                image(1, 0.5, 0.10, seconds),
                image(3, 2.0, 0.05, 9.0)))
        .get(0);
  }

  @Test
  void curvesAreComparedFromTheirStarts() {
    PathComparison found =
        PathComparison.of(path(600.0), Map.of("T0", -3.0, "B0", -2.76, "H0", -2.9), 0.25);
    // Hermite by hand: halfway to B 0.12; a fifth of the way from B to H 0.24 - 0.14 * 0.104.
    double atTwo = 0.24 - 0.14 * (0.04 * (3 - 0.4));
    double expected =
        Math.sqrt(
            (Math.pow(0.12 - 0.10, 2) + Math.pow(atTwo - 0.30, 2) + Math.pow(0.10 - 0.05, 2)) / 3);
    assertThat(found.curveRmseEv()).isCloseTo(expected, within(1e-12));
    assertThat(found.barrierEv()).isEqualTo(0.30);
    assertThat(found.predictedBarrierEv()).isCloseTo(0.24, within(1e-12));
    assertThat(found.barrierErrorEv()).isCloseTo(-0.06, within(1e-12));
    assertThat(found.saddleErrorAngstrom()).isCloseTo(-0.2, within(1e-12));
    assertThat(found.searchSeconds()).isEqualTo(1200);
    assertThat(found.predictionSeconds()).isEqualTo(0.25);
    assertThat(found.images()).isEqualTo(4);
  }

  @Test
  void timesThatAreNotStatedAreNotMadeUp() {
    assertThat(path(null).searchSeconds()).isNull();
  }

  @Test
  void aPathOverASiteThatIsNotThere() {
    assertThatThrownBy(() -> PathComparison.of(path(1.0), Map.of("T0", -3.0, "B0", -2.8), 1))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot compare path m/neb of m: expected site H0 on its top side, found none");
  }
}
