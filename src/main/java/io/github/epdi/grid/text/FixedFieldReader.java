package io.github.epdi.grid.text;

import java.util.Optional;

/**
 * Reads runs of numbers that stand in fields of one width, as most writers put them.
 *
 * <p>Where the next number is follows from where the last one ended, so that nothing has to be
 * waited for; every byte of a field is then held against the form. The run ends before the first
 * field that differs: such a token is for the general way, and its form is taken for those that
 * follow.
 */
final class FixedFieldReader {
  /** Bits of a double's fraction. */
  private static final int FRACTION_BITS = 52;

  /** The bits of 2^52: with an integer as fraction they are 2^52 and that integer. */
  private static final long TWO_TO_52_BITS = 0x4330000000000000L;

  /** Too large for any number, so that the next field's lead and exponent are worked out. */
  private static final long NOT_UNDERSTOOD = Long.MIN_VALUE;

  /** Null as long as no form is known. */
  private FieldForm form;

  /** Bytes of a line end. */
  private int lineEnd = 1;

  /** What stood before the last number's point; with its exponent it gives the two below. */
  private long leadBytes;

  private long exponentBytes;

  /** Whether a number may follow another without a blank. */
  private boolean touching;

  /** What the digit before the point adds to the integer of all digits. */
  private long whole;

  /** What the integer of all digits is divided by, with the number's sign. */
  private double divisor;

  /**
   * Reads on into {@code target[from]} to {@code target[to - 1]} as far as the form holds.
   *
   * @return the index of the first that was not read
   */
  int read(TextInput in, double[] target, int from, int to) {
    FieldForm form = this.form;
    if (form == null || in.position < FieldForm.READ_BACK) {
      return from;
    }
    byte[] text = in.buffer;
    boolean mayTouch = touching;
    int last = in.limit - FieldForm.READ_AHEAD;
    int end = in.position;
    int lines = 0;
    int i = from;
    while (i < to && end <= last) {
      int newLine = 0;
      int point = end + form.gap();
      if (text[end + lineEnd - 1] == '\n') {
        if (lineEnd > 1 && !FieldForm.isBlank(text[end])) {
          break;
        }
        newLine = 1;
        point += lineEnd;
      }
      long lead = form.leadBytes(text, point);
      long exponent = form.exponentBytes(text, point);
      // Neighbours mostly share them; when they do not, their meaning is worked out anew.
      if ((lead != leadBytes || exponent != exponentBytes) && !understand(lead, exponent)) {
        break;
      }
      long fraction = form.fraction(text, point);
      long digits = whole + fraction;
      int next = point + form.tail();
      boolean ends = mayTouch || DecimalParser.endsToken(text[next]);
      if (text[point] != '.' || fraction < 0 || digits >>> FRACTION_BITS != 0 || !ends) {
        break;
      }
      target[i++] = asDouble(digits) / divisor;
      lines += newLine;
      end = next;
    }
    in.position = end;
    in.line += lines;
    return i;
  }

  /** False, and nothing is changed, if it is not of the form. */
  private boolean understand(long lead, long exponent) {
    double found = form.divisor(lead, exponent);
    if (Double.isNaN(found)) {
      return false;
    }
    leadBytes = lead;
    exponentBytes = exponent;
    whole = form.whole(lead);
    divisor = found;
    return true;
  }

  /** An integer of at most 52 bits, exactly; a conversion would wait for the last one's result. */
  private static double asDouble(long integer) {
    return Double.longBitsToDouble(integer | TWO_TO_52_BITS) - 0x1p52;
  }

  /** The fields of the numbers read so far, if they are known; lines begin with one. */
  Optional<TouchingFields> apart() {
    return Optional.ofNullable(form).map(f -> new TouchingFields(f.gap() + f.tail(), f.tail(), 0));
  }

  /** From here on numbers stand in fields of one width, so that they may touch. */
  void touch() {
    touching = true;
  }

  /** Takes the form of a number that was read the general way, {@code from} to {@code end - 1}. */
  void learn(byte[] text, int from, int end) {
    FieldForm found = FieldForm.of(text, from, end);
    if (found != null) {
      form = found;
      leadBytes = -1;
      whole = NOT_UNDERSTOOD;
    }
    if (text[end] == '\n') {
      lineEnd = 1;
    } else if (text[end] != 0 && text[end + 1] == '\n') {
      lineEnd = 2;
    }
  }
}
