package io.github.epdi.model.safetensors;

/** Converts sixteen-bit floats, IEEE 754 binary16 and bfloat16, to and from binary32. */
public final class HalfPrecision {
  private static final float LARGEST = 65504f;

  private HalfPrecision() {}

  /** Returns the exact value of a binary16. */
  public static float fromBinary16(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
  }

  /** Returns the exact value of a bfloat16. */
  static float fromBfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** Tells whether a value rounds to a finite binary16. */
  static boolean fits(float value) {
    return Math.abs(value) < LARGEST + 16f;
  }

  /** Returns the nearest binary16, ties to even. Values beyond the largest one become infinity. */
  public static short toBinary16(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | 0x7e00);
    }
    if (magnitude >= 0x477ff000) { // From 65520 on, rounding gives infinity.
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x38800000) { // Below 2^-14 it is a count of 2^-24, rounded here.
      return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
    }
    int rounded = magnitude - (112 << 23) + 0xfff + ((magnitude >>> 13) & 1);
    return (short) (sign | (rounded >>> 13));
  }
}
