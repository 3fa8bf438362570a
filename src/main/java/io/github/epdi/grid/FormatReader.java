package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.text.HeaderLine;
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
   * @param source opened at its beginning
   * @param request limits, and what is declared of the values
   * @param rejects receives what does not prevent reading on: unknown elements, a bad cell
   * @throws io.github.epdi.structure.RejectException TOO_LARGE or BAD_HEADER
   */
  FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException;

  /**
   * Reads the values and what follows them.
   *
   * @param source where the header left it
   * @param rejects receives what is wrong behind a sound first block
   * @throws io.github.epdi.structure.RejectException if there is no sound first block: TRUNCATED,
   *     BAD_NUMBER, TOO_LARGE
   */
  FileValues values(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException;

  /** Whether {@link #planes} is worth a try: the format allows it, and nobody asks for a mean. */
  default boolean readsPlanes(GridSource source, ReadingRequest request) {
    return false;
  }

  /**
   * Reads the planes that are needed and no others, where the format allows it. Whatever is wrong
   * or odd ends this with an exception or a reject: the file then has to be read whole.
   *
   * @throws UnfitTextException if planes cannot be found without reading everything
   */
  default FileValues planes(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException {
    throw new UnfitTextException("a format with planes", header.header().format().label());
  }
}
