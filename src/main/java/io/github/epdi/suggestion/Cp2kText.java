package io.github.epdi.suggestion;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * Writes a slab with one ion as an input of CP2K. Its level of theory is that of our DFT set
 * (PBE-D3, GTH, DZVP-MOLOPT-SR, Gamma point); cell, coordinates and constraints are those of the
 * suggested run.
 */
final class Cp2kText {
  private static final String DFT =
      """
      &FORCE_EVAL
        METHOD QS
        &DFT
          BASIS_SET_FILE_NAME BASIS_MOLOPT
          POTENTIAL_FILE_NAME GTH_POTENTIALS
          CHARGE 0
          &MGRID
            CUTOFF 200
            REL_CUTOFF 30
          &END
          &QS
            EPS_DEFAULT 1.0E-10
          &END
          &POISSON
            PERIODIC XYZ
          &END
          &SCF
            SCF_GUESS ATOMIC
            EPS_SCF 2.0E-6
            MAX_SCF 200
            ADDED_MOS 30
            &DIAGONALIZATION
              ALGORITHM STANDARD
            &END
            &SMEAR
              METHOD FERMI_DIRAC
              ELECTRONIC_TEMPERATURE 1000
            &END
            &MIXING
              METHOD BROYDEN_MIXING
              ALPHA 0.2
              NBROYDEN 8
            &END
          &END
          &XC
            &XC_FUNCTIONAL PBE
            &END
            &VDW_POTENTIAL
              POTENTIAL_TYPE PAIR_POTENTIAL
              &PAIR_POTENTIAL
                TYPE DFTD3
                PARAMETER_FILE_NAME dftd3.dat
                REFERENCE_FUNCTIONAL PBE
                R_CUTOFF 12
              &END
            &END
          &END
        &END
        &PRINT
          &FORCES ON
          &END
        &END
      """;

  private Cp2kText() {}

  /**
   * Returns the input.
   *
   * @param title a line of comment
   * @param project a name of letters, digits and hyphens
   * @param structure the slab, and the ion last
   */
  static String of(String title, String project, CrystalStructure structure, IonHeight height) {
    boolean relaxed = height == IonHeight.RELAXED;
    String head =
        String.format(
            Locale.ROOT,
            """
            ! %s
            ! The level of theory below is PBE-D3 with DZVP-MOLOPT-SR-GTH at the Gamma point. Make &DFT and
            ! &KIND those of the bare slab's own input: a label of another level is not taken.
            &GLOBAL
              PROJECT %s
              RUN_TYPE %s
              PRINT_LEVEL LOW
            &END
            """,
            PoscarText.oneLine(title),
            project,
            relaxed ? "GEO_OPT" : "ENERGY_FORCE");
    return head
        + (relaxed ? motion(structure.atoms().size()) : "")
        + DFT
        + subsystem(structure)
        + "&END\n";
  }

  /** Fixes the slab, and the ion's place along x and y. */
  private static String motion(int atoms) {
    return String.format(
        Locale.ROOT,
        """
        ! Energies are taken from ENERGY and ENERGY_FORCE only: put the final place of the ion into
        ! &COORD and calculate once more with RUN_TYPE ENERGY_FORCE.
        &MOTION
          &CONSTRAINT
            &FIXED_ATOMS
              LIST 1..%d
            &END
            &FIXED_ATOMS
              COMPONENTS_TO_FIX XY
              LIST %d
            &END
          &END
        &END
        """,
        atoms - 1,
        atoms);
  }

  private static String subsystem(CrystalStructure structure) {
    StringBuilder text = new StringBuilder("  &SUBSYS\n    &CELL\n");
    double[][] rows = structure.lattice().rows();
    for (int i = 0; i < 3; i++) {
      text.append("      ").append("ABC".charAt(i)).append(numbers(rows[i])).append('\n');
    }
    text.append("      PERIODIC XYZ\n    &END\n    &COORD\n");
    List<double[]> positions = structure.cartesianPositions();
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      Atom atom = structure.atoms().get(i);
      elements.add(atom.element());
      text.append("      ").append(atom.element().symbol());
      text.append(numbers(positions.get(i))).append('\n');
    }
    text.append("    &END\n");
    for (Element element : new LinkedHashSet<>(elements)) {
      text.append("    &KIND ").append(element.symbol());
      text.append("\n      BASIS_SET DZVP-MOLOPT-SR-GTH\n      POTENTIAL GTH-PBE\n    &END\n");
    }
    return text.append("  &END\n").toString();
  }

  private static String numbers(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(String.format(Locale.ROOT, " %.8f", value));
    }
    return text.toString();
  }
}
