package io.github.epdi.spark;

import io.github.epdi.grid.Credentials;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.runs.RunViews;
import io.github.epdi.structure.InputException;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.AnalysisContext;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A read-only catalog of the tables of one output folder, all of them in its root namespace: {@code
 * screening.materials} where {@code spark.sql.catalog.screening} names this class and {@code
 * spark.sql.catalog.screening.output} the folder. A version of a table is the number of a manifest.
 * All tables that one query names without a version are read by the same manifest, the newest there
 * is when the query is analysed.
 */
public final class ScreeningCatalog implements TableCatalog {
  private static final String OUTPUT = "output";

  /** How many queries may be analysed at the same time without a look at newer manifests. */
  private static final int ANALYSES = 16;

  private String name;
  private String output;
  private RunViews last;
  private final Deque<Analysis> analyses = new ArrayDeque<>();

  /**
   * The analysis of a query.
   *
   * @param relations the relations that Spark has found for it, a map of each analysis its own
   * @param views what its tables are taken from
   */
  private record Analysis(WeakReference<Object> relations, RunViews views) {}

  /**
   * Takes the settings.
   *
   * @throws InputException if they do not name an output folder, or there are others
   */
  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap options) {
    String prefix = "spark.sql.catalog." + catalog + ".";
    for (String option : options.keySet()) {
      if (!option.equals(OUTPUT)) {
        throw new InputException(
            "Cannot use " + prefix + option + ": there is only " + prefix + OUTPUT);
      }
    }
    String written = options.getOrDefault(OUTPUT, "");
    if (written.isBlank()) {
      throw new InputException(
          "Cannot use catalog "
              + catalog
              + ": expected "
              + prefix
              + OUTPUT
              + " to be the output folder of a campaign, found nothing");
    }
    this.name = catalog;
    this.output = Credentials.requireNone(prefix + OUTPUT, written);
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Returns all tables. They are the same whatever the runs hold.
   *
   * @throws InputException if the output folder is none or nothing is committed in it
   */
  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length > 0) {
      throw new NoSuchNamespaceException(namespace);
    }
    views();
    return RunQueries.tables().stream()
        .map(table -> Identifier.of(namespace, table))
        .toArray(Identifier[]::new);
  }

  /**
   * Returns a table by the newest manifest, or by that of the other tables of the query that is
   * being analysed.
   *
   * @throws InputException if the output folder is none or nothing is committed in it
   */
  @Override
  public Table loadTable(Identifier table) throws NoSuchTableException {
    String known = known(table);
    return viewsOfTheQuery().queryTable(known);
  }

  /**
   * Returns a table as it was when a manifest was the newest.
   *
   * @param version number of the manifest
   * @throws InputException if there is no such manifest
   */
  @Override
  public Table loadTable(Identifier table, String version) throws NoSuchTableException {
    String known = known(table);
    long number = ManifestNumber.of(version, output);
    return remembered(RunViews.committed(SparkSession.active(), output, number)).queryTable(known);
  }

  /** Refuses, because the times of manifests are lost when an output folder is copied. */
  @Override
  public Table loadTable(Identifier table, long timestampMicros) {
    throw new InputException(
        "Cannot read "
            + named(table)
            + " by a time: expected VERSION AS OF the number of a"
            + " manifest");
  }

  private static String known(Identifier table) throws NoSuchTableException {
    String known = table.name().toLowerCase(Locale.ROOT);
    if (table.namespace().length > 0 || !RunQueries.tables().contains(known)) {
      throw new NoSuchTableException(table);
    }
    return known;
  }

  private RunViews views() {
    return remembered(RunViews.committed(SparkSession.active(), output));
  }

  /**
   * Returns the views of the analysis under way. Spark gives a catalog nothing that tells queries
   * apart, so that this looks at the relations that the analysis has found.
   */
  private synchronized RunViews viewsOfTheQuery() {
    Object relations = AnalysisContext.get().relationCache();
    for (Analysis analysis : analyses) {
      if (analysis.relations().refersTo(relations)) {
        return analysis.views();
      }
    }
    RunViews views = views();
    analyses.addFirst(new Analysis(new WeakReference<>(relations), views));
    if (analyses.size() > ANALYSES) {
      analyses.removeLast();
    }
    return views;
  }

  /**
   * Returns the views that were used last if they show the same manifest, because they may know
   * already which results are the newest.
   */
  private synchronized RunViews remembered(RunViews views) {
    if (last == null || !last.manifest().equals(views.manifest())) {
      last = views;
    }
    return last;
  }

  @Override
  public Table createTable(Identifier table, TableInfo info) {
    throw readOnly("create", table);
  }

  @Override
  public Table alterTable(Identifier table, TableChange... changes) {
    throw readOnly("alter", table);
  }

  @Override
  public boolean dropTable(Identifier table) {
    throw readOnly("drop", table);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly("rename", from);
  }

  private InputException readOnly(String verb, Identifier table) {
    return new InputException(
        "Cannot "
            + verb
            + " "
            + named(table)
            + ": the catalog is for reading; runs write its tables");
  }

  private String named(Identifier table) {
    return name + "." + table.name();
  }
}
