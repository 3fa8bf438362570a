package io.github.epdi.training.study;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the network of a study predicts. */
enum StudyTarget {
  /** The binding energy of any site. */
  DIRECT,
  /** Of a saddle, what the bridge rule leaves: E_B - (E_T + E_H) / 2 with calculated E_T, E_H. */
  BRIDGE_RESIDUAL;

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
