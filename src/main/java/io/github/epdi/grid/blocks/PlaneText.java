package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.TextPart;
import java.io.IOException;
import java.util.List;

/** Gives parts of a text in ascending order, with as little reading as its storage allows. */
public interface PlaneText {
  /** Says which parts will be asked for next. */
  void announce(List<TextPart> parts) throws IOException;

  /**
   * The text from the start of a part that was announced, at least to its end. The text given
   * before ends with that.
   *
   * @param line number of the line that holds its first byte
   */
  TextInput at(TextPart part, long line) throws IOException;

  /** Bytes of the whole text; the largest number where that is not known. */
  long length();

  /**
   * Whether it is known without reading on that the text ends here, but for blanks, and worth not
   * looking.
   */
  boolean endsAt(long offset);
}
