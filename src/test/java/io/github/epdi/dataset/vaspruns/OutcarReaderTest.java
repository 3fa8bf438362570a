package io.github.epdi.dataset.vaspruns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.dataset.VaspFolders;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.RunTheory;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.vaspruns.VaspOutput.Milestone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class OutcarReaderTest {
  private static VaspOutput read(String text) throws IOException {
    return OutcarReader.read(lines("OUTCAR", text));
  }

  private static NumberedLines lines(String file, String text) {
    return new NumberedLines(file, new BufferedReader(new StringReader(text)));
  }

  @Test
  void theLastIonicStepCounts() throws IOException {
    VaspOutput outcar = read(VaspFolders.resource("OUTCAR-relaxed"));
    assertThat(outcar.energiesEv())
        .containsEntry(EnergyKind.SIGMA0, -24.125)
        .containsEntry(EnergyKind.FREE, -24.135);
    assertThat(outcar.atoms()).isEqualTo(4);
    assertThat(outcar.electronicSteps()).isEqualTo(9);
    assertThat(outcar.forces()).hasSize(4);
    assertThat(outcar.forces().get(3)).containsExactly(0.001, -0.002, 0.0125);
    assertThat(outcar.positions().get(3)).containsExactly(0, 0, 11.52);
    assertThat(outcar.elapsedSeconds()).isEqualTo(530.818);
    assertThat(outcar.milestones()).containsExactlyInAnyOrder(Milestone.values());
    assertThat(outcar.relaxes()).isTrue();
    outcar.requireConverged();
  }

  @Test
  void theLevelOfTheoryIsNamed() throws IOException {
    RunTheory theory = VaspTheory.of(read(VaspFolders.resource("OUTCAR-relaxed")));
    assertThat(theory.code()).isEqualTo("VASP 6.3.2");
    assertThat(theory.functional()).isEqualTo("PBE-D3(BJ)");
    assertThat(theory.pseudopotentials())
        .containsEntry("Mo", "PAW_PBE Mo_sv 02Feb2006")
        .containsEntry("S", "PAW_PBE S 06Sep2000")
        .containsEntry("Li", "PAW_PBE Li_sv 10Sep2004");
    assertThat(theory.kPoints()).isEqualTo("9x9x1");
    assertThat(theory.spin()).isEqualTo("polarised");
    assertThat(theory.cutoff()).isEqualTo("500 eV");
  }

  @Test
  void anOlderVersionWithOtherSettings() throws IOException {
    VaspOutput outcar = read(VaspFolders.resource("OUTCAR-static-5"));
    outcar.requireConverged();
    RunTheory theory = VaspTheory.of(outcar);
    assertThat(theory.code()).isEqualTo("VASP 5.4.4");
    assertThat(theory.functional()).isEqualTo("PBEsol+U(3.5)");
    assertThat(theory.kPoints()).isEqualTo("7 irreducible");
    assertThat(theory.spin()).isEqualTo("restricted");
    assertThat(theory.cutoff()).isEqualTo("420.5 eV");
    assertThat(outcar.relaxes()).isFalse();
    assertThat(outcar.elapsedSeconds()).isEqualTo(61.5);
  }

  @Test
  void hybridsAndDispersionWithoutAMethod() throws IOException {
    String text = VaspFolders.resource("OUTCAR-static-5");
    String hybrid =
        text.replace(
            "LHFCALC =     F    Hartree Fock is set to",
            "LHFCALC =     T    Hartree Fock is set to\n   AEXX    =    0.2500 exact\n"
                + "   HFSCREEN=    0.2000 screening length (either q_TF or 0.3 A-1)");
    assertThat(VaspTheory.of(read(hybrid)).functional()).isEqualTo("HSE06+U(3.5)");
    String other = text.replace("  FREE ENERGIE", "  Edisp (eV):   -1.0\n  FREE ENERGIE");
    assertThat(VaspTheory.of(read(other)).functional())
        .isEqualTo("PBEsol-IVDW(stated nowhere)+U(3.5)");
  }

  @Test
  void whatDidNotComeToItsEndIsNotUsed() throws IOException {
    String text = VaspFolders.resource("OUTCAR-relaxed");
    assertUnusable(text.substring(0, text.indexOf(" General timing")), "TRUNCATED")
        .hasMessage(
            "Cannot import it: expected an OUTCAR to its timing (General timing and accounting),"
                + " found one that ends before: the run was killed, or goes on");
    assertUnusable(text.replace(" reached required accuracy", " "), "UNCONVERGED")
        .hasMessage(
            "Cannot import it: expected ions that reach EDIFFG (reached required accuracy), found"
                + " none after NSW = 60, IBRION = 2");
    int last = text.lastIndexOf("aborting loop because EDIFF is reached");
    String without =
        text.substring(0, last)
            + "aborting loop EDIFF was not reached (unconverged)  "
            + text.substring(last + 38);
    assertUnusable(without, "UNCONVERGED")
        .hasMessage(
            "Cannot import it: expected electrons that reach EDIFF in the last ionic step, found 9"
                + " electronic steps with NELM = 60");
    assertUnusable(text.replace("Iteration      2(   9)", "Iteration      2(  60)"), "UNCONVERGED")
        .hasMessageContaining("found 60 electronic steps with NELM = 60");
  }

  @Test
  void anotherFileIsNone() {
    assertThatThrownBy(() -> read("hello\nworld\n"))
        .hasMessage(
            "Cannot import it: expected an OUTCAR that begins with VASP's version, found"
                + " \"hello\"");
    assertThatThrownBy(() -> read("")).hasMessageEndingWith("found an empty file");
  }

  @Test
  void oszicarsHaveTheSameEnergies() throws IOException {
    assertThat(Oszicar.read(lines("OSZICAR", VaspFolders.resource("OSZICAR-relaxed"))).energiesEv())
        .containsEntry(EnergyKind.SIGMA0, -24.125)
        .containsEntry(EnergyKind.FREE, -24.135);
    assertThatThrownBy(() -> Oszicar.read(lines("OSZICAR", "DAV:  1 -1.0\n")))
        .hasMessageContaining("expected an OSZICAR with a whole ionic step");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable>
      assertUnusable(String text, String code) throws IOException {
    VaspOutput outcar = read(text);
    return assertThatThrownBy(outcar::requireConverged)
        .isInstanceOfSatisfying(UnusableException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
