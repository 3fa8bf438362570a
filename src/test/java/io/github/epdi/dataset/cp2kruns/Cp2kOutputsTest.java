package io.github.epdi.dataset.cp2kruns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.dataset.calculation.UnusableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs with one run or several; their energy, whether it converged, how far it still moved. */
class Cp2kOutputsTest {
  private static final double HARTREE_EV = 27.211386245988;

  private static final String VERSION =
      " CP2K| version string:                    CP2K version 2025.2\n";
  private static final String ATOMS =
      "                             - Atoms:                       12\n";
  private static final String CONVERGED = "\n  *** SCF run converged in     8 steps ***\n\n";
  private static final String TABLE =
      "\n SCF WAVEFUNCTION OPTIMIZATION\n\n"
          + "  Step     Update method      Time    Convergence         Total energy    Change\n"
          + "  ------------------------------------------------------------------------------\n";
  private static final String ENDED =
      "  **** **** ******  **  PROGRAM ENDED AT                 2026-01-02 03:04:05.678\n";

  private static String energy(double hartree) {
    return " ENERGY| Total FORCE_EVAL ( QS ) energy [hartree]         " + hartree + "\n";
  }

  private static String whole(double hartree) {
    return VERSION + ATOMS + TABLE + CONVERGED + energy(hartree) + ENDED;
  }

  private static Cp2kOutput last(String text) throws IOException {
    return Cp2kOutputs.last(
        new NumberedLines("slab.out", new BufferedReader(new StringReader(text))));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertUnusable(
      String text, String code) {
    return assertThatThrownBy(() -> last(text))
        .isInstanceOfSatisfying(UnusableException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theLastOfSeveralRunsCountsAlone() throws IOException {
    String killed = VERSION + ATOMS + TABLE + CONVERGED;
    String moved = VERSION + ATOMS + TABLE + energy(-357.9);
    assertThat(last(whole(-350) + whole(-357.5)).energy().ev())
        .isCloseTo(-357.5 * HARTREE_EV, within(1e-9));
    assertThat(last(killed + whole(-350) + moved + whole(-351)).energy().ev())
        .isCloseTo(-351 * HARTREE_EV, within(1e-9));
    assertUnusable(whole(-350) + moved, "TRUNCATED").hasMessageContaining("run 2 of 2");
    assertUnusable(whole(-350) + whole(-351) + killed, "TRUNCATED")
        .hasMessageContaining("run 3 of 3");
    assertUnusable(whole(-350) + moved + ENDED, "UNCONVERGED").hasMessageContaining("run 2 of 2");
    assertUnusable(moved + killed + ENDED, "TRUNCATED").hasMessageContaining("run 2 of 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "  **** **** ******  **  PROGRAM STARTED AT               2026-11-22 10:20:34.905",
        " DBCSR| CPU Multiplication driver                                           BLAS (U)",
        " SCF WAVEFUNCTION OPTIMIZATION",
        " ENERGY| Total FORCE_EVAL ( QS ) energy [hartree]     -360.0",
        "  *** SCF run NOT converged ***",
      })
  void aRunThatHardlyBeganIsAnotherRun(String line) {
    assertUnusable(whole(-350) + line + "\n", "TRUNCATED").hasMessageContaining("run 2 of 2");
  }

  @Test
  void bannerAndVersionAreOfOneRun() throws IOException {
    String begun =
        " DBCSR| CPU Multiplication driver    BLAS (U)\n"
            + "  **** **** ******  **  PROGRAM STARTED AT    2026-11-22 10:20:34.905\n";
    assertThat(last(begun + whole(-350) + begun + whole(-351)).energy().ev())
        .isCloseTo(-351 * HARTREE_EV, within(1e-9));
    assertUnusable(begun + whole(-350) + begun + VERSION, "TRUNCATED")
        .hasMessageContaining("run 2 of 2");
  }

  @Test
  void aSecondFieldOfOneRunForgetsTheFirst() throws IOException {
    String two = VERSION + ATOMS + TABLE + CONVERGED + energy(-350) + TABLE;
    assertUnusable(two + ENDED, "TRUNCATED");
    assertUnusable(two + energy(-351) + ENDED, "UNCONVERGED");
    assertThat(last(two + CONVERGED + energy(-351) + ENDED).energy().ev())
        .isCloseTo(-351 * HARTREE_EV, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ENERGY| Total FORCE_EVAL ( QS ) energy [a.u.]:            "
            + " -788.930727818278797;-21467.8988",
        "ENERGY| Total FORCE_EVAL ( QS ) energy [hartree] -7.364190264587725;-200.390",
        "ENERGY| Total FORCE_EVAL ( QS ) energy [eV]               -100.25;-100.250",
        "ENERGY| Total FORCE_EVAL ( QS ) energy [Ry]               -10;-136.057",
      })
  void energiesComeInTheUnitOfTheirBracket(String line, double ev) throws IOException {
    String text = VERSION + ATOMS + TABLE + CONVERGED + " " + line + "\n" + ENDED;
    assertThat(last(text).energy().ev()).isCloseTo(ev, within(6e-4));
    assertThat(last(text).energy().place()).isEqualTo("slab.out, line 11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[hartree]   **********;BAD_FILE;found \"**********\" (slab.out, line 11)",
        "[hartree]   -1.2.3;BAD_FILE;slab.out, line 11",
        "[hartree]   NaN;BAD_FILE;slab.out, line 11",
        "[furlong]   -1.0;UNSUPPORTED;slab.out, line 11",
      })
  void numbersThatAreNoneAreNamedWithTheirLine(String rest, String code, String words) {
    String text =
        VERSION + ATOMS + TABLE + CONVERGED + " ENERGY| Total FORCE_EVAL ( QS ) energy " + rest;
    assertUnusable(text + "\n" + ENDED, code).hasMessageContaining(words);
    assertUnusable(text.replace("( QS )", "( FIST )") + "\n" + ENDED, "UNSUPPORTED")
        .hasMessageContaining("( FIST ) (slab.out, line 11)");
  }

  private static Double change(String rows) throws IOException {
    return last(VERSION + ATOMS + TABLE + rows + CONVERGED + energy(-350) + ENDED)
        .energy()
        .lastChangeEv();
  }

  @Test
  void theLastChangeIsReadFromTheTableOfEachKindOfField() throws IOException {
    String first =
        "     1 NoMix/Diag. 0.40E+00    5.0     0.74000000     -351.5700000000 -3.52E+02\n";
    assertThat(change(first)).as("the first step shows the whole energy").isNull();
    assertThat(change("")).isNull();
    assertThat(
            change(
                first
                    + "     2 Broy./Diag. 0.40E+00    5.0     0.00002280     -350.0052000000"
                    + " -9.95E-03\n"))
        .as("diagonalisation")
        .isCloseTo(9.95e-3 * HARTREE_EV, within(1e-9));
    assertThat(
            change(
                first
                    + "     2 OT DIIS     0.15E+00    0.7     0.00715372     -350.1551113010 "
                    + " 1.34E-03\n"))
        .as("orbital transformation")
        .isCloseTo(1.34e-3 * HARTREE_EV, within(1e-9));
    assertThat(
            change(
                first
                    + "     2 OT CG       0.15E+00    0.7     0.00715372     -350.1551113010"
                    + " -2.00E-04\n"
                    + "     3 OT LS       0.38E+00    0.1                     -350.1999999999\n"))
        .as("a line search has no change of its own")
        .isCloseTo(2e-4 * HARTREE_EV, within(1e-9));
    assertThat(
            change(
                first
                    + "     2 P_Mix/Diag. 0.40E+00 ******     1.0000E-09     -350.0052000000 "
                    + " 0.00E+00\n"))
        .isZero();
  }

  @Test
  void anOuterLoopGoesOnInTheSameField() throws IOException {
    String inner =
        "     1 OT DIIS     0.15E+00    0.5     0.01329231     -351.1417229155 -3.51E+02\n"
            + "     2 OT DIIS     0.15E+00    0.5     0.00329231     -350.1417229155  1.00E+00\n"
            + "\n  Leaving inner SCF loop after reaching     2 steps.\n\n"
            + "  outer SCF iter =    1 RMS gradient =   0.33E-02 energy =       -350.1417229155\n"
            + "     1 OT DIIS     0.15E+00    0.5     0.00000931     -350.1419229155 -2.00E-04\n"
            + "  *** SCF run converged in     1 steps ***\n"
            + "  outer SCF iter =    2 RMS gradient =   0.93E-05 energy =       -350.1419229155\n";
    String converged = "  outer SCF loop converged in   2 iterations or    3 steps\n";
    String failed = "  outer SCF loop FAILED to converge after   2 iterations or    3 steps\n";
    String end = energy(-350.14) + ENDED;
    assertThat(last(VERSION + TABLE + inner + converged + end).energy().lastChangeEv())
        .isCloseTo(2e-4 * HARTREE_EV, within(1e-9));
    assertUnusable(VERSION + TABLE + inner + failed + end, "UNCONVERGED");
    String left = inner.replace("  *** SCF run converged in     1 steps ***\n", "");
    assertUnusable(VERSION + TABLE + left + end, "UNCONVERGED");
    String bare = inner.replaceAll("(?m)^     \\d OT.*\\n", "") + converged;
    assertThat(last(VERSION + TABLE + bare + end).energy().lastChangeEv())
        .as("from the outer energies, where inner steps are not printed")
        .isCloseTo(2e-4 * HARTREE_EV, within(1e-9));
  }

  @Test
  void trueOutputsStillMovedByTheseEnergies() throws IOException {
    double[] changes = new double[2];
    String[] names = {"slab.out", "T00.out"};
    for (int i = 0; i < 2; i++) {
      try (BufferedReader in =
          Files.newBufferedReader(SharedData.path("dft/cp2k-run/" + names[i]))) {
        Cp2kOutput output = Cp2kOutputs.last(new NumberedLines(names[i], in));
        changes[i] = output.energy().lastChangeEv();
        assertThat(ScfLimits.DEFAULT.remarks(output.energy())).as(names[i]).hasSize(1 - i);
      }
    }
    assertThat(changes[0]).isCloseTo(0.02302, within(1e-5));
    assertThat(changes[1]).isCloseTo(0.000187, within(1e-6));
  }

  @Test
  void aNewerVersionsOutput() throws IOException {
    try (BufferedReader in =
        Files.newBufferedReader(SharedData.path("real-levels/cp2k-2025/cp2k_2025_output"))) {
      Cp2kOutput output = Cp2kOutputs.last(new NumberedLines("output", in));
      assertThat(output.energy().ev()).isCloseTo(-7.364190264587725 * HARTREE_EV, within(1e-9));
      assertThat(output.energy().lastChangeEv()).as("one step from a restart").isNull();
      assertThat(output.forces()).hasSize(2);
      assertThat(output.atoms()).isEqualTo(2);
    }
  }
}
