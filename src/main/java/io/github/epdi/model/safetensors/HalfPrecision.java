package io.github.epdi.model.safetensors;

/** Converts sixteen-bit floats, IEEE 754 binary16 and bfloat16, to and from binary32. */
public final class HalfPrecision {
  private static final float LARGEST = 65504f;

  private HalfPrecision() {}

  /** Returns the exact value of a binary16. */
  public static float fromBinary16(short bits) {
    float[] value = new float[1];
    fromBinary16(new short[] {bits}, value, 0);
    return value[0];
  }

  /** Writes the exact values of binary16 into an array, from an index on. */
  static void fromBinary16(short[] bits, float[] values, int first) {
    for (int i = 0; i < bits.length; i++) {
      int magnitude = (bits[i] & 0x7fff) << 13;
      int sign = (bits[i] & 0x8000) << 16;
      // With its exponent read as binary32's, a number is too small by a factor, subnormal or not.
      // The largest exponent means infinity or no number.
      values[first + i] =
          magnitude < 0x1f << 23
              ? Float.intBitsToFloat(sign | magnitude) * 0x1p112f
              : Float.intBitsToFloat(sign | magnitude | 0x7f800000);
    }
  }

  /** Writes the exact values of bfloat16 into an array, from an index on. */
  static void fromBfloat16(short[] bits, float[] values, int first) {
    for (int i = 0; i < bits.length; i++) {
      values[first + i] = Float.intBitsToFloat(bits[i] << 16);
    }
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
