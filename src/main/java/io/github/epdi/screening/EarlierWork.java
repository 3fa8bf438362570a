package io.github.epdi.screening;

import io.github.epdi.runs.Manifest;
import io.github.epdi.runs.Pieces;
import io.github.epdi.runs.Pieces.Piece;
import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.RunLeases;
import io.github.epdi.tables.ResultTable;
import io.github.epdi.tables.ResultTable.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The results of a campaign that an output folder has already: visible ones, and those in pieces
 * that unfinished runs left behind.
 *
 * @param visible visible results
 * @param pieces committed pieces of unfinished runs whose results are all wanted and not visible,
 *     each result in one of them
 * @param inPieces identities of their results
 * @param rejectsInPieces number of rejects among these
 * @param suspects identities of results that a driver was computing when it died
 */
record EarlierWork(
    VisibleResults visible,
    List<Path> pieces,
    Set<String> inPieces,
    int rejectsInPieces,
    Set<String> suspects) {

  /**
   * Looks through the runs of an output folder.
   *
   * @param runId id of the campaign's run, whose own unfinished pieces were left by a driver that
   *     died
   * @param wanted identities of all results of the campaign
   * @param visible those of them that are visible
   * @param rule which rejects are tried again, because a piece with one of these is not used; nor
   *     is one with a result that {@link FormerOrigins#mayDiffer}, whatever its file's origin
   */
  static EarlierWork of(
      Supplier<SparkSession> spark,
      Manifest manifest,
      Pieces pieces,
      RunLeases leases,
      String runId,
      Set<String> wanted,
      VisibleResults visible,
      RetryRule rule) {
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(visible.settled().keySet());
    List<Piece> committed = new ArrayList<>();
    Map<Piece, ResultMaker> makers = new HashMap<>();
    Set<String> suspects = new HashSet<>();
    for (Piece piece : left(manifest, pieces, leases, runId)) {
      if (piece.state() == Pieces.State.COMMITTED) {
        committed.add(piece);
        makers.put(piece, pieces.announced(piece).maker());
      } else {
        suspects.addAll(pieces.announced(piece).identities());
      }
    }
    Found found =
        Found.in(
            spark,
            committed,
            missing,
            (piece, result) -> isComputedAgain(result, makers.get(piece), rule));
    suspects.retainAll(missing);
    suspects.removeAll(found.identities);
    return new EarlierWork(visible, found.folders, found.identities, found.rejects, suspects);
  }

  private static boolean isComputedAgain(Origin result, ResultMaker maker, RetryRule rule) {
    return result.rejected()
        ? rule.triesAgain(result.rejectCode(), maker)
        : FormerOrigins.mayDiffer(result.format(), maker);
  }

  /**
   * Returns the identities of the wanted results that still have to be computed, suspects included.
   */
  Set<String> missing(Set<String> wanted) {
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(visible.settled().keySet());
    missing.removeAll(inPieces);
    return missing;
  }

  /** Returns the pieces of runs that are not visible and that no other driver is computing. */
  private static List<Piece> left(
      Manifest manifest, Pieces pieces, RunLeases leases, String runId) {
    Set<String> committed = manifest.runIds();
    return pieces.runIds().stream()
        .filter(id -> !committed.contains(id))
        .filter(id -> id.equals(runId) || leases.held(id).isEmpty())
        .flatMap(id -> pieces.of(id).stream())
        .toList();
  }

  /** Collects the pieces that can be used, and what they hold. */
  private static final class Found {
    private final List<Path> folders = new ArrayList<>();
    private final Set<String> identities = new HashSet<>();
    private int rejects;

    /**
     * Takes each piece, in the given order, whose results are all still missing and none of which
     * is computed again.
     */
    static Found in(
        Supplier<SparkSession> spark,
        List<Piece> committed,
        Set<String> missing,
        BiPredicate<Piece, Origin> isComputedAgain) {
      Found found = new Found();
      Map<String, List<Origin>> contents = contents(spark, committed);
      for (Piece piece : committed) {
        List<Origin> results = contents.getOrDefault(piece.name(), List.of());
        boolean usable =
            results.stream()
                .allMatch(
                    result ->
                        missing.contains(result.identity())
                            && !found.identities.contains(result.identity())
                            && !isComputedAgain.test(piece, result));
        if (usable && !results.isEmpty()) {
          found.folders.add(piece.folder());
          results.forEach(result -> found.identities.add(result.identity()));
          found.rejects += (int) results.stream().filter(Origin::rejected).count();
        }
      }
      return found;
    }

    private static Map<String, List<Origin>> contents(
        Supplier<SparkSession> spark, List<Piece> pieces) {
      Map<String, List<Origin>> contents = new TreeMap<>();
      if (pieces.isEmpty()) {
        return contents;
      }
      String[] folders =
          pieces.stream().map(piece -> piece.folder().toString()).toArray(String[]::new);
      Iterator<Row> rows =
          ResultTable.origins(spark.get().read().schema(ResultTable.schema()).parquet(folders))
              .toLocalIterator();
      while (rows.hasNext()) {
        Origin origin = Origin.of(rows.next());
        contents.computeIfAbsent(origin.folder(), folder -> new ArrayList<>()).add(origin);
      }
      return contents;
    }
  }
}
