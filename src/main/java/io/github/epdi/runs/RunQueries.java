package io.github.epdi.runs;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NameParameterizedQuery;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Answers SELECT queries over the visible runs of an output folder. The tables {@code materials},
 * {@code barriers}, ... have each material's newest result, and {@code all_materials}, {@code
 * all_barriers}, ... have the rows of all runs. The tables {@code runs} and {@code all_runs} are
 * the same. The table {@code ranking} is computed from the newest results. All answers of one
 * object show the same manifest.
 */
public final class RunQueries {
  private final org.apache.spark.sql.classic.SparkSession session;
  private final RunViews views;
  private final Set<String> registered = new TreeSet<>();

  private RunQueries(org.apache.spark.sql.classic.SparkSession session, RunViews views) {
    this.session = session;
    this.views = views;
  }

  /**
   * Makes an instance for the newest manifest of an output folder, with a Spark session of its own.
   *
   * @throws InputException if there is no such folder or nothing is committed in it
   */
  public static RunQueries on(SparkSession spark, String output) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.runSQLOnFiles", false);
    session.conf().set("spark.sql.variable.substitute", false); // no ${env:...} in queries
    return new RunQueries(
        (org.apache.spark.sql.classic.SparkSession) session, RunViews.committed(session, output));
  }

  /** Returns the names of all tables that a query may read. */
  public static List<String> tables() {
    return VisibleTables.names();
  }

  /**
   * Returns the columns of a table.
   *
   * @param table one of {@link #tables}
   */
  public static StructType schema(String table) {
    return VisibleTables.schema(table);
  }

  /**
   * Returns the answer to one SELECT, which is not computed yet.
   *
   * @param sql query in Spark's dialect, with markers {@code :name} for parameters
   * @param parameters a value for each marker: text, whole number (Long), number (Double) or truth
   *     value
   * @throws InputException with a message of one line, if the text is not such a SELECT, names
   *     something unknown, or does not fit the parameters
   */
  public Dataset<Row> select(String sql, Map<String, Object> parameters) {
    QueryGuard.Uses uses = null;
    try {
      LogicalPlan parsed = parse(sql);
      uses = QueryGuard.check(parsed, tables());
      checkParameters(uses.parameters(), parameters.keySet());
      uses.tables().forEach(this::register);
      return org.apache.spark.sql.classic.Dataset.ofRows(session, bound(parsed, parameters));
    } catch (InputException e) {
      throw e;
    } catch (Exception e) { // Scala does not declare what parser and analyzer throw
      throw QueryFailure.of(e, uses == null ? List.of() : columns(uses.tables()));
    }
  }

  /**
   * Parses a query with the settings of this object's session. The parser takes those of the active
   * session, so that is switched meanwhile.
   */
  private LogicalPlan parse(String sql) throws ParseException {
    var before = org.apache.spark.sql.classic.SparkSession.getActiveSession();
    SparkSession.setActiveSession(session);
    try {
      return session.sessionState().sqlParser().parsePlan(sql);
    } finally {
      if (before.isDefined()) {
        SparkSession.setActiveSession(before.get());
      } else {
        SparkSession.clearActiveSession();
      }
    }
  }

  /**
   * Puts values into a plan's markers. This uses the plan that was checked and does not parse the
   * text again.
   */
  private static LogicalPlan bound(LogicalPlan parsed, Map<String, Object> parameters) {
    if (parameters.isEmpty()) {
      return parsed;
    }
    List<String> names = List.copyOf(parameters.keySet());
    List<Expression> values =
        names.stream()
            .map(name -> (Expression) Literal$.MODULE$.apply(parameters.get(name)))
            .toList();
    return new NameParameterizedQuery(
        parsed,
        CollectionConverters.asScala(names).toSeq(),
        CollectionConverters.asScala(values).toSeq());
  }

  private static void checkParameters(Set<String> used, Set<String> given) {
    for (String name : used) {
      if (!given.contains(name)) {
        throw new InputException(
            "Cannot run query: expected a value for its parameter :" + name + ", found none");
      }
    }
    for (String name : given) {
      if (!used.contains(name)) {
        throw new InputException(
            "Cannot run query: it has no parameter :"
                + name
                + (used.isEmpty() ? "" : "; the nearest is :" + NearestName.of(name, used)));
      }
    }
  }

  private void register(String name) {
    if (registered.add(name)) {
      views.queryRows(name).createOrReplaceTempView(name);
    }
  }

  private static Collection<String> columns(Collection<String> tables) {
    Set<String> names = new TreeSet<>();
    tables.forEach(table -> names.addAll(Arrays.asList(schema(table).fieldNames())));
    return names;
  }
}
