package io.github.epdi.grid;

/**
 * Reads runs of numbers that stand in fields of one width, as most writers put them.
 *
 * <p>Where the next number is follows from where the last one ended, so that nothing has to be
 * waited for; every byte of a field is then held against the form. The run ends before the first
 * field that differs: such a token is for the general way, and its form is taken for those that
 * follow.
 */
final class FixedFieldReader {
  /** Null as long as no form is known. */
  private FieldForm form;

  /** Bytes of a line end. */
  private int lineEnd = 1;

  /**
   * Reads on into {@code target[from]} to {@code target[to - 1]} as far as the form holds.
   *
   * @return the index of the first that was not read
   */
  int read(TextInput in, double[] target, int from, int to) {
    FieldForm form = this.form;
    if (form == null) {
      return from;
    }
    byte[] text = in.buffer;
    int last = in.limit - FieldForm.READ_AHEAD;
    int gap = form.gap();
    int tail = form.tail();
    int end = in.position;
    int lines = 0;
    int i = from;
    while (i < to && end <= last) {
      int newLine = text[end + lineEnd - 1] == '\n' ? 1 : 0;
      if (newLine > 0 && lineEnd > 1 && !FieldForm.isBlank(text[end])) {
        break;
      }
      int point = end + newLine * lineEnd + gap;
      if (point > last || point < FieldForm.READ_BACK) {
        break;
      }
      double value = form.value(text, point);
      if (Double.isNaN(value)) {
        break;
      }
      target[i++] = value;
      lines += newLine;
      end = point + tail;
    }
    in.position = end;
    in.line += lines;
    return i;
  }

  /** Takes the form of a number that was read the general way, {@code from} to {@code end - 1}. */
  void learn(byte[] text, int from, int end) {
    FieldForm found = FieldForm.of(text, from, end);
    form = found == null ? form : found;
    if (text[end] == '\n') {
      lineEnd = 1;
    } else if (text[end] != 0 && text[end + 1] == '\n') {
      lineEnd = 2;
    }
  }
}
