package io.github.epdi.screening.campaign;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The declarations of an input table about one grid, which take precedence over the campaign's
 * conventions. A component is null where the table says nothing.
 *
 * @param unit unit of the values
 * @param sign whose potential it is
 * @param xc what is known of exchange-correlation
 */
public record GridOverrides(EnergyUnit unit, PotentialSign sign, XcDeclaration xc)
    implements Serializable {
  public static final GridOverrides NONE = new GridOverrides(null, null, null);

  /** Returns the campaign's conventions with these declarations put over them. */
  public PotentialConventions over(PotentialConventions campaign) {
    return new PotentialConventions(
        unit == null ? campaign.unit() : unit,
        sign == null ? campaign.sign() : sign,
        xc == null || (xc == XcDeclaration.CHECK && allows(campaign)) ? campaign.xc() : xc,
        campaign.vacuumGapAngstrom(),
        campaign.vacuumFlatnessEv());
  }

  private static boolean allows(PotentialConventions campaign) {
    return campaign.xc() == XcDeclaration.CHECK_AND_ALLOW;
  }

  /**
   * Returns the unit with a label that campaigns use, such as "eV".
   *
   * @throws IllegalArgumentException if there is no such unit
   */
  static EnergyUnit unit(String label) {
    return Arrays.stream(EnergyUnit.values())
        .filter(u -> u.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no unit " + label));
  }
}
