package io.github.epdi.runs;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The functions that a query may call, which are those of Spark that compute a value from their
 * arguments alone.
 *
 * <p>Spark sorts its functions into groups. A group is allowed as a whole if all its functions are
 * of that kind. The other groups contain {@code reflect}, {@code java_method}, {@code
 * input_file_name}, readers of foreign formats and ciphers, so only a few of their functions are
 * allowed by name. A function of a new group, or one that somebody registered, is not allowed.
 */
final class SqlFunctions {
  private static final Set<String> GROUPS =
      Set.of(
          "agg_funcs",
          "array_funcs",
          "bitwise_funcs",
          "collection_funcs",
          "conditional_funcs",
          "conversion_funcs",
          "datetime_funcs",
          "generator_funcs",
          "hash_funcs",
          "json_funcs",
          "lambda_funcs",
          "map_funcs",
          "math_funcs",
          "predicate_funcs",
          "string_funcs",
          "struct_funcs",
          "window_funcs");
  private static final Set<String> SINGLE = Set.of("monotonically_increasing_id", "typeof");
  private static final Set<String> TABLES =
      new TreeSet<>(
          Set.of(
              "explode",
              "explode_outer",
              "inline",
              "inline_outer",
              "json_tuple",
              "posexplode",
              "posexplode_outer",
              "range",
              "stack"));

  private SqlFunctions() {}

  /** Tells whether a function may be called. Upper and lower case do not matter. */
  static boolean isAllowed(String name) {
    return builtIn(name).exists(SqlFunctions::isHarmless);
  }

  /** Tells whether a name is that of a Spark function that may not be called. */
  static boolean isRefused(String name) {
    return builtIn(name).isDefined() && !isAllowed(name);
  }

  /** Returns the names of all functions that may be called. */
  static Collection<String> allowed() {
    return CollectionConverters.asJava(FunctionRegistry.builtin().listFunction()).stream()
        .map(FunctionIdentifier::funcName)
        .filter(SqlFunctions::isAllowed)
        .toList();
  }

  /** Tells whether a function may be used as a table. */
  static boolean isAllowedAsTable(String name) {
    return TABLES.contains(name.toLowerCase(java.util.Locale.ROOT));
  }

  /** Returns the names of all functions that may be used as a table, sorted. */
  static Collection<String> allowedAsTable() {
    return TABLES;
  }

  private static boolean isHarmless(ExpressionInfo function) {
    return GROUPS.contains(function.getGroup()) || SINGLE.contains(function.getName());
  }

  private static Option<ExpressionInfo> builtIn(String name) {
    return FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
  }
}
