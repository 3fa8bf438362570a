package io.github.epdi.suggestion;

import java.util.Locale;

/**
 * Says what to change in the INCAR of the bare slab. The level of theory is not written, since no
 * table holds it in VASP's words, and a label counts only if it is the slab's.
 */
final class IncarHints {
  private IncarHints() {}

  /** Returns hints for one ion at one site. */
  static String ofSite(String gridUri, IonHeight height) {
    String head = head(gridUri);
    return switch (height) {
      case FIXED -> head + "# Nothing moves: a single point.\nIBRION = -1\nNSW    = 0\n";
      case RELAXED ->
          head
              + "# Only the ion moves, along c (selective dynamics in POSCAR).\n"
              + "IBRION = 2\nNSW    = 60\nISIF   = 2\nEDIFFG = -0.02\n";
    };
  }

  /** Returns hints for a band; its images move the ion only. */
  static String ofBand(String gridUri, int images) {
    return head(gridUri)
        + "# A band: VASP does not calculate its ends. Calculate 00 and the last folder first, each"
        + "\n# in itself as a single point, and leave their OUTCARs there. Images move the ion only.\n"
        + "IMAGES = "
        + images
        + "\nSPRING = -5\nIBRION = 3\nPOTIM  = 0\nIOPT   = 1\nNSW    = 200\nEDIFFG = -0.03\n"
        + "# IOPT and POTIM = 0 are of VTST; without it: IBRION = 1, POTIM = 0.3. LCLIMB needs VTST"
        + " too.\n";
  }

  private static String head(String gridUri) {
    return String.format(
        Locale.ROOT,
        """
      # Copy INCAR, KPOINTS and POTCARs of the bare slab, whose grid is
      #   %s
      # and add the ion's POTCAR last. The level of theory has to be the slab's: ENCUT, GGA, IVDW,
      # ISPIN, LDAU*, KPOINTS, LDIPOL, IDIPOL, DIPOL. EDIFF 1E-6 or less. Change only these:
      ISTART = 0
      ICHARG = 2
      LVHAR  = .FALSE.
      LVTOT  = .FALSE.
      ISYM   = 0
      """,
        PoscarText.oneLine(gridUri));
  }
}
