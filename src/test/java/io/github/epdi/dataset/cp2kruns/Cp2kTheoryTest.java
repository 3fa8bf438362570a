package io.github.epdi.dataset.cp2kruns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.RunTheory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two inputs are of one level of theory if they calculate the same, however they say it. */
class Cp2kTheoryTest {
  private static final String BASE =
      """
      &FORCE_EVAL
        METHOD QS
        &DFT
          CHARGE 0
          &MGRID
            CUTOFF 400
          &END
          &SCF
            MAX_SCF 50
          &END
          &XC
            &XC_FUNCTIONAL PBE
            &END
          &END
        &END
        &SUBSYS
          &CELL
            ABC 10 10 10
          &END
          &COORD
            Mo 0 0 0
            Mo 5 0 0
            S 0 5 0
          &END
          &KIND Mo
            BASIS_SET DZVP-MOLOPT-SR-GTH
            POTENTIAL GTH-PBE-q14
          &END
          &KIND S
            BASIS_SET DZVP-MOLOPT-SR-GTH
            POTENTIAL GTH-PBE-q6
          &END
        &END
      &END
      """
          .replaceAll("(?m)^ +", "");

  private static RunTheory theory(String text) throws IOException {
    return Cp2kInput.read(
            new NumberedLines("a.inp", new BufferedReader(new StringReader(text))),
            (name, from) -> {
              throw new AssertionError(name);
            })
        .theory("2025.2");
  }

  /** The base with one text in place of another. */
  private static RunTheory with(String text, String other) throws IOException {
    String from = text.replace("\\n", "\n");
    assertThat(BASE).contains(from);
    return theory(BASE.replace(from, other.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CUTOFF 400|CUTOFF [Ry] 400.0",
        "CUTOFF 400|CUTOFF [hartree] 200",
        "CUTOFF 400|cutoff 4.0E2\\nREL_CUTOFF 40\\nNGRIDS 4",
        "BASIS_SET DZVP|BASIS_SET ORB DZVP",
        "&XC_FUNCTIONAL PBE\\n|&XC_FUNCTIONAL\\n&PBE\\n&END\\n",
        "&XC_FUNCTIONAL PBE\\n"
            + "|&xc_functional no_shortcut\\n"
            + "&pbe T\\n"
            + "PARAMETRIZATION ORIG\\n"
            + "&END\\n",
        "CHARGE 0|CHARGE 0\\nMULTIPLICITY 1",
        "CHARGE 0|WFN_RESTART_FILE_NAME a.wfn",
        "CHARGE 0|&PRINT\\n&V_HARTREE_CUBE\\n&END\\n&END",
        "CHARGE 0|LSD F",
        "CHARGE 0|&QS\\nMETHOD GPW\\nEPS_DEFAULT 1.0D-10\\nEXTRAPOLATION ASPC\\n&END",
        "CHARGE 0|&POISSON\\nPERIODIC XYZ\\nPOISSON_SOLVER PERIODIC\\n&END",
        "CHARGE 0|&KPOINTS\\nSCHEME GAMMA\\n&END",
        "CHARGE 0|&KPOINTS\\nSCHEME MONKHORST-PACK 1 1 1\\n&END",
        "MAX_SCF 50|MAX_SCF 90\\nEPS_SCF 1E-7\\n&OT\\n&END",
        "MAX_SCF 50|&SMEAR OFF\\nMETHOD FERMI_DIRAC\\n&END",
        "&KIND Mo|&KIND MO",
        "ABC 10 10 10|ABC 10 10 10\\nPERIODIC XYZ",
      })
  void whatIsTheSameIsNoDifference(String text, String other) throws IOException {
    assertThat(theory(BASE).differences(with(text, other))).isEmpty();
    assertThat(theory(BASE).energyDifferences(with(text, other))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CUTOFF 400|CUTOFF [hartree] 400|cutoff 800 Ry instead of 400 Ry",
        "CUTOFF 400|CUTOFF 400\\nREL_CUTOFF 60|grid REL_CUTOFF 60 Ry",
        "BASIS_SET DZVP|BASIS_SET ORB TZVP|basis set of Mo TZVP",
        "POTENTIAL GTH-PBE-q6|POTENTIAL ALL|pseudopotential of S ALL",
        "&XC_FUNCTIONAL PBE\\n"
            + "|&XC_FUNCTIONAL PBE\\n"
            + "&PBE\\n"
            + "PARAMETRIZATION REVPBE\\n"
            + "&END\\n"
            + "|functional revPBE instead of PBE",
        "&XC_FUNCTIONAL PBE\\n"
            + "|&XC_FUNCTIONAL\\n"
            + "&PBE\\n"
            + "PARAMETRIZATION PBESOL\\n"
            + "&END\\n"
            + "|functional PBEsol",
        "&XC_FUNCTIONAL PBE\\n"
            + "|&XC_FUNCTIONAL\\n"
            + "&PBE\\n"
            + "SCALE_X 0.75\\n"
            + "&END\\n"
            + "|functional PBE(SCALE_X 0.75)",
        "&XC_FUNCTIONAL PBE\\n|&XC_FUNCTIONAL BLYP\\n|functional BLYP",
        "&XC_FUNCTIONAL PBE\\n"
            + "&|&XC_FUNCTIONAL PBE\\n"
            + "&END\\n"
            + "&VDW_POTENTIAL\\n"
            + "POTENTIAL_TYPE PAIR_POTENTIAL\\n"
            + "&PAIR_POTENTIAL\\n"
            + "PARAMETER_FILE_NAME dftd3.dat\\n"
            + "&END\\n"
            + "&|functional PBE-D3 instead of PBE",
        "&XC_FUNCTIONAL PBE\\n"
            + "&|&XC_FUNCTIONAL PBE\\n"
            + "&END\\n"
            + "&VDW_POTENTIAL\\n"
            + "&PAIR_POTENTIAL\\n"
            + "TYPE DFTD3(BJ)\\n"
            + "&END\\n"
            + "&|functional PBE-D3(BJ) instead of PBE",
        "&XC_FUNCTIONAL PBE\\n"
            + "&|&XC_FUNCTIONAL PBE\\n"
            + "&END\\n"
            + "&HF\\n"
            + "FRACTION 0.25\\n"
            + "&|functional PBE+HF",
        "CHARGE 0|CHARGE 1|charge 1 instead of 0",
        "CHARGE 0|UKS|spin polarised instead of restricted",
        "CHARGE 0|ROKS|spin restricted open-shell",
        "CHARGE 0|MULTIPLICITY 3|multiplicity 3 instead of 1",
        "CHARGE 0|SURFACE_DIPOLE_CORRECTION T|surface dipole correction along Z instead of none",
        "CHARGE 0|&POISSON\\nPERIODIC NONE\\nPSOLVER MT\\n&END|Poisson solver MT",
        "CHARGE 0|&KPOINTS\\nSCHEME MONKHORST-PACK 3 3 1\\n&END|k-points 3x3x1 instead of Gamma",
        "CHARGE 0|&QS\\nMETHOD GAPW\\n&END|method GAPW",
        "CHARGE 0|&QS\\nEPS_DEFAULT 1E-6\\n&END|EPS_DEFAULT",
        "CHARGE 0|&PERIODIC_EFIELD\\nINTENSITY 0.01\\n&END|other settings of &DFT",
        "MAX_SCF 50|&SMEAR ON\\n"
            + "METHOD FERMI_DIRAC\\n"
            + "ELECTRONIC_TEMPERATURE [K] 1000\\n"
            + "&END|smearing FERMI_DIRAC, 1000 K",
        "BASIS_SET DZVP|&DFT_PLUS_U\\n"
            + "L 2\\n"
            + "U_MINUS_J [eV] 4.0\\n"
            + "&END\\n"
            + "BASIS_SET DZVP|+U of Mo L 2, 4.0000 eV instead of none",
        "ABC 10 10 10|ABC 10 10 10\\nPERIODIC XY|Poisson solver PERIODIC",
      })
  void whatChangesEnergiesIsADifference(String text, String other, String words)
      throws IOException {
    assertThat(theory(BASE).differences(with(text, other)))
        .anySatisfy(difference -> assertThat(difference).contains(words));
  }

  @Test
  void dispersionWithItsDefaultTypeIsThatType() throws IOException {
    String pair =
        "&XC_FUNCTIONAL PBE\n&END\n&VDW_POTENTIAL\nPOTENTIAL_TYPE PAIR_POTENTIAL\n&PAIR_POTENTIAL\n"
            + "REFERENCE_FUNCTIONAL PBE\nTYPE DFTD3\nR_CUTOFF 15\n&END\n&";
    RunTheory stated = with("&XC_FUNCTIONAL PBE\n&", pair);
    assertThat(stated.functional()).isEqualTo("PBE-D3");
    assertThat(stated.differences(with("&XC_FUNCTIONAL PBE\n&", pair.replace("TYPE DFTD3\n", ""))))
        .as("the default type")
        .isEmpty();
    assertThat(stated.differences(with("&XC_FUNCTIONAL PBE\n&", pair.replace("15", "[nm] 1.5"))))
        .as("another unit")
        .isEmpty();
    assertThat(stated.differences(with("&XC_FUNCTIONAL PBE\n&", pair.replace("15", "8"))))
        .singleElement()
        .asString()
        .startsWith("dispersion DFTD3, R_CUTOFF 8.0000 Angstrom");
  }

  @Test
  void unitsOfPlusUAreConverted() throws IOException {
    String plus = "&DFT_PLUS_U\nL 2\nU_MINUS_J [eV] 4.0\n&END\nPOTENTIAL GTH-PBE-q14";
    RunTheory ev = with("POTENTIAL GTH-PBE-q14", plus);
    assertThat(ev.functional()).isEqualTo("PBE+U");
    String hartree = plus.replace("[eV] 4.0", "0.14699728");
    assertThat(ev.differences(with("POTENTIAL GTH-PBE-q14", hartree))).isEmpty();
    assertThat(ev.differences(with("POTENTIAL GTH-PBE-q14", plus.replace("[eV]", ""))))
        .singleElement()
        .asString()
        .startsWith("+U of Mo L 2, 108.8455 eV");
  }

  @Test
  void kindsCountByTheAtomsThatHaveThem() throws IOException {
    // One of the two molybdenums with another basis, under a name of its own.
    RunTheory named =
        with(
            "Mo 5 0 0",
            "Mo_up 5 0 0\n&END\n&KIND Mo_up\nELEMENT Mo\nBASIS_SET TZVP\nPOTENTIAL GTH-PBE-q14");
    assertThat(named.basisSets()).containsEntry("Mo", "1 x DZVP-MOLOPT-SR-GTH and 1 x TZVP");
    assertThat(theory(BASE).differences(named)).singleElement().asString().contains("1 x TZVP");
    // A kind that no atom has says nothing; one of the same settings is the same.
    RunTheory same =
        with(
            "Mo 5 0 0",
            "Mo2 5 0 0\n"
                + "&END\n"
                + "&KIND Mo2\n"
                + "BASIS_SET DZVP-MOLOPT-SR-GTH\n"
                + "POTENTIAL GTH-PBE-q14\n"
                + "&END\n"
                + "&KIND W\n"
                + "BASIS_SET none");
    assertThat(theory(BASE).differences(same)).isEmpty();
  }

  @Test
  void oneElectronMoreMakesAnotherMultiplicity() throws IOException {
    RunTheory two = with("CHARGE 0", "UKS\nMULTIPLICITY 2");
    RunTheory three = with("CHARGE 0", "UKS\nMULTIPLICITY 3");
    assertThat(with("CHARGE 0", "UKS").differences(two)).isEmpty();
    assertThat(two.differences(three)).isEmpty();
    assertThat(with("CHARGE 0", "UKS").differences(three))
        .containsExactly("multiplicity 3 instead of 1");
  }
}
