package io.github.epdi.grid.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The form of numbers that stand in fields of one width: {@code [-][d].ddd[E+dd[d]]} behind blanks.
 *
 * <p>Eight digits become one number in three multiplications of packed pairs (Lemire, "Number
 * parsing at a gigabyte per second", Softw. Pract. Exper. 51, 2021).
 */
final class FieldForm {
  /**
   * Bytes that may be looked at, from the end of the number before a field on, whatever they hold.
   */
  static final int READ_AHEAD = 48;

  /** Bytes before that end that may be looked at. */
  static final int READ_BACK = 8;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ZEROS = 0x3030303030303030L;
  private static final long BLANKS = 0x2020202020202020L;
  private static final int MINUS_BIT = 4;
  private static final int MINUS = 1 << MINUS_BIT;
  private static final int WHOLE = MINUS - 1;
  private static final int WRONG = -1;

  /** What a byte before the point (XOR a blank) means: a digit, a minus, nothing, or WRONG. */
  private static final byte[] LEADS = leads();

  private static final int MOST_DIGITS = 16;
  private static final int EXPONENT_BYTES = 4;
  private static final int LONG_EXPONENT_BYTES = 5;

  private final int gap;
  private final int digits;
  private final boolean exponents;
  private final boolean longExponents;
  private final long exponentMask;
  private final int tail;
  private final int beforeShift;
  private final int nearestShift;
  private final long restMask;
  private final long minusBeforeDigit;
  private final int firstShift;
  private final int secondShift;
  private final long secondMask;
  private final long secondScale;
  private final long wholeScale;

  /**
   * A form.
   *
   * @param gap bytes from the end of a number to the point of the next, 2 to 8
   * @param digits behind the point, 1 to 16
   * @param exponent bytes of {@code E+dd} or {@code E+ddd}, or 0 if none follows
   */
  private FieldForm(int gap, int digits, int exponent) {
    this.gap = gap;
    this.digits = digits;
    exponents = exponent > 0;
    longExponents = exponent == LONG_EXPONENT_BYTES;
    exponentMask = (1L << (8 * exponent)) - 1;
    tail = 1 + digits + exponent;
    beforeShift = 8 * (READ_BACK - gap);
    nearestShift = 8 * (gap - 1);
    restMask = (1L << (8 * (gap - 1))) - 1;
    minusBeforeDigit = (long) ('-' ^ ' ') << (8 * (gap - 2));
    firstShift = 8 * Math.max(0, 8 - digits);
    secondShift = 8 * Math.min(8, 16 - digits);
    secondMask = digits > 8 ? -1 : 0;
    secondScale = digits > 8 ? DecimalParser.integerPower(digits - 8) : 1;
    wholeScale = DecimalParser.integerPower(digits);
  }

  private static byte[] leads() {
    byte[] leads = new byte[256];
    Arrays.fill(leads, (byte) WRONG);
    leads[0] = 0;
    leads['-' ^ ' '] = MINUS;
    for (int digit = 0; digit <= 9; digit++) {
      leads[('0' + digit) ^ ' '] = (byte) digit;
    }
    return leads;
  }

  /** The form of a token, {@code from} to {@code end - 1}, with another before it; or null. */
  static FieldForm of(byte[] text, int from, int end) {
    int point = from;
    while (point < end && text[point] != '.') {
      point++;
    }
    int at = point + 1;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    int digits = at - point - 1;
    int rest = end - at;
    int previous = from - 1;
    while (previous > 0 && previous > from - READ_BACK && isBlank(text[previous])) {
      previous--;
    }
    boolean inside = previous >= 0 && !DecimalParser.endsToken(text[previous]);
    int gap = point - previous - 1;
    boolean known = rest == 0 || rest == EXPONENT_BYTES || rest == LONG_EXPONENT_BYTES;
    boolean fits = digits > 0 && digits <= MOST_DIGITS && known && gap > 1 && gap <= READ_BACK;
    return inside && fits ? new FieldForm(gap, digits, rest) : null;
  }

  static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** Bytes from the end of a number to the point of the next. */
  int gap() {
    return gap;
  }

  /** Bytes from the point to the end of a number. */
  int tail() {
    return tail;
  }

  /** What stands before a field's point, as it stands there: blanks, a minus, a digit. */
  long leadBytes(byte[] text, int point) {
    return (long) EIGHT_BYTES.get(text, point - READ_BACK) >>> beforeShift;
  }

  /** A field's exponent as it stands there; the same for all without exponents. */
  long exponentBytes(byte[] text, int point) {
    return (long) EIGHT_BYTES.get(text, point + 1 + digits) & exponentMask;
  }

  /**
   * All digits behind a field's point as one integer; negative if other bytes are among them.
   * Exponents are not looked at, nor what follows the field.
   */
  long fraction(byte[] text, int point) {
    long first = ((long) EIGHT_BYTES.get(text, point + 1) ^ ZEROS) << firstShift;
    long second = (((long) EIGHT_BYTES.get(text, point + 9) ^ ZEROS) << secondShift) & secondMask;
    long wrong = notDigits(first) | notDigits(second);
    if (wrong != 0) {
      return WRONG;
    }
    return number(first) * secondScale + number(second);
  }

  /**
   * What the digits before the point add to the integer of all digits; negative if what stands
   * there is not of this form.
   */
  long whole(long leadBytes) {
    int lead = lead(leadBytes);
    return lead < 0 ? lead : (lead & WHOLE) * wholeScale;
  }

  /**
   * What the integer of all digits is to be divided by: a power of ten that is an exact double,
   * with the field's sign. NaN if the field is not of this form or asks for something else.
   */
  double divisor(long leadBytes, long exponentBytes) {
    int lead = lead(leadBytes);
    if (lead < 0 || (exponents && notExponent((int) exponentBytes) != 0)) {
      return Double.NaN;
    }
    int lastDigit = longExponents ? (int) (exponentBytes >>> 32) - '0' : 0;
    if (lastDigit < 0 || lastDigit > 9) {
      return Double.NaN;
    }
    int power = digits - (exponents ? exponent((int) exponentBytes, lastDigit) : 0);
    if (power < 0 || !DecimalParser.isExact(0, power)) {
      return Double.NaN;
    }
    double size = DecimalParser.scaled(1, power);
    return (lead & MINUS) == 0 ? size : -size;
  }

  /** A digit or nothing, MINUS too if a minus stands before it; or WRONG. */
  private int lead(long leadBytes) {
    long before = leadBytes ^ (BLANKS >>> beforeShift);
    int nearest = (int) (before >>> nearestShift);
    int lead = LEADS[nearest];
    long rest = before & restMask;
    if (rest == 0) {
      return lead;
    }
    boolean digit = lead >= 0 && lead < MINUS && nearest != 0;
    return digit && rest == minusBeforeDigit ? lead | MINUS : WRONG;
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

  private int exponent(int four, int lastDigit) {
    int two = ((four >>> 16) & 0xf) * 10 + ((four >>> 24) & 0xf);
    int size = longExponents ? two * 10 + lastDigit : two;
    int minus = -((four >>> 10) & 1);
    return (size ^ minus) - minus;
  }
}
