package io.github.epdi.grid;

import io.github.epdi.grid.blocks.BlockSource;
import io.github.epdi.grid.blocks.PlaneBlock;
import io.github.epdi.grid.blocks.PlaneSelection;
import io.github.epdi.grid.text.HeaderLine;
import io.github.epdi.grid.text.TextInput;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads the blocks of a VASP file. There is one, or two for spin up and down, or four for a
 * noncollinear run, of which the first is the scalar potential. Between blocks the file has numbers
 * for each ion (augmentation occupancies in a density) and the numbers of points again.
 */
final class VaspBlocks {
  private static final int MOST_BLOCKS = 4;
  private static final long AUGMENTATION_BYTES_PER_ATOM = 1 << 16;

  private final TextInput in;
  private final FileHeader header;
  private final RejectLedger rejects;
  private final BlockSource blocks;
  private boolean augmented;

  /**
   * Reads a text that stands at its first value.
   *
   * @param in the text
   * @param blocks reads blocks from {@code in}
   * @param header what the file's header says
   * @param rejects receives what is wrong after the first block
   */
  VaspBlocks(TextInput in, BlockSource blocks, FileHeader header, RejectLedger rejects) {
    this.in = in;
    this.blocks = blocks;
    this.header = header;
    this.rejects = rejects;
  }

  /** Reads all blocks and keeps planes of the first two. */
  FileValues read(PlaneSelection selection) throws IOException {
    PlaneBlock first = blocks.next(selection);
    RejectException badNumber = blocks.badNumber();
    PlaneBlock second = null;
    int count = 1;
    try {
      while (count <= MOST_BLOCKS && blockFollows()) {
        PlaneBlock next = blocks.next(count == 1 ? selection : PlaneSelection.NONE);
        second = count == 1 ? next : second;
        count++;
      }
      checkCount(count);
    } catch (RejectException e) {
      rejects.add(e);
    }
    if (badNumber != null) {
      throw badNumber;
    }
    if (blocks.badNumber() != null) {
      rejects.add(blocks.badNumber());
    }
    return new FileValues(first, count == 2 ? second : null, count, List.of());
  }

  /**
   * Skips the numbers of the ions (one or three each). Returns true if the numbers of points
   * follow, and with them another block.
   */
  private boolean blockFollows() throws IOException {
    in.allow((1 + header.atoms()) * AUGMENTATION_BYTES_PER_ATOM);
    long seen = 0;
    HeaderLine last = null;
    for (HeaderLine line = in.next(); line != null; line = in.next()) {
      if (repeatsPoints(line)) {
        return true;
      }
      noteAugmentation(line);
      seen += line.size();
      if (!augmented && (!line.hasReals(0, line.size()) || seen > 3L * header.atoms())) {
        throw surplus(line);
      }
      last = line;
    }
    boolean whole = seen == 0 || seen == header.atoms() || seen == 3L * header.atoms();
    if (!augmented && !whole) {
      throw surplus(last);
    }
    return false;
  }

  private boolean repeatsPoints(HeaderLine line) {
    return line.size() == 3
        && line.hasIntegers(0, 3)
        && line.integer(0, "") == header.layout().nx()
        && line.integer(1, "") == header.layout().ny()
        && line.integer(2, "") == header.layout().nz();
  }

  private void noteAugmentation(HeaderLine line) {
    if (!augmented && line.text().strip().toLowerCase(Locale.ROOT).startsWith("augmentation")) {
      augmented = true;
      rejects.add(
          RejectCode.NOT_A_POTENTIAL,
          "Cannot use the values: expected a potential, found augmentation occupancies of a"
              + " density (line "
              + line.number()
              + ")",
          line.number());
    }
  }

  private void checkCount(int count) {
    if (count == 3 || count > MOST_BLOCKS) {
      throw new RejectException(
          RejectCode.TRUNCATED,
          "Cannot read the values: expected 1, 2 or 4 blocks, found "
              + count
              + " (line "
              + in.line
              + ")",
          in.line);
    }
  }

  private static RejectException surplus(HeaderLine line) {
    return new RejectException(
        RejectCode.BAD_NUMBER,
        "Cannot read the values: expected the end of the file, numbers of ions or another block,"
            + " found \""
            + HeaderLine.printable(line.text())
            + "\" (line "
            + line.number()
            + ")",
        line.number());
  }
}
