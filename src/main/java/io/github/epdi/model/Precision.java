package io.github.epdi.model;

import java.util.Locale;

/** Numbers that a network computes in. Sums inside of convolutions are float32 in all of them. */
public enum Precision {
  /** 24 bits of mantissa: what networks are trained in. */
  FLOAT32(6) {
    @Override
    float round(float value) {
      return value;
    }
  },
  /** 8 bits of mantissa in weights and activations: half the bytes, twice the arithmetic. */
  BFLOAT16(15) {
    @Override
    float round(float value) {
      int bits = Float.floatToRawIntBits(value);
      if (!Float.isFinite(value)) {
        return value;
      }
      int even = (bits >> 16) & 1;
      return Float.intBitsToFloat((bits + 0x7fff + even) & 0xffff0000);
    }
  };

  private final int torchType;

  Precision(int torchType) {
    this.torchType = torchType;
  }

  /**
   * Checks that this machine has it, and is faster in it than in float32.
   *
   * @throws io.github.epdi.structure.InputException saying what is missing and what to do
   */
  public void requireHere() {
    if (this != FLOAT32) {
      PrecisionSupport.require(this, ScriptedInference.isPossible());
    }
  }

  /** Lower-case name, as in campaigns. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The nearest number that there is, ties to even. */
  abstract float round(float value);

  /** torch's number of the type (c10::ScalarType). */
  int torchType() {
    return torchType;
  }
}
