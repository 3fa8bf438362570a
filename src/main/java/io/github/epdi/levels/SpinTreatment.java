package io.github.epdi.levels;

/** How a calculation treats spin: how many lists of levels it has, and what one level holds. */
public enum SpinTreatment {
  /** One list of levels; each holds two electrons. */
  RESTRICTED(1, 2),
  /** A list for spin up and one for spin down; each level holds one electron. */
  POLARIZED(2, 1),
  /** One list of two-component states (noncollinear, spin-orbit); each holds one electron. */
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

  /** Electrons in a filled level. */
  public int electronsPerLevel() {
    return electronsPerLevel;
  }
}
