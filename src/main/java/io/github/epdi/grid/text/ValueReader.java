package io.github.epdi.grid.text;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads numbers one after another, however they are broken into lines.
 *
 * <p>A token that is not a finite number is noted and reading continues, because a file that also
 * ends too early counts as TRUNCATED and not as BAD_NUMBER.
 */
public final class ValueReader {
  /** Largest number of blanks between two values. */
  private static final int LONGEST_BLANK = 1 << 16;

  /**
   * Limit on the searches for fields without blanks, so that a file with many bad tokens does not
   * take long.
   */
  private static final int MOST_SEARCHES = 100;

  /** Words that end a block of values in the known formats. */
  private static final List<String> ENDS = List.of("END_", "augmentation");

  private final TextInput in;
  private final DecimalParser parser;
  private final FixedFieldReader fields = new FixedFieldReader();
  private long taken;
  private RejectException badNumber;

  /** Null as long as numbers are separated by blanks. */
  private TouchingFields touching;

  /** Searches for fields of equal width that are left. */
  private int searches = MOST_SEARCHES;

  /** Byte offset where the last number ended, or the line began. */
  private long fieldStart;

  /** Whether only blanks are between the line's beginning and the next number. */
  private boolean startsLine;

  public ValueReader(TextInput in, DecimalParser parser) {
    this.in = in;
    this.parser = parser;
  }

  /**
   * Returns the first token that was not a finite number as a reject, or null if there was none.
   */
  public RejectException badNumber() {
    return badNumber;
  }

  /**
   * Reads values into {@code target[0]} to {@code target[count - 1]}. A bad number becomes NaN.
   *
   * @throws RejectException TRUNCATED if there are fewer
   */
  public void read(double[] target, int count) throws IOException {
    int done = fields.read(in, target, 0, count);
    while (done < count) {
      target[done] = one(count - done);
      done = fields.read(in, target, done + 1, count);
    }
    taken += count;
  }

  /** Reads a value of any form. */
  private double one(int missing) throws IOException {
    int at = tokenStart(missing);
    if (touching != null) {
      return field(at);
    }
    double value = parser.parse(in.buffer, at);
    int end = parser.end();
    if (Double.isNaN(value) || end - at >= TextInput.LONGEST_TOKEN) {
      return touchesAnother() ? field(in.position) : bad(tokenEnd(in.position));
    }
    fields.learn(in.buffer, at, end);
    in.position = end;
    return value;
  }

  /** Looks for fields of equal width where a token is not a number. */
  private boolean touchesAnother() throws IOException {
    if (searches == 0) {
      return false;
    }
    searches--;
    in.fill();
    touching =
        TouchingFields.at(
            in.buffer, in.position, in.endOfLines(), beforeNumber(), startsLine, fields.apart());
    if (touching == null) {
      return false;
    }
    fields.touch();
    return true;
  }

  private int beforeNumber() {
    return (int) Math.min(LONGEST_BLANK, in.consumed() - fieldStart);
  }

  /** Reads the number in the rest of a field, whatever follows it. */
  private double field(int at) {
    int end = Math.min(in.limit, at + touching.left(beforeNumber(), startsLine));
    double value = touching.number(in.buffer, at, end);
    if (Double.isNaN(value)) {
      int inLine = at;
      while (inLine < end && in.buffer[inLine] != '\n') {
        inLine++;
      }
      return bad(inLine > at ? inLine : tokenEnd(at));
    }
    fields.learn(in.buffer, at, end);
    in.position = end;
    return value;
  }

  private double bad(int end) {
    noteBadNumber(end);
    in.position = Math.max(end, in.position + 1);
    return Double.NaN;
  }

  /** Tells whether only blanks are left. */
  public boolean atEnd() throws IOException {
    return !skipBlanks();
  }

  /** Moves to the next token, all of which is in the buffer then. */
  private int tokenStart(int missing) throws IOException {
    startsLine = in.startsLine();
    fieldStart = in.consumed();
    while (isBlank(in.buffer[in.position])) {
      if (in.buffer[in.position++] == '\n') {
        newLine();
      }
    }
    if (in.position == in.limit && !skipBlanks()) {
      throw truncated("the end of the file", missing);
    }
    if (in.limit - in.position < TextInput.LONGEST_TOKEN && !in.ended()) {
      in.refill();
    }
    return in.position;
  }

  private void newLine() {
    in.line++;
    startsLine = true;
    fieldStart = in.consumed();
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** Moves to the next byte that is not blank. Returns false at the end of the file. */
  private boolean skipBlanks() throws IOException {
    long from = in.consumed();
    while (true) {
      while (in.position < in.limit && isBlank(in.buffer[in.position])) {
        if (in.buffer[in.position++] == '\n') {
          newLine();
        }
      }
      if (in.consumed() - from > LONGEST_BLANK) {
        throw in.tooLong("at most " + LONGEST_BLANK + " blanks between values");
      }
      if (in.position < in.limit) {
        return true;
      }
      if (in.ended() || !in.refill()) {
        return false;
      }
    }
  }

  private void noteBadNumber(int end) {
    int to = Math.min(end, in.position + TextInput.LONGEST_TOKEN);
    String word = new String(in.buffer, in.position, to - in.position, StandardCharsets.UTF_8);
    if (ENDS.stream().anyMatch(word::startsWith)) {
      throw truncated("\"" + HeaderLine.printable(word) + "\"", 1);
    }
    if (badNumber == null) {
      badNumber =
          new RejectException(
              RejectCode.BAD_NUMBER,
              "Cannot read the values: expected a finite number, found \""
                  + HeaderLine.printable(word)
                  + "\" (line "
                  + in.line
                  + ")",
              in.line);
    }
  }

  private int tokenEnd(int from) {
    int at = from;
    while (at < in.limit && !DecimalParser.endsToken(in.buffer[at])) {
      at++;
    }
    return at;
  }

  private RejectException truncated(String found, int missing) {
    return new RejectException(
        RejectCode.TRUNCATED,
        "Cannot read the values: expected at least "
            + missing
            + " more, found "
            + found
            + " after about "
            + taken
            + " (line "
            + in.line
            + ")",
        in.line);
  }
}
