package io.github.epdi.grid;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.Slab;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.cell.CellCheck;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of reading one grid file. An accepted reading has every part that a screening needs. A
 * rejected one has the one reject that counts and whatever was found besides.
 */
public sealed interface GridReading {
  /** The file that was read. */
  GridFile file();

  /** How it was read. */
  ReadingTrace trace();

  /** The parts that were found, for callers that show accepted and rejected readings alike. */
  ReachedParts reached();

  /** Applies one function to an accepted reading and another to a rejected one. */
  default <T> T either(
      Function<? super Accepted, ? extends T> accepted,
      Function<? super Rejected, ? extends T> rejected) {
    return this instanceof Rejected refused
        ? rejected.apply(refused)
        : accepted.apply((Accepted) this);
  }

  /**
   * Returns the accepted reading, for callers that cannot go on without one.
   *
   * @throws RejectException with the reject, if the reading is a rejected one
   */
  default Accepted accepted() {
    return either(
        accepted -> accepted,
        rejected -> {
          Reject reject = rejected.reject();
          throw new RejectException(reject.code(), reject.message(), reject.line());
        });
  }

  /**
   * A grid that can be screened. No part is null.
   *
   * @param file the file that was read
   * @param header format, title and size of the grid
   * @param cellCheck whether points times voxel was found to be the cell
   * @param slab the slab that the atoms make
   * @param graphs sites and hops of each requested side
   * @param values the potential, in eV and with an electron's sign
   * @param trace how the file was read
   */
  record Accepted(
      GridFile file,
      GridHeader header,
      CellCheck cellCheck,
      Slab slab,
      Map<Side, SurfaceGraph> graphs,
      GridValues values,
      ReadingTrace trace)
      implements GridReading {
    /** Copies the map. */
    public Accepted {
      graphs = ReachedParts.copy(graphs);
    }

    /** Cell and atoms, in the frame of the file's atomic positions. */
    public CrystalStructure structure() {
      return slab.structure();
    }

    /**
     * Returns the sites and hops of a side.
     *
     * @throws IllegalArgumentException if that side was not requested
     */
    public SurfaceGraph graph(Side side) {
      return ofSide(graphs, side);
    }

    /**
     * Returns the potential on a side, from which images are made.
     *
     * @throws IllegalArgumentException if that side was not requested
     */
    public SidePotential potential(Side side) {
      return new SidePotential(values.grid(), side, ofSide(values.vacuum(), side).levelEv());
    }

    private <T> T ofSide(Map<Side, T> bySide, Side side) {
      T found = bySide.get(side);
      if (found == null) {
        throw new IllegalArgumentException(
            "Cannot use the "
                + side.label()
                + " side of "
                + file.uri()
                + ": expected a grid read for that side, found one read for "
                + bySide.keySet());
      }
      return found;
    }

    @Override
    public ReachedParts reached() {
      return new ReachedParts(
          Optional.of(header),
          Optional.of(structure()),
          Optional.of(cellCheck),
          Optional.of(slab),
          graphs,
          new ReachedParts.Values(
              Optional.of(values.unit()),
              Optional.of(values.summary()),
              Optional.of(values.sign()),
              values.vacuum()));
    }
  }

  /**
   * A grid that cannot be screened.
   *
   * @param file the file that was read
   * @param reject the one reject that counts
   * @param reached what was found before the reject and, where the caller asked for all that can be
   *     read, after it
   * @param trace how the file was read
   */
  record Rejected(GridFile file, Reject reject, ReachedParts reached, ReadingTrace trace)
      implements GridReading {}
}
