package io.github.epdi.levels;

import java.util.List;
import java.util.stream.IntStream;

/** The tables that an OUTCAR prints after one ionic step or after an electronic step in between. */
final class OutcarStep {
  private final List<BandList> channels = List.of(new BandList(), new BandList());
  private double fermiEnergyEv;
  private int channel;
  private double point = Double.NaN;

  /** Takes a Fermi energy in eV. A later one replaces it, as it has more digits. */
  void fermi(double energyEv) {
    if (!Double.isNaN(energyEv)) {
      fermiEnergyEv = energyEv;
    }
  }

  double fermiEnergyEv() {
    return fermiEnergyEv;
  }

  /** Sets the spin channel, 0 or 1, of the tables that follow. */
  void channel(int index) {
    if (index == 0 || index == 1) {
      channel = index;
    }
  }

  /**
   * Sets the number of the k-point of the next table. It is NaN if the number did not fit into its
   * field.
   */
  void point(double number) {
    point = number;
  }

  /**
   * Returns the list that takes the levels of the next table.
   *
   * @throws BadLevelsException if the k-point is not the next one of its channel
   */
  BandList table(long line) {
    BandList levels = channels.get(channel);
    if (!Double.isNaN(point) && point != levels.points() + 1) {
      throw new BadLevelsException(
          "k-point " + (levels.points() + 1), "k-point " + (int) point, line);
    }
    return levels;
  }

  /**
   * Returns the first channels, and any other that has levels, so that the caller sees their number
   * is wrong.
   */
  List<BandList> channels(int count) {
    return IntStream.range(0, 2)
        .filter(i -> i < count || channels.get(i).points() > 0)
        .mapToObj(channels::get)
        .toList();
  }
}
