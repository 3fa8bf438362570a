package io.github.epdi.grid.blocks;

import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.TextPart;
import java.io.IOException;
import java.util.List;

/**
 * Gives access to parts of a text in ascending order, with as little reading as the storage allows.
 */
public interface PlaneText {
  /** Announces the parts that will be requested next. */
  void announce(List<TextPart> parts) throws IOException;

  /**
   * Returns the text from the start of an announced part to at least its end. The text returned
   * before becomes invalid.
   *
   * @param part the part
   * @param line number of the line that holds its first byte
   */
  TextInput at(TextPart part, long line) throws IOException;

  /** Returns the length of the whole text in bytes, or the largest number if it is not known. */
  long length();

  /**
   * Tells whether the text is known to end here except for blanks. Returns false where looking
   * costs little.
   */
  boolean endsAt(long offset);
}
