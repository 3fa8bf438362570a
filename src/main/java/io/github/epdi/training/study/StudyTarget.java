package io.github.epdi.training.study;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Says what the network of a study predicts. */
enum StudyTarget {
  /** The network predicts the binding energy of any site. */
  DIRECT,
  /**
   * The network predicts what the bridge rule leaves of a saddle, which is E_B - (E_T + E_H) / 2
   * with calculated E_T and E_H.
   */
  BRIDGE_RESIDUAL;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
