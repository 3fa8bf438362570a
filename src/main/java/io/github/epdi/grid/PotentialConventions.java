package io.github.epdi.grid;

import java.io.Serializable;

/**
 * How to understand the values of a file where the file itself does not say it. A campaign declares
 * these conventions, and a model bundle records those that it was trained with.
 *
 * @param unit the declared unit of the values, or null to take the one that the file implies
 * @param sign the declared sign, or {@code AUTO}
 * @param xc what is declared about exchange-correlation
 * @param vacuumGapAngstrom atom-free gap along the normal that a slab must have
 * @param vacuumFlatnessEv largest allowed spread of the planar averages that give the vacuum level
 */
public record PotentialConventions(
    EnergyUnit unit,
    PotentialSign sign,
    XcDeclaration xc,
    double vacuumGapAngstrom,
    double vacuumFlatnessEv)
    implements Serializable {
  /** Nothing is declared, the gap is 6.0 Angstrom and the flatness 0.05 eV. */
  public static final PotentialConventions DEFAULT =
      new PotentialConventions(null, PotentialSign.AUTO, XcDeclaration.CHECK, 6.0, 0.05);
}
