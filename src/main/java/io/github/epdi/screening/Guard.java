package io.github.epdi.screening;

import io.github.epdi.runs.StartMarks;
import io.github.epdi.tables.GridResult;
import java.io.Serializable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Leads a task grid by grid, with a durable mark on each while it lasts, so that of a worker that
 * dies it is known what it was at.
 *
 * @param care {@link Care#GUARDED} or {@link Care#ALONE}; for {@link Care#SHARED} it is not asked
 * @param mostStarts starts without an end after which a grid that is alone is rejected
 * @param marks of the output folder
 */
record Guard(Care care, int mostStarts, StartMarks marks) implements Serializable {

  /** The guard of this attempt: a task that is tried again is not trusted any more. */
  Guard forAttempt(int attempt) {
    return care == Care.SHARED && attempt > 0 ? new Guard(Care.GUARDED, mostStarts, marks) : this;
  }

  /**
   * The results of some grids, lazily; grids that are left out have none.
   *
   * @param screen screens one grid
   */
  Iterator<GridResult> results(
      Iterator<PlannedGrid> grids, Function<PlannedGrid, GridResult> screen) {
    return new Results(grids, screen);
  }

  private final class Results implements Iterator<GridResult> {
    private final Iterator<PlannedGrid> grids;
    private final Function<PlannedGrid, GridResult> screen;
    private GridResult next;

    private Results(Iterator<PlannedGrid> grids, Function<PlannedGrid, GridResult> screen) {
      this.grids = grids;
      this.screen = screen;
    }

    @Override
    public boolean hasNext() {
      while (next == null && grids.hasNext()) {
        next = result(grids.next());
      }
      return next != null;
    }

    @Override
    public GridResult next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all grids are screened");
      }
      GridResult result = next;
      next = null;
      return result;
    }

    private GridResult result(PlannedGrid grid) {
      String identity = grid.identity();
      int starts = marks.count(identity);
      if (care == Care.GUARDED && starts > 0) {
        return null;
      }
      if (starts >= mostStarts) {
        return GridRejection.deadly(grid, starts);
      }
      StartMarks.Mark mark = marks.begin(identity, ThisWorker.inSpark(), grid.uri());
      GridResult result;
      try {
        result = screen.apply(grid);
      } catch (RuntimeException e) {
        mark.end();
        throw e;
      } catch (Error e) {
        mark.blame(); // and left: the worker dies of it
        throw e;
      }
      mark.end();
      return result;
    }
  }
}
