package io.github.epdi.levels;

/**
 * How a calculation treats spin, which decides how many lists of levels it has and how many
 * electrons a level holds.
 */
public enum SpinTreatment {
  /** One list of levels, two electrons in each. */
  RESTRICTED(1, 2),
  /** One list for spin up and one for spin down, one electron in each level. */
  POLARIZED(2, 1),
  /** One list of two-component states (noncollinear, spin-orbit), one electron in each. */
  SPINOR(1, 1);

  private final int channels;
  private final int electronsPerLevel;

  SpinTreatment(int channels, int electronsPerLevel) {
    this.channels = channels;
    this.electronsPerLevel = electronsPerLevel;
  }

  /** Number of lists of levels. */
  public int channels() {
    return channels;
  }

  /** Number of electrons in a filled level. */
  public int electronsPerLevel() {
    return electronsPerLevel;
  }
}
