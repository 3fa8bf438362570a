package io.github.epdi.grid.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The form of numbers in fields of equal width: {@code [-][d].ddd[E+dd[d]]} after blanks.
 *
 * <p>Eight digits are converted by three multiplications of packed pairs (Lemire, "Number parsing
 * at a gigabyte per second", Softw. Pract. Exper. 51, 2021).
 */
final class FieldForm {
  /** Bytes after the end of the number before a field that are accessed, whatever they contain. */
  static final int READ_AHEAD = 48;

  /** Bytes before that end that are accessed. */
  static final int READ_BACK = 8;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ZEROS = 0x3030303030303030L;
  private static final long BLANKS = 0x2020202020202020L;
  private static final int MINUS_BIT = 4;
  private static final int MINUS = 1 << MINUS_BIT;
  private static final int WHOLE = MINUS - 1;
  private static final int WRONG = -1;

  /** Meaning of a byte before the point (XOR a blank): a digit, a minus, nothing, or WRONG. */
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
   * Makes a form.
   *
   * @param gap bytes from the end of a number to the point of the next, 2 to 8
   * @param digits digits after the point, 1 to 16
   * @param exponent bytes of {@code E+dd} or {@code E+ddd}, or 0 if there is no exponent
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

  /**
   * Returns the form of the token {@code from} to {@code end - 1}, which has another before it.
   * Returns null if it has no such form.
   */
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

  /** Returns the unparsed bytes before a field's point: blanks, a minus, a digit. */
  long leadBytes(byte[] text, int point) {
    return (long) EIGHT_BYTES.get(text, point - READ_BACK) >>> beforeShift;
  }

  /**
   * Returns the unparsed bytes of a field's exponent. They are equal for all fields without
   * exponents.
   */
  long exponentBytes(byte[] text, int point) {
    return (long) EIGHT_BYTES.get(text, point + 1 + digits) & exponentMask;
  }

  /**
   * Returns all digits after a field's point as one integer, or a negative number if there are
   * other bytes among them. The exponent and what follows the field are not checked.
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
   * Returns what the digit before the point adds to the integer of all digits, or a negative number
   * if these bytes are not of this form.
   */
  long whole(long leadBytes) {
    int lead = lead(leadBytes);
    return lead < 0 ? lead : (lead & WHOLE) * wholeScale;
  }

  /**
   * Returns the divisor of the integer of all digits: a power of ten that is an exact double, with
   * the field's sign. It is NaN if the field is not of this form or needs another power.
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

  /**
   * Returns the digit before the point or 0, with the MINUS bit set after a minus. Returns WRONG
   * for anything else.
   */
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

  /** Returns 0 if all bytes are 0 to 9. */
  private static long notDigits(long eight) {
    return ((eight + 0x7676767676767676L) | eight) & 0x8080808080808080L;
  }

  /** Returns the number whose decimal digits are the bytes, the lowest byte first. */
  private static long number(long eight) {
    long pairs = eight * 10 + (eight >>> 8);
    long high = (pairs & 0x000000ff000000ffL) * 0x000f424000000064L;
    long low = ((pairs >>> 16) & 0x000000ff000000ffL) * 0x0000271000000001L;
    return (high + low) >>> 32;
  }

  /** Returns 0 if four bytes are a letter E or D, a sign and two digits. */
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
