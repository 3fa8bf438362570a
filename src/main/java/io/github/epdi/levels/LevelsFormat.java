package io.github.epdi.levels;

/**
 * The formats of files with electronic levels. A file's format is recognised by its content and
 * never by its name.
 */
public enum LevelsFormat {
  /** VASP's EIGENVAL. */
  EIGENVAL("NBANDS in INCAR"),
  /** VASP's OUTCAR. */
  OUTCAR("NBANDS in INCAR"),
  /** VASP's vasprun.xml. */
  VASPRUN("NBANDS in INCAR"),
  /** The vaspout.h5 of VASP 6. */
  VASPOUT("NBANDS in INCAR"),
  /** CP2K's output with tables of the print key MO. */
  CP2K("ADDED_MOS in &SCF, with diagonalisation (OT has no empty levels)"),
  /** Quantum ESPRESSO's data-file-schema.xml. */
  QUANTUM_ESPRESSO("nbnd in &SYSTEM");

  private final String forMoreBands;

  LevelsFormat(String forMoreBands) {
    this.forMoreBands = forMoreBands;
  }

  /** Names the input setting that gives more bands, for messages. */
  String forMoreBands() {
    return forMoreBands;
  }
}
