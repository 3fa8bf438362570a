package io.github.epdi.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One row of the table.
 *
 * @param part what was measured
 * @param figure ours, with its unit
 * @param peer what it is compared with
 * @param peerFigure the peer's, with its unit; says so where the peer is missing
 * @param ratio the number that the target is about; null if the peer is missing
 * @param target null where there is none
 */
record Measurement(
    String part, String figure, String peer, String peerFigure, Double ratio, Target target) {

  /** A row whose peer is not installed here. */
  static Measurement withoutPeer(String part, String figure, String peer, String why, Target t) {
    return new Measurement(part, figure, peer, "missing: " + why, null, t);
  }

  /** "yes", "no", or "not measured". */
  @JsonIgnore
  String verdict() {
    if (target == null) {
      return "";
    }
    if (ratio == null) {
      return "not measured";
    }
    return target.isMetBy(ratio) ? "yes" : "no";
  }
}
