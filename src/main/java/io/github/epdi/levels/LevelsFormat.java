package io.github.epdi.levels;

/** Files that electronic levels are read from; recognised by content, never by name. */
public enum LevelsFormat {
  /** VASP: EIGENVAL. */
  EIGENVAL("NBANDS in INCAR"),
  /** VASP: OUTCAR. */
  OUTCAR("NBANDS in INCAR"),
  /** VASP: vasprun.xml. */
  VASPRUN("NBANDS in INCAR"),
  /** VASP 6: vaspout.h5. */
  VASPOUT("NBANDS in INCAR"),
  /** CP2K: its output, with tables of the print key MO. */
  CP2K("ADDED_MOS in &SCF, with diagonalisation (OT has no empty levels)"),
  /** Quantum ESPRESSO: data-file-schema.xml. */
  QUANTUM_ESPRESSO("nbnd in &SYSTEM");

  private final String forMoreBands;

  LevelsFormat(String forMoreBands) {
    this.forMoreBands = forMoreBands;
  }

  /** What gives more bands when the calculation is done again, for messages. */
  String forMoreBands() {
    return forMoreBands;
  }
}
