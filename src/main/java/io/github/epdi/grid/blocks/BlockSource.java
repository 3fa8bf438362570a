package io.github.epdi.grid.blocks;

import io.github.epdi.structure.RejectException;
import java.io.IOException;

/** Reads block after block from a text that stands at the first line of one. */
public interface BlockSource {
  /** Reads the next block and leaves the text behind its last value. */
  PlaneBlock next(PlaneSelection selection) throws IOException;

  /** The first token that was no finite number, null if there was none. */
  RejectException badNumber();
}
