package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.blocks.PlaneText;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.grid.text.UnfitTextException;
import java.io.IOException;
import java.util.List;

/** Reads one format. Stateless. */
interface FormatReader {
  /** Whether the first lines of a text are of this format. */
  boolean recognises(List<HeaderLine> lines);

  /**
   * Reads up to the first value.
   *
   * @param rejects receives what does not prevent reading on: unknown elements, a bad cell
   * @throws io.github.epdi.structure.RejectException TOO_LARGE or BAD_HEADER
   */
  FileHeader header(TextInput in, GridLimits limits, RejectLedger rejects) throws IOException;

  /**
   * Reads the values and what follows them.
   *
   * @param rejects receives what is wrong behind a sound first block
   * @throws io.github.epdi.structure.RejectException if there is no sound first block: TRUNCATED,
   *     BAD_NUMBER, TOO_LARGE
   */
  FileValues values(
      TextInput in,
      FileHeader header,
      PlaneSelection selection,
      GridLimits limits,
      RejectLedger rejects)
      throws IOException;

  /**
   * Reads the planes that are needed and no others, where the format allows it. Whatever is wrong
   * or odd ends this with an exception or a reject: the file then has to be read whole.
   *
   * @throws UnfitTextException if planes cannot be found without reading everything
   */
  default FileValues planes(
      TextInput in,
      PlaneText text,
      FileHeader header,
      PlaneSelection selection,
      GridLimits limits,
      RejectLedger rejects)
      throws IOException {
    throw new UnfitTextException("a VASP file", header.header().format().label());
  }
}
