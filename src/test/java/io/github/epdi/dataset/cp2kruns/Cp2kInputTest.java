package io.github.epdi.dataset.cp2kruns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.dataset.calculation.ImportCode;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.Element;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cell and coordinates in all the ways in which CP2K takes them. */
class Cp2kInputTest {
  private static final double BOHR = 0.529177210903;

  private static Cp2kInput read(String text, Map<String, String> files) throws IOException {
    return Cp2kInput.read(
        new NumberedLines("slab.inp", new BufferedReader(new StringReader(text))),
        (name, from) -> {
          if (!files.containsKey(name)) {
            throw UnusableException.of(ImportCode.MISSING_FILE, name + " (" + from + ")", "none");
          }
          return new NumberedLines(name, new BufferedReader(new StringReader(files.get(name))));
        });
  }

  private static String input(String cell, String coordinates) {
    return input(cell, coordinates, "");
  }

  private static String input(String cell, String coordinates, String more) {
    return "&GLOBAL\n RUN_TYPE ENERGY\n&END\n&FORCE_EVAL\n METHOD QS\n &SUBSYS\n  &CELL\n"
        + cell
        + "\n  &END CELL\n"
        + coordinates
        + "\n"
        + more
        + "\n &END SUBSYS\n&END FORCE_EVAL\n";
  }

  private static final String ATOM = "&COORD\n Mo 1.0 2.0 3.0\n&END";

  private static double[][] cell(String cell) throws IOException {
    return read(input(cell, ATOM), Map.of()).structure().lattice().rows();
  }

  private static void assertCell(double[][] found, double[][] expected) {
    for (int i = 0; i < 3; i++) {
      assertThat(found[i]).as("vector %d", i).containsExactly(expected[i], within(1e-9));
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertUnusable(
      String text, ImportCode code) {
    return assertThatThrownBy(() -> read(text, Map.of()))
        .isInstanceOfSatisfying(
            UnusableException.class, e -> assertThat(e.code()).isEqualTo(code.name()));
  }

  @Test
  void lengthsAndAnglesOverrideVectors() throws IOException {
    double[][] hexagonal = {{6.32, 0, 0}, {-3.16, 6.32 * Math.sqrt(3) / 2, 0}, {0, 0, 20}};
    assertCell(
        cell(
            "A 7.0 0 0\nB -3.5 6.06217783 0\nC 0 0 20\nABC 6.32 6.32 20.0\n"
                + "alpha_beta_gamma 90 90 120"),
        hexagonal);
    assertCell(
        cell(
            "ABC [nm] 0.632 0.632 [angstrom] 20.0\nALPHA_BETA_GAMMA [rad] 1.5707963267948966"
                + " 1.5707963267948966 2.0943951023931953"),
        hexagonal);
    assertCell(
        cell("ABC [bohr] 10 10 30"),
        new double[][] {{10 * BOHR, 0, 0}, {0, 10 * BOHR, 0}, {0, 0, 30 * BOHR}});
    double[][] leaning = cell("ABC 4 5 6\nALPHA_BETA_GAMMA 80 70 100");
    assertThat(leaning[0]).containsExactly(4, 0, 0);
    assertThat(cosine(leaning[1], leaning[2]))
        .isCloseTo(Math.cos(Math.toRadians(80)), within(1e-12));
    assertThat(cosine(leaning[0], leaning[2]))
        .isCloseTo(Math.cos(Math.toRadians(70)), within(1e-12));
    assertThat(cosine(leaning[0], leaning[1]))
        .isCloseTo(Math.cos(Math.toRadians(100)), within(1e-12));
    assertThat(Math.hypot(Math.hypot(leaning[2][0], leaning[2][1]), leaning[2][2]))
        .isCloseTo(6, within(1e-12));
  }

  private static double cosine(double[] a, double[] b) {
    double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    double lengths =
        Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
            * Math.sqrt(b[0] * b[0] + b[1] * b[1] + b[2] * b[2]);
    return dot / lengths;
  }

  @Test
  void vectorsMayHaveUnitsAndAReferenceCellIsAnotherCell() throws IOException {
    assertCell(
        cell("A [bohr] 10 0 0\nB 0 5 0\nC [pm] 0 0 2000\n&CELL_REF\nABC 50 50 50\n&END CELL_REF"),
        new double[][] {{10 * BOHR, 0, 0}, {0, 5, 0}, {0, 0, 20}});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ABC 6.3 6.3|BAD_FILE|slab.inp, line 8",
        "ABC 6.3 6.x 20|BAD_FILE|found \"6.x\" (slab.inp, line 8)",
        "ABC [furlong] 1 1 1|UNSUPPORTED|[furlong] (slab.inp, line 8)",
        "A 1 0 0|UNSUPPORTED|no B",
        "CELL_FILE_NAME cell.cif|UNSUPPORTED|CELL_FILE_NAME (slab.inp, line 8)",
        "ABC 6 6 20\\nMULTIPLE_UNIT_CELL 2 2 1|UNSUPPORTED|MULTIPLE_UNIT_CELL 2 2 1",
        "ABC 6 6 20\\nALPHA_BETA_GAMMA 10 10 120|BAD_FILE|angles that make a cell",
        "ABC NaN 6 20|BAD_FILE|NaN",
      })
  void cellsThatCannotBeReadSayWhere(String cell, ImportCode code, String words) {
    assertUnusable(input(cell.replace("\\n", "\n"), ATOM), code).hasMessageContaining(words);
  }

  private static final String CUBE = "ABC 10 10 10";

  private static double[] first(String coordinates, Map<String, String> files, String more)
      throws IOException {
    Atom atom = read(input(CUBE, coordinates, more), files).structure().atoms().get(0);
    return new double[] {atom.fa(), atom.fb(), atom.fc()};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&COORD\\nMo 1.0 2.0D0 3\\n&END|0.1|0.2|0.3",
        "&COORD\\nUNIT bohr\\nMo 1 2 3\\n&END|0.0529177210903|0.1058354421806|0.1587531632709",
        "&COORD\\nunit [bohr]\\nMo 1 2 3\\n&END|0.0529177210903|0.1058354421806|0.1587531632709",
        "&COORD\\nSCALED\\nMo 1/3 0.5 -0.25\\n&END|0.3333333333333|0.5|-0.25",
        "&COORD\\nscaled .TRUE.\\nMo 0.1 0.5 0.25\\n&END|0.1|0.5|0.25",
        "&COORD\\nSCALED F\\nMo 1 5 2\\n&END|0.1|0.5|0.2",
        "&COORD ! comment\\nMo 1 2 \\\\\\n3 # comment\\n&END|0.1|0.2|0.3",
        "&COORD\\n@INCLUDE 'atoms.inc'\\n&END|0.4|0.5|0.6",
        "@include coordinates.inc|0.4|0.5|0.6",
        "&TOPOLOGY\\nCOORD_FILE_NAME slab.xyz\\nCOORD_FILE_FORMAT XYZ\\n&END|0.7|0.8|0.9",
        "&TOPOLOGY\\nCOORD_FILE_NAME ./slab.xyz\\nCOORDINATE xyz\\n&END|0.7|0.8|0.9",
        "&TOPOLOGY\\nCOORD_FILE_NAME slab.xyz\\n&END|0.7|0.8|0.9",
      })
  void coordinatesAreReadWhereverTheyStand(String text, double fa, double fb, double fc)
      throws IOException {
    Map<String, String> files =
        Map.of(
            "atoms.inc", "Mo 4 5 6\n",
            "coordinates.inc", "&COORD\n @INCLUDE atoms.inc\n&END\n",
            "slab.xyz", " 1\n a comment\nMo 7 8 9\n",
            "./slab.xyz", "1\n\nMo 7.0 8.0 9.0 0.1\n");
    String coordinates = text.replace("\\n", "\n").replace("\\\\", "\\");
    assertThat(first(coordinates, files, ""))
        .containsExactly(new double[] {fa, fb, fc}, within(1e-12));
  }

  @Test
  void elementsAreThoseOfTheKindOrOfTheName() throws IOException {
    String coordinates =
        "&COORD\nMo1 0 0 0\nTOP 1 0 0\nS_low 2 0 0\nLI 3 0 0\nmo 4 0 0\nTa2 5 0 0\n&END";
    String kinds = "&KIND Mo1\n ELEMENT Mo\n&END\n&KIND top\n ELEMENT W\n&END";
    assertThat(read(input(CUBE, coordinates, kinds), Map.of()).structure().atoms())
        .extracting(Atom::element)
        .containsExactly(Element.Mo, Element.W, Element.S, Element.Li, Element.Mo, Element.Ta);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&COORD\\n&END|UNSUPPORTED|found none",
        "&COORD\\nMo 1 2\\n&END|BAD_FILE|found \"Mo 1 2\" (slab.inp, line 11)",
        "&COORD\\nMo 1 2 x\\n&END|BAD_FILE|found \"x\" (slab.inp, line 11)",
        "&COORD\\nQq 1 2 3\\n&END|BAD_FILE|found \"kind Qq\" (slab.inp, line 11)",
        "&COORD\\n@INCLUDE none.inc\\n&END|MISSING_FILE|none.inc (slab.inp, line 11)",
        "&COORD\\nMo $X 2 3\\n&END|UNSUPPORTED|without preprocessor",
        "&TOPOLOGY\\nCOORD_FILE_NAME a.pdb\\nCOORD_FILE_FORMAT PDB\\n&END|UNSUPPORTED|format PDB",
        "&COORD\\n"
            + "Mo 1 2 3\\n"
            + "&END\\n"
            + "&TOPOLOGY\\n"
            + "&CENTER_COORDINATES\\n"
            + "&END\\n"
            + "&END|UNSUPPORTED|CENTER",
        "&COORD\\nX 1 2 3\\n&END\\n&KIND X\\nELEMENT S\\nGHOST\\n&END|UNSUPPORTED|ghosts",
      })
  void coordinatesThatCannotBeReadSayWhere(String text, ImportCode code, String words) {
    assertUnusable(input(CUBE, text.replace("\\n", "\n")), code).hasMessageContaining(words);
  }

  @Test
  void whatIsReplacedOrClassicalIsNotRead() {
    String text = input(CUBE, ATOM);
    assertUnusable(text + "&EXT_RESTART\n RESTART_FILE_NAME a\n&END\n", ImportCode.UNSUPPORTED)
        .hasMessageContaining("&EXT_RESTART");
    assertUnusable(text.replace("METHOD QS", "METHOD FIST"), ImportCode.UNSUPPORTED)
        .hasMessageContaining("found FIST");
    assertUnusable(text + text, ImportCode.UNSUPPORTED).hasMessageContaining("one section");
  }

  @Test
  void filesThatIncludeThemselvesComeToAnEnd() {
    assertThatThrownBy(
            () -> read(input(CUBE, "@INCLUDE loop.inc"), Map.of("loop.inc", "@INCLUDE loop.inc\n")))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("at most 8 files");
  }
}
