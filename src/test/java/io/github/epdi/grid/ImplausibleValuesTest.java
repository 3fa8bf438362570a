package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no slab has, wherever they are and however the file is read. */
class ImplausibleValuesTest extends GridFixture {
  private static final double VOLUME = Math.abs(SLAB.structure().lattice().volume());

  private static PotentialConventions planes() {
    return conventions(null, PotentialSign.AUTO, XcDeclaration.INCLUDED);
  }

  @Test
  void valuesTimesTheVolumeAreNamedAsSuch() {
    for (PotentialConventions conventions : List.of(PotentialConventions.DEFAULT, planes())) {
      Found found = read(GRIDS.times(VOLUME).locpot(), declaring(conventions));
      assertThat(found.reject().code()).isEqualTo(RejectCode.IMPLAUSIBLE);
      assertThat(found.reject().message())
          .contains("scaled by the cell's volume of")
          .contains("3 to 60 eV below the vacuum (usual: 10 to 40)");
    }
  }

  @ParameterizedTest
  @CsvSource({"13.6, RYDBERG", "27.2, HARTREE", "0.0367, EV", "0.01, EV", "1000, EV"})
  void anotherScaleIsImplausible(double factor, EnergyUnit unit) {
    String text =
        GRIDS.cubeHeader("by hand\n\n", 1) + GRIDS.times(factor).cubeValues(unit.electronvolts());
    PotentialConventions declared = conventions(unit, PotentialSign.AUTO, XcDeclaration.CHECK);
    assertThat(read(text, declaring(declared)).reject().code()).isEqualTo(RejectCode.IMPLAUSIBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1E+31", "-.1E+31", "0.1E+41", "-.1E+41", "1.0E+300", "-1.0E+300"})
  void oneAbsurdValueIsARejectWhereverItIs(String absurd) {
    String[] lines = GRIDS.locpot().split("\n", -1);
    int first = GRIDS.vaspHeader().split("\n", -1).length - 1;
    int values = 12 * 12 * 48;
    List<Integer> heights = List.of(0, 5, 11, 14, 17, 20, 24, 28, 30, 33, 36, 40, 44, 47);
    for (int k : heights) {
      int at = first + (k * 144 + 70) / 5;
      assertThat(at).isLessThan(first + values / 5);
      String text = withLine(String.join("\n", lines), at + 1, replaced(lines[at], absurd));
      for (Side[] sides : new Side[][] {{Side.TOP}, {Side.BOTTOM}, Side.values()}) {
        ReadingRequest asked = TestGrids.request(sides);
        Found whole = read(text, with(asked, PotentialConventions.DEFAULT));
        assertThat(whole.reject()).as("plane %s", k).isNotNull();
        Found allowed =
            read(
                text,
                with(asked, conventions(null, PotentialSign.AUTO, XcDeclaration.CHECK_AND_ALLOW)));
        assertThat(allowed.reject().code())
            .as("plane %s", k)
            .isIn(RejectCode.IMPLAUSIBLE, RejectCode.VACUUM_NOT_FLAT, RejectCode.NOT_A_POTENTIAL);
        // Planes alone may not hold the value; what they hold is plausible then.
        Found alone = read(text, with(asked, planes()));
        if (alone.reject() == null) {
          assertThat(alone.readMode()).isEqualTo("planes");
          assertThat(alone.grid().holds(k)).isFalse();
        }
      }
    }
  }

  private static String replaced(String line, String value) {
    return " " + value + line.substring(18);
  }

  private static ReadingRequest with(ReadingRequest asked, PotentialConventions conventions) {
    return new ReadingRequest(
        asked.sides(),
        asked.heightsAngstrom(),
        conventions,
        asked.limits(),
        asked.symmetryToleranceAngstrom(),
        asked.depth());
  }
}
