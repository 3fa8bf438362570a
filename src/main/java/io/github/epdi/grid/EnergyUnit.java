package io.github.epdi.grid;

/** Energy units that grid files use, with their value in eV (CODATA 2018). */
public enum EnergyUnit {
  /** Electron volt, written by VASP. */
  EV("eV", 1.0),
  /** Hartree, written by CP2K. */
  HARTREE("hartree", 27.211386245988),
  /** Rydberg, written by Quantum ESPRESSO and ABACUS. */
  RYDBERG("rydberg", 27.211386245988 / 2);

  private final String label;
  private final double electronvolts;

  EnergyUnit(String label, double electronvolts) {
    this.label = label;
    this.electronvolts = electronvolts;
  }

  /** Name as in campaigns and tables: "eV", "hartree", "rydberg". */
  public String label() {
    return label;
  }

  /** Value of one unit in eV. */
  public double electronvolts() {
    return electronvolts;
  }
}
