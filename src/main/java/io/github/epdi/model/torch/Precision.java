package io.github.epdi.model.torch;

import io.github.epdi.model.safetensors.HalfPrecision;
import java.util.Locale;

/** Numbers in which a network computes. Sums inside of convolutions are float32 in all of them. */
public enum Precision {
  /** Floats with 24 bits of mantissa, in which networks are trained. */
  FLOAT32(6) {
    @Override
    public float round(float value) {
      return value;
    }
  },
  /**
   * Floats with 8 bits of mantissa in weights and activations, for half the bytes and twice the
   * arithmetic.
   */
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
  /**
   * Floats with 11 bits of mantissa in weights and activations, up to 65504, for graphics
   * processors.
   */
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
   * Checks that a kind of device computes in this precision at all, without looking at a device.
   *
   * @throws io.github.epdi.structure.InputException saying what there is
   */
  public void requirePossibleOn(ComputeDevice.Kind kind) {
    PrecisionSupport.requireOn(kind, this);
  }

  /**
   * Checks that networks run in this precision on a kind of device. The processor is checked to
   * have bfloat16 instructions, without which float32 would be faster. Graphics processors are not
   * looked at.
   *
   * @throws io.github.epdi.structure.InputException saying what is missing and what to do
   */
  public void requireOn(ComputeDevice.Kind kind) {
    requirePossibleOn(kind);
    if (this == BFLOAT16) {
      PrecisionSupport.require(this, TorchEngine.hasOneDnn());
    }
  }

  /** Returns the lower-case name, as in campaigns. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Rounds to the nearest number of this precision, ties to even. */
  public abstract float round(float value);

  /** Returns torch's number of the type (c10::ScalarType). */
  public int torchType() {
    return torchType;
  }
}
