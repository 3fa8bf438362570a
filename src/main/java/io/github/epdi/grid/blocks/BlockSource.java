package io.github.epdi.grid.blocks;

import io.github.epdi.structure.RejectException;
import java.io.IOException;

/** Reads one block after another from a text. The text must be at the first line of a block. */
public interface BlockSource {
  /** Reads the next block and leaves the text after its last value. */
  PlaneBlock next(PlaneSelection selection) throws IOException;

  /**
   * Returns the first token that was not a finite number as a reject, or null if there was none.
   */
  RejectException badNumber();
}
