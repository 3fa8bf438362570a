package io.github.epdi.model.torch;

import io.github.epdi.model.safetensors.HalfPrecision;
import java.util.Locale;

/** Numbers that a network computes in. Sums inside of convolutions are float32 in all of them. */
public enum Precision {
  /** 24 bits of mantissa: what networks are trained in. */
  FLOAT32(6) {
    @Override
    public float round(float value) {
      return value;
    }
  },
  /** 8 bits of mantissa in weights and activations: half the bytes, twice the arithmetic. */
  BFLOAT16(15) {
    @Override
    public float round(float value) {
      int bits = Float.floatToRawIntBits(value);
      if (!Float.isFinite(value)) {
        return value;
      }
      int even = (bits >> 16) & 1;
      return Float.intBitsToFloat((bits + 0x7fff + even) & 0xffff0000);
    }
  },
  /** 11 bits of mantissa in weights and activations, up to 65504: for graphics processors. */
  FLOAT16(5) {
    @Override
    public float round(float value) {
      return Float.isNaN(value)
          ? value
          : HalfPrecision.fromBinary16(HalfPrecision.toBinary16(value));
    }
  };

  private final int torchType;

  Precision(int torchType) {
    this.torchType = torchType;
  }

  /**
   * Checks that a kind of device computes in it at all; no device is looked at.
   *
   * @throws io.github.epdi.structure.InputException saying what there is
   */
  public void requirePossibleOn(ComputeDevice.Kind kind) {
    PrecisionSupport.requireOn(kind, this);
  }

  /**
   * Checks that networks are run in it on a kind of device, and of the processor that it has it and
   * is faster in it than in float32; graphics processors are not looked at.
   *
   * @throws io.github.epdi.structure.InputException saying what is missing and what to do
   */
  public void requireOn(ComputeDevice.Kind kind) {
    requirePossibleOn(kind);
    if (this == BFLOAT16) {
      PrecisionSupport.require(this, TorchEngine.hasOneDnn());
    }
  }

  /** Lower-case name, as in campaigns. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The nearest number that there is, ties to even. */
  public abstract float round(float value);

  /** torch's number of the type (c10::ScalarType). */
  public int torchType() {
    return torchType;
  }
}
