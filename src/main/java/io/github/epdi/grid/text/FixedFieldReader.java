package io.github.epdi.grid.text;

import java.util.Optional;

/**
 * Reads runs of numbers in fields of equal width, as most writers print them.
 *
 * <p>The place of the next number follows from the end of the last one, which makes reading fast.
 * Every byte of a field is compared with the form. The run ends before the first field that
 * differs. That token is read in the general way, and its form is used for those that follow.
 */
final class FixedFieldReader {
  /** Bits of a double's fraction. */
  private static final int FRACTION_BITS = 52;

  /** The bits of 2^52. With an integer as fraction they are 2^52 plus that integer. */
  private static final long TWO_TO_52_BITS = 0x4330000000000000L;

  /** Larger than any number, so that lead and exponent of the next field are worked out. */
  private static final long NOT_UNDERSTOOD = Long.MIN_VALUE;

  /** Null until a form is known. */
  private FieldForm form;

  /** Number of bytes at the end of a line. */
  private int lineEnd = 1;

  /**
   * Bytes before the last number's point. Together with the exponent they determine {@link #whole}
   * and {@link #divisor}.
   */
  private long leadBytes;

  private long exponentBytes;

  /** Whether a number may follow another without a blank. */
  private boolean touching;

  /** What the digit before the point adds to the integer of all digits. */
  private long whole;

  /** Divisor of the integer of all digits, with the number's sign. */
  private double divisor;

  /**
   * Reads numbers into {@code target[from]} to {@code target[to - 1]}, as long as they have the
   * form.
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
      // Neighbours mostly have the same bytes here. If not, their meaning is worked out anew.
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

  /**
   * Works out what lead and exponent mean. Returns false and changes nothing if they are not of the
   * form.
   */
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

  /**
   * Converts an integer of at most 52 bits exactly. The processor's own conversion would wait for
   * the last one's result.
   */
  private static double asDouble(long integer) {
    return Double.longBitsToDouble(integer | TWO_TO_52_BITS) - 0x1p52;
  }

  /**
   * Returns the fields of the numbers read so far, if they are known. A line begins with a field.
   */
  Optional<TouchingFields> apart() {
    return Optional.ofNullable(form).map(f -> new TouchingFields(f.gap() + f.tail(), f.tail(), 0));
  }

  /** Tells the reader that numbers may follow each other without a blank from here on. */
  void touch() {
    touching = true;
  }

  /**
   * Takes the form of the number {@code from} to {@code end - 1}, which was read in the general
   * way.
   */
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
