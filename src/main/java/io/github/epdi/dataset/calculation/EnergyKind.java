package io.github.epdi.dataset.calculation;

/** Which of the energies that VASP prints for an ionic step is taken. */
public enum EnergyKind {
  /** "energy(sigma->0)", E0 of an OSZICAR: smearing extrapolated to zero. */
  SIGMA0,
  /** "free energy TOTEN", F of an OSZICAR. */
  FREE;

  /** Name in tables. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
