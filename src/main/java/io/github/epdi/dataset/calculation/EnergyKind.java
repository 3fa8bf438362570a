package io.github.epdi.dataset.calculation;

/** Which of the energies that VASP prints for an ionic step is taken. */
public enum EnergyKind {
  /** "energy(sigma->0)", which is E0 of an OSZICAR: the smearing is extrapolated to zero. */
  SIGMA0,
  /** "free energy TOTEN", which is F of an OSZICAR. */
  FREE;

  /** Lower-case name as in tables. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
