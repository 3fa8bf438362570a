package io.github.epdi.levels;

import java.util.List;
import java.util.stream.IntStream;

/** The tables that an OUTCAR has after one ionic step, or one electronic step in between. */
final class OutcarStep {
  private final List<BandList> channels = List.of(new BandList(), new BandList());
  private double fermiEnergyEv;
  private int channel;
  private double point = Double.NaN;

  /** The Fermi energy; a later one has more digits. */
  void fermi(double energyEv) {
    if (!Double.isNaN(energyEv)) {
      fermiEnergyEv = energyEv;
    }
  }

  double fermiEnergyEv() {
    return fermiEnergyEv;
  }

  /** The spin channel, 0 or 1, of the tables that follow. */
  void channel(int index) {
    if (index == 0 || index == 1) {
      channel = index;
    }
  }

  /** The k-point of the next table; NaN where its number has more digits than its field. */
  void point(double number) {
    point = number;
  }

  /** Where the levels of the next table go. */
  BandList table(long line) {
    BandList levels = channels.get(channel);
    if (!Double.isNaN(point) && point != levels.points() + 1) {
      throw new BadLevelsException(
          "k-point " + (levels.points() + 1), "k-point " + (int) point, line);
    }
    return levels;
  }

  /** The first channels; what is in the others is told by their number. */
  List<BandList> channels(int count) {
    return IntStream.range(0, 2)
        .filter(i -> i < count || channels.get(i).points() > 0)
        .mapToObj(channels::get)
        .toList();
  }
}
