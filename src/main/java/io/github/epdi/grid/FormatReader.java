package io.github.epdi.grid;

import io.github.epdi.grid.blocks.GridSource;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.UnfitTextException;
import java.io.IOException;
import java.util.List;

/** Reads files of one format. Implementations have no state. */
interface FormatReader {
  /** Tells whether the first lines of a text are of this format. */
  boolean recognises(List<HeaderLine> lines);

  /**
   * Reads from the beginning of the file up to its first value.
   *
   * @param source the file, opened at its beginning
   * @param request limits, and what is declared of the values
   * @param rejects receives what does not prevent reading on: unknown elements, a bad cell
   * @throws io.github.epdi.structure.RejectException TOO_LARGE or BAD_HEADER
   */
  FileHeader header(GridSource source, ReadingRequest request, RejectLedger rejects)
      throws IOException;

  /**
   * Reads the values and whatever follows them.
   *
   * @param source the file, where {@link #header} left it
   * @param header what {@link #header} returned
   * @param selection the planes to keep
   * @param request limits, and what is declared of the values
   * @param rejects receives what is wrong after a sound first block
   * @throws io.github.epdi.structure.RejectException TRUNCATED, BAD_NUMBER or TOO_LARGE if there is
   *     no sound first block
   */
  FileValues values(
      GridSource source,
      FileHeader header,
      PlaneSelection selection,
      ReadingRequest request,
      RejectLedger rejects)
      throws IOException;

  /**
   * Tells whether {@link #planes} is worth a try. It is if planes can be found in this file without
   * reading everything and the request needs no mean over all values.
   */
  default boolean readsPlanes(GridSource source, ReadingRequest request) {
    return false;
  }

  /**
   * Reads only the planes that the selection needs. Anything wrong or odd ends this with an
   * exception or a reject, and the caller then has to read the whole file.
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
