package io.github.epdi.grid;

import java.io.Serializable;

/**
 * How the values of a file are to be understood where the file does not say it itself. A campaign
 * declares them, a model bundle records those that it was trained with.
 *
 * @param unit the values' unit, or null: what the format implies
 * @param sign declared sign, or {@code AUTO}
 * @param xc what is known of exchange-correlation
 * @param vacuumGapAngstrom atom-free gap asked for along the normal
 * @param vacuumFlatnessEv largest spread of the planar averages that give the vacuum level
 */
public record PotentialConventions(
    EnergyUnit unit,
    PotentialSign sign,
    XcDeclaration xc,
    double vacuumGapAngstrom,
    double vacuumFlatnessEv)
    implements Serializable {
  /** Nothing declared; gap 6.0 Angstrom, flatness 0.05 eV. */
  public static final PotentialConventions DEFAULT =
      new PotentialConventions(null, PotentialSign.AUTO, XcDeclaration.CHECK, 6.0, 0.05);
}
