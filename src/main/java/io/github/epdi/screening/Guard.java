package io.github.epdi.screening;

import io.github.epdi.runs.StartMarks;
import io.github.epdi.tables.GridResult;
import java.io.Serializable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Leads a task grid by grid, and puts a durable mark on each grid while it is screened. The marks
 * show what a worker was screening when it died.
 *
 * @param care {@link Care#GUARDED} or {@link Care#ALONE}; a guard is not used for {@link
 *     Care#SHARED}
 * @param mostStarts number of starts without an end after which a grid that is alone is rejected
 * @param marks start marks of the output folder
 */
record Guard(Care care, int mostStarts, StartMarks marks) implements Serializable {

  /**
   * Returns the guard for one attempt of a task. A repeated attempt of a {@link Care#SHARED} task
   * becomes {@link Care#GUARDED}.
   */
  Guard forAttempt(int attempt) {
    return care == Care.SHARED && attempt > 0 ? new Guard(Care.GUARDED, mostStarts, marks) : this;
  }

  /**
   * Screens grids lazily, one for each result that is asked for. Grids that are left out have no
   * result.
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
        mark.blame(); // The mark stays, because the worker dies of this error.
        throw e;
      }
      mark.end();
      return result;
    }
  }
}
