package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.pes.PotentialEnergyCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePlotTest {
  private static final List<String> NAMES = List.of("T0", "B0", "H0", "B1", "T1");

  private static final PotentialEnergyCurve CURVE =
      new PotentialEnergyCurve(
          new double[] {0, 0.92, 1.84, 2.76, 3.68}, new double[] {-1.2, -0.9, -1.0, -0.8, -1.1});

  private static List<String> lines(CurvePlot.Characters characters, PotentialEnergyCurve curve) {
    double[] energies = curve.energiesEv();
    double lowest = java.util.Arrays.stream(energies).min().orElseThrow();
    return new CurvePlot(characters, lowest, curve.highestEv()).lines(curve, NAMES);
  }

  @Test
  void aCurveInAscii() {
    assertThat(lines(CurvePlot.Characters.ASCII, CURVE))
        .containsExactly(
            "    -0.800 +                                      ******",
            "           |                                    **      ***",
            "           |           *********             ***           *",
            "           |         **         *************               **",
            "           |       **                                         **",
            "           |     **                                             ****",
            "           |   **",
            "    -1.200 +***",
            "            T0           B0            H0           B1            T1");
  }

  @Test
  void theHighestAndTheLowestPointAreInTheOuterRows() {
    List<String> lines = lines(CurvePlot.Characters.UNICODE, CURVE);

    assertThat(lines).hasSize(9);
    assertThat(lines.get(0)).startsWith("    -0.800 \u2524").matches(".*[\u2801-\u28ff].*");
    assertThat(lines.get(7)).startsWith("    -1.200 \u2524").matches(".*[\u2801-\u28ff].*");
  }

  @Test
  void aFlatCurveIsOneLine() {
    PotentialEnergyCurve flat =
        new PotentialEnergyCurve(new double[] {0, 1, 2, 3, 4}, new double[] {-1, -1, -1, -1, -1});

    assertThat(lines(CurvePlot.Characters.ASCII, flat))
        .filteredOn(line -> line.contains("*"))
        .singleElement()
        .satisfies(line -> assertThat(line).endsWith("*".repeat(56)));
  }
}
