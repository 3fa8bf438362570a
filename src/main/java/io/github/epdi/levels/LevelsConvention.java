package io.github.epdi.levels;

import java.io.Serializable;

/**
 * The convention by which a slab's electronic levels become its electron affinity and work
 * function.
 *
 * @param temperatureKelvin temperature of the occupations, whatever smearing a run used
 * @param sitesPerIon sites above metals that the training labels have for each ion; in a cell with
 *     so many of them lithium brings one electron, in others a share in proportion
 */
public record LevelsConvention(double temperatureKelvin, double sitesPerIon)
    implements Serializable {
  /** The convention of 1000 K and one lithium on a 3x3 cell. */
  public static final LevelsConvention DEFAULT = new LevelsConvention(1000, 9);

  /** Returns the electrons that lithium brings to a cell with a number of sites above metals. */
  public double addedElectrons(int topSites) {
    return topSites / sitesPerIon;
  }
}
