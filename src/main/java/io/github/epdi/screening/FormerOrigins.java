package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridFormat;
import io.github.epdi.grid.GridOrigin;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.runs.HeldResults;
import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.SideBySide;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds results of versions before 0.2 whose sites were counted from another frame. Those versions
 * counted the sites of a cube or XSF from the grid's first point. Now they are counted from the
 * atoms' frame, which is another one where the file states an origin that is not zero.
 *
 * <p>The origin cannot be part of an identity, because planning opens no file. So identities stay
 * as they were, and the version that made a result tells whether it is in doubt. Only a result of a
 * cube or XSF by such a version is, and only then the header of its file is read. New campaigns,
 * other formats and results of this version cost nothing.
 *
 * <p>A result that holds is noted in the output folder, so that its file is opened at one submit
 * and not at every later one. A result that does not hold is computed again under its identity. The
 * run that does so is of this version, so its result is in no doubt.
 */
final class FormerOrigins {
  private static final Logger LOG = LoggerFactory.getLogger(FormerOrigins.class);

  /** The first version that counts from the atoms' frame. */
  private static final String SINCE = "0.2.0";

  private static final Set<String> FORMATS =
      Set.of(GridFormat.CUBE.label(), GridFormat.XSF.label());

  private static final int AT_A_TIME = 16;

  private final GridFiles files;
  private final GridLimits limits;
  private final HeldResults held;
  private final Set<String> found = new TreeSet<>();

  /**
   * Makes one for an output folder.
   *
   * @param files reads headers
   * @param limits largest sizes that a file may have
   * @param held notes of the output folder
   */
  FormerOrigins(GridFiles files, GridLimits limits, HeldResults held) {
    this.files = files;
    this.limits = limits;
    this.held = held;
  }

  /**
   * Tells whether a screened grid's result may be counted from another frame.
   *
   * @param format format of the grid as it stands in the tables; null for a reject
   * @param maker what the result was made with; null where an older version did not write it
   */
  static boolean mayDiffer(String format, ResultMaker maker) {
    return format != null
        && FORMATS.contains(format)
        && (maker == null || ProgramVersion.isNewer(SINCE, maker.version()));
  }

  /**
   * Returns the identities of those grids whose origin is not zero. Files that were found to hold
   * are not opened again. A result whose file cannot be read now counts as one that holds until a
   * later submit can read it.
   *
   * @param doubtful grids with a result that {@link #mayDiffer}
   */
  Set<String> moved(Collection<PlannedGrid> doubtful) {
    if (doubtful.isEmpty()) {
      return Set.of();
    }
    Set<String> known = held.identities();
    known.addAll(found);
    List<SideBySide.Work<Look, RuntimeException>> looks =
        doubtful.stream()
            .filter(grid -> !known.contains(grid.identity()))
            .<SideBySide.Work<Look, RuntimeException>>map(grid -> () -> look(grid))
            .toList();
    if (looks.isEmpty()) {
      return Set.of();
    }
    LOG.info(
        "looking once at the origins of {} grids that an older version screened", looks.size());
    List<Look> seen = SideBySide.all(AT_A_TIME, looks);
    seen.stream().filter(look -> look.holds).forEach(look -> found.add(look.identity));
    return seen.stream().filter(look -> look.moved).map(Look::identity).collect(Collectors.toSet());
  }

  /** What the header of one file says of a result; neither if it could not be read. */
  private record Look(String identity, boolean holds, boolean moved) {}

  private Look look(PlannedGrid grid) {
    Optional<GridOrigin> origin;
    try {
      origin = files.origin(grid.uri(), limits);
    } catch (UncheckedIOException e) {
      LOG.warn("the result of an older version is kept: {}", e.getMessage());
      origin = Optional.empty();
    }
    boolean holds = origin.filter(GridOrigin.CORNER::equals).isPresent();
    return new Look(grid.identity(), holds, origin.isPresent() && !holds);
  }

  /**
   * Notes the results that were found to hold. If that fails, their files are only opened again at
   * the next submit.
   */
  void note() {
    if (found.isEmpty()) {
      return;
    }
    try {
      held.note(found);
    } catch (UncheckedIOException e) {
      LOG.warn("grids will be looked at again: {}", e.getMessage());
    }
  }
}
