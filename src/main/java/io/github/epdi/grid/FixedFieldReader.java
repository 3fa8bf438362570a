package io.github.epdi.grid;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads runs of numbers that stand in fields of one width, as most writers put them: {@code
 * [-][d].ddd[E+dd]} behind blanks, eight bytes at a time.
 *
 * <p>Where the next number's point and digits are follows from where the last number ended, so that
 * nothing has to be waited for. Every byte of a field is then held against the form. The run ends
 * before the first field that differs, or whose value is not one exact multiplication or division
 * of two exact doubles (see {@link DecimalParser}): such a token is for the general way, and its
 * form is taken for those that follow.
 *
 * <p>Eight digits become one number in three multiplications of packed pairs (Lemire, "Number
 * parsing at a gigabyte per second", Softw. Pract. Exper. 51, 2021).
 */
final class FixedFieldReader {
  /** Bytes that may be looked at, from a field's point on, whatever they hold. */
  static final int READ_AHEAD = 32;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ZEROS = 0x3030303030303030L;
  private static final long BLANKS = 0x2020202020202020L;
  private static final int MINUS = '-' ^ ' ';
  private static final int ZERO = '0' ^ ' ';
  private static final int MOST_DIGITS = 16;
  private static final int WIDEST_GAP = 8;
  private static final int EXPONENT_BYTES = 4;

  /** Bytes from the end of a number to the point of the next; 0 as long as no form is known. */
  private int gap;

  /** Digits behind the point. */
  private int digits;

  /** 4 for {@code E+dd}, 0 for none. */
  private int exponentBytes;

  /** Bytes of a line end. */
  private int lineEnd = 1;

  /**
   * Reads on into {@code target[from]} to {@code target[to - 1]} as far as the form holds.
   *
   * @return the index of the first that was not read
   */
  int read(TextInput in, double[] target, int from, int to) {
    if (gap == 0) {
      return from;
    }
    byte[] text = in.buffer;
    int last = in.limit - READ_AHEAD;
    int gap = this.gap;
    int digits = this.digits;
    int lineEnd = this.lineEnd;
    boolean exponents = exponentBytes > 0;
    int beforeShift = 64 - 8 * gap;
    long restMask = (1L << (8 * (gap - 1))) - 1;
    long minusBeforeDigit = gap > 2 ? (long) MINUS << (8 * (gap - 2)) : -1;
    int firstShift = 8 * Math.max(0, 8 - digits);
    int secondShift = 8 * Math.min(8, 16 - digits);
    long secondMask = digits > 8 ? -1 : 0;
    long secondScale = digits > 8 ? DecimalParser.integerPower(digits - 8) : 1;
    long wholeScale = DecimalParser.integerPower(digits);
    int end = in.position;
    int lines = 0;
    int i = from;
    for (; i < to; i++) {
      int start = end;
      int newLine = 0;
      if (end <= last && text[end + lineEnd - 1] == '\n') {
        if (lineEnd == 2 && !isBlank(text[end])) {
          break;
        }
        start += lineEnd;
        newLine = 1;
      }
      int point = start + gap;
      if (point > last || point < 8 || text[point] != '.') {
        break;
      }
      long before = ((long) EIGHT_BYTES.get(text, point - 8) ^ BLANKS) >>> beforeShift;
      long rest = before & restMask;
      int nearest = (int) (before >>> (8 * (gap - 1)));
      int whole = nearest - ZERO;
      long sign = 0;
      if (rest == 0 && nearest == MINUS) {
        sign = Long.MIN_VALUE;
        whole = 0;
      } else if (rest == 0 && nearest == 0) {
        whole = 0;
      } else if (whole < 0 || whole > 9) {
        break;
      } else if (rest != 0) {
        if (rest != minusBeforeDigit) {
          break;
        }
        sign = Long.MIN_VALUE;
      }
      long first = ((long) EIGHT_BYTES.get(text, point + 1) ^ ZEROS) << firstShift;
      long second = (((long) EIGHT_BYTES.get(text, point + 9) ^ ZEROS) << secondShift) & secondMask;
      long wrong = notDigits(first) | notDigits(second);
      long mantissa = whole * wholeScale + number(first) * secondScale + number(second);
      int power = -digits;
      int stop = point + 1 + digits;
      if (exponents) {
        int four = (int) FOUR_BYTES.get(text, stop);
        wrong |= notExponent(four);
        power += exponent(four);
        stop += EXPONENT_BYTES;
      }
      if (wrong != 0
          || !DecimalParser.endsToken(text[stop])
          || !DecimalParser.isExact(mantissa, power)) {
        break;
      }
      double value = DecimalParser.scaled(mantissa, power);
      target[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(value) | sign);
      end = stop;
      lines += newLine;
    }
    in.position = end;
    in.line += lines;
    return i;
  }

  /** Not 0 if a byte is not 0 to 9. */
  private static long notDigits(long eight) {
    return ((eight + 0x7676767676767676L) | eight) & 0x8080808080808080L;
  }

  /** The number whose decimal digits are the bytes, the lowest byte first. */
  private static long number(long eight) {
    long pairs = eight * 10 + (eight >>> 8);
    long high = (pairs & 0x000000ff000000ffL) * 0x000f424000000064L;
    long low = ((pairs >>> 16) & 0x000000ff000000ffL) * 0x0000271000000001L;
    return (high + low) >>> 32;
  }

  /** Not 0 if four bytes are not a letter E or D, a sign and two digits. */
  private static int notExponent(int four) {
    int form = (four & 0xf0f0f9de) ^ 0x30302944;
    int digits = ((four & 0x0f0f0000) + 0x06060000) & 0x10100000;
    int sign = ((four >>> 9) ^ (four >>> 10) ^ 1) & 1;
    return form | digits | sign;
  }

  private static int exponent(int four) {
    int size = ((four >>> 16) & 0xf) * 10 + ((four >>> 24) & 0xf);
    int minus = -((four >>> 10) & 1);
    return (size ^ minus) - minus;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** Takes the form of a number that was read the general way, {@code from} to {@code end - 1}. */
  void learn(byte[] text, int from, int end) {
    int point = from;
    while (point < end && text[point] != '.') {
      point++;
    }
    int at = point + 1;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    int count = at - point - 1;
    int rest = end - at;
    int previous = from - 1;
    while (previous > from - WIDEST_GAP && previous > 0 && isBlank(text[previous])) {
      previous--;
    }
    boolean inside = previous >= 0 && !DecimalParser.endsToken(text[previous]);
    int before = point - previous - 1;
    boolean fits = count > 0 && count <= MOST_DIGITS && (rest == 0 || rest == EXPONENT_BYTES);
    if (inside && fits && before > 1 && before <= WIDEST_GAP) {
      gap = before;
      digits = count;
      exponentBytes = rest;
    }
    if (text[end] != '\n' && text[end] != 0 && text[end + 1] == '\n') {
      lineEnd = 2;
    } else if (text[end] == '\n') {
      lineEnd = 1;
    }
  }
}
