package io.github.epdi.runs;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Turns Spark's complaint about a query into one line that a person can use. */
public final class QueryFailure {
  private static final String UNRESOLVED_COLUMN = "UNRESOLVED_COLUMN";
  private static final Pattern CLASS = Pattern.compile("^\\s*\\[[A-Z0-9_.]+]\\s*");
  private static final Pattern END =
      Pattern.compile(
          "\\s*(SQLSTATE: \\w+|\\n== SQL|;\\s*line \\d+ pos \\d+|\\(line \\d+, pos \\d+\\)).*",
          Pattern.DOTALL);

  private QueryFailure() {}

  /**
   * Returns the failure of a running query: the deepest cause for which Spark has an error
   * condition.
   *
   * @throws RuntimeException the failure itself if there is no such cause or it is an internal
   *     error of Spark
   */
  public static InputException of(Exception failure) {
    Exception said = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark
          && cause instanceof Exception exception
          && saysWhy(spark)) {
        said = exception;
      }
    }
    if (said == null) {
      throw failure instanceof RuntimeException runtime
          ? runtime
          : new IllegalStateException(failure);
    }
    return of(said, List.of());
  }

  private static boolean saysWhy(SparkThrowable failure) {
    String condition = failure.getCondition();
    return condition != null && !condition.startsWith("_") && !failure.isInternalError();
  }

  /**
   * Returns the failure of a query that could not be analysed.
   *
   * @param failure what Spark threw
   * @param columns columns of the tables that the query reads, from which the nearest name is
   *     suggested
   */
  static InputException of(Exception failure, Collection<String> columns) {
    String where =
        failure instanceof AnalysisException analysis
            ? SqlPosition.of(analysis.line(), analysis.startPosition())
            : "";
    return new InputException(
        "Cannot run query" + where + ": " + reason(failure, columns), failure);
  }

  private static String reason(Exception failure, Collection<String> columns) {
    if (failure instanceof SparkThrowable spark
        && spark.getCondition() != null
        && spark.getCondition().startsWith(UNRESOLVED_COLUMN)) {
      String name = spark.getMessageParameters().get("objectName").replace("`", "");
      String nearest = NearestName.of(name.substring(name.lastIndexOf('.') + 1), columns);
      return "there is no column "
          + name
          + (nearest.isEmpty() ? "" : "; the nearest is " + nearest);
    }
    String message =
        failure instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : String.valueOf(failure.getMessage());
    Matcher marked = CLASS.matcher(message);
    return END.matcher(marked.replaceFirst("")).replaceFirst("").strip().replaceAll("\\s+", " ");
  }
}
