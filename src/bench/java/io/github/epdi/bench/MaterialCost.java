package io.github.epdi.bench;

import java.util.Locale;

/**
 * Seconds of one core for a material.
 *
 * @param model which images are predicted
 * @param whole start and end of the process shared out
 * @param further of a material more
 */
record MaterialCost(String model, double whole, double further) {
  private static final int SITES = 80;

  /** From what two campaigns took. */
  static MaterialCost of(
      String model, double many, double few, int cores, int manyGrids, int fewGrids) {
    return new MaterialCost(
        model, many * cores / manyGrids, (many - few) * cores / (manyGrids - fewGrids));
  }

  /** The row that compares it with a Python pipeline, by the whole. */
  Measurement against(PythonPipeline.Peer peer, Target target) {
    String part = "the same, core seconds per material (" + SITES + " sites), " + model;
    String figure = String.format(Locale.ROOT, "%.2f s; of a grid more %.2f s", whole, further);
    if (peer.missing() != null) {
      return Measurement.withoutPeer(part, figure, peer.name(), peer.missing(), target);
    }
    String peerFigure = String.format(Locale.ROOT, "%.2f s", peer.seconds());
    return new Measurement(part, figure, peer.name(), peerFigure, peer.seconds() / whole, target);
  }
}
