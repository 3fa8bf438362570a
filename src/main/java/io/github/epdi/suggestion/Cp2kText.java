package io.github.epdi.suggestion;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a slab with one ion as an input of CP2K. Its level of theory is that of the bare slab's
 * own input, or that of our DFT set (PBE-D3, GTH, DZVP-MOLOPT-SR, Gamma point) where there is none;
 * cell, coordinates and constraints are those of the suggested run.
 */
final class Cp2kText {
  private static final String BASIS_SET = "DZVP-MOLOPT-SR-GTH";
  private static final String POTENTIAL = "GTH-PBE";
  private static final String OF_SLAB =
      "! The level of theory is that of the bare slab's own input, which lies beside its grid.\n";

  private static final String STANDARD =
      """
      ! The level of theory below is PBE-D3 with DZVP-MOLOPT-SR-GTH at the Gamma point. Make &DFT and
      ! &KIND those of the bare slab's own input: a label of another level is not taken.
      """;

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
   * @param slab the bare slab's own input; null if it is not known
   */
  static String of(
      String title,
      String project,
      CrystalStructure structure,
      IonHeight height,
      Cp2kTemplate slab) {
    boolean relaxed = height == IonHeight.RELAXED;
    Set<Element> elements = new LinkedHashSet<>();
    structure.atoms().forEach(atom -> elements.add(atom.element()));
    Element ion = structure.atoms().get(structure.atoms().size() - 1).element();
    boolean own = slab != null && slab.hasKinds(elements, ion);
    String head =
        "! "
            + PoscarText.oneLine(title)
            + "\n"
            + (own ? OF_SLAB : STANDARD)
            + (relaxed ? motion(structure.atoms().size()) : "");
    String global =
        "  PROJECT "
            + project
            + "\n  RUN_TYPE "
            + (relaxed ? "GEO_OPT" : "ENERGY_FORCE")
            + "\n"
            + (own ? "" : "  PRINT_LEVEL LOW\n");
    Cp2kTemplate template = own ? slab : Cp2kTemplate.of(standard(elements));
    return template.with(head, global, subsystem(structure), kind(ion, template), ion);
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

  private static String standard(Set<Element> elements) {
    StringBuilder text = new StringBuilder(DFT).append("  &SUBSYS\n");
    elements.forEach(element -> text.append(kind(element)));
    return text.append("  &END\n&END\n").toString();
  }

  private static String kind(Element element) {
    return kind(element, BASIS_SET, POTENTIAL);
  }

  /**
   * Returns a section KIND for an ion with the names of the first section of the template. Numbers
   * of electrons (-q14) are those of lithium, or left out for other ions.
   */
  private static String kind(Element ion, Cp2kTemplate template) {
    String electrons = ion == Element.Li ? "-q3" : "";
    return kind(
        ion,
        template.first("BASIS_SET", BASIS_SET).replaceFirst("-q\\d+$", electrons),
        template.first("POTENTIAL", POTENTIAL).replaceFirst("-q\\d+$", electrons));
  }

  private static String kind(Element element, String basisSet, String potential) {
    return "    &KIND "
        + element.symbol()
        + "\n      BASIS_SET "
        + basisSet
        + "\n      POTENTIAL "
        + potential
        + "\n    &END\n";
  }

  private static String subsystem(CrystalStructure structure) {
    StringBuilder text = new StringBuilder("    &CELL\n");
    double[][] rows = structure.lattice().rows();
    for (int i = 0; i < 3; i++) {
      text.append("      ").append("ABC".charAt(i)).append(numbers(rows[i])).append('\n');
    }
    text.append("      PERIODIC XYZ\n    &END\n    &COORD\n");
    List<double[]> positions = structure.cartesianPositions();
    for (int i = 0; i < positions.size(); i++) {
      text.append("      ").append(structure.atoms().get(i).element().symbol());
      text.append(numbers(positions.get(i))).append('\n');
    }
    return text.append("    &END\n").toString();
  }

  private static String numbers(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(String.format(Locale.ROOT, " %.8f", value));
    }
    return text.toString();
  }
}
