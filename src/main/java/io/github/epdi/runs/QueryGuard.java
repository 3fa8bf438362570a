package io.github.epdi.runs;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.NamedParameter;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Product;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets a query pass only if it is one SELECT over known tables. It checks the plan that Spark's
 * parser made of the text, before anything of it is resolved, read or run.
 *
 * <p>Kinds of plan nodes, names of tables and functions must each be on a list of what is allowed.
 * Everything else is refused, including whatever a later Spark may add. The check visits everything
 * that a node holds and not only its children, because window definitions, for example, are neither
 * children nor expressions of their node.
 */
final class QueryGuard {
  private static final Set<String> PLANS =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "PipeOperator",
          "Pivot",
          "Project",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "Unpivot",
          "WithWindowDefinition");

  /** What a person wrote, for kinds of nodes whose class name does not tell it. */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "CompoundBody", "a script",
          "ExpressionWithUnresolvedIdentifier", "IDENTIFIER",
          "InsertIntoDir", "INSERT OVERWRITE DIRECTORY",
          "PlanWithUnresolvedIdentifier", "IDENTIFIER",
          "RelationTimeTravel", "time travel",
          "ScriptTransformation", "TRANSFORM ... USING",
          "UnresolvedExecuteImmediate", "EXECUTE IMMEDIATE");

  private final Collection<String> known;
  private final List<UnresolvedRelation> relations = new ArrayList<>();
  private final Set<String> queryTables = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();

  private QueryGuard(Collection<String> known) {
    this.known = known;
  }

  /**
   * What a checked query uses.
   *
   * @param tables the known tables that it reads
   * @param parameters names of its markers {@code :name}
   */
  record Uses(Set<String> tables, Set<String> parameters) {}

  /**
   * Checks a plan as it was parsed.
   *
   * @param parsed the plan
   * @param known names of the tables that may be read, lower case
   * @throws InputException if something is refused, naming the first such thing and its place
   */
  static Uses check(LogicalPlan parsed, Collection<String> known) {
    QueryGuard guard = new QueryGuard(known);
    guard.visit(parsed);
    Set<String> tables = new TreeSet<>();
    guard.relations.forEach(relation -> guard.table(relation).ifPresent(tables::add));
    return new Uses(tables, guard.parameters);
  }

  /** Visits a node and everything that it holds. */
  private void visit(Object held) {
    if (held instanceof TreeNode<?> node) {
      checkNode(node);
    }
    if (held instanceof Iterable<?> several) {
      CollectionConverters.asJava(several.iterator()).forEachRemaining(this::visit);
    } else if (held instanceof Product product) {
      CollectionConverters.asJava(product.productIterator()).forEachRemaining(this::visit);
    }
  }

  private void checkNode(TreeNode<?> node) {
    if ((node instanceof LogicalPlan && !PLANS.contains(kind(node)))
        || node instanceof ExpressionWithUnresolvedIdentifier) {
      throw refused(written(node), node, "expected one SELECT over the tables of the runs");
    }
    if (node instanceof UnresolvedRelation relation) {
      relations.add(relation);
    } else if (node instanceof UnresolvedWith with) {
      CollectionConverters.asJava(with.cteRelations())
          .forEach(named -> queryTables.add(named._1().toLowerCase(Locale.ROOT)));
    } else if (node instanceof UnresolvedFunction function) {
      checkFunction(CollectionConverters.asJava(function.nameParts()), node);
    } else if (node instanceof UnresolvedGenerator generator) {
      checkFunction(CollectionConverters.asJava(generator.name().nameParts()), node);
    } else if (node instanceof UnresolvedTableValuedFunction function) {
      checkTableFunction(CollectionConverters.asJava(function.name()), node);
    } else if (node instanceof NamedParameter parameter) {
      parameters.add(parameter.name());
    }
  }

  private static void checkFunction(List<String> name, TreeNode<?> node) {
    if (name.size() != 1 || SqlFunctions.isRefused(name.get(0))) {
      throw refused(
          "function " + String.join(".", name),
          node,
          "expected one that computes from its arguments alone");
    }
    if (!SqlFunctions.isAllowed(name.get(0))) {
      throw refused(
          "function " + name.get(0),
          node,
          "there is none of that name; the nearest is "
              + NearestName.of(name.get(0), SqlFunctions.allowed()));
    }
  }

  private static void checkTableFunction(List<String> name, TreeNode<?> node) {
    if (name.size() != 1 || !SqlFunctions.isAllowedAsTable(name.get(0))) {
      throw refused(
          "table function " + String.join(".", name),
          node,
          "expected one of " + String.join(", ", SqlFunctions.allowedAsTable()));
    }
  }

  /**
   * Returns the known table that a relation names. Empty if it names a part of the query itself.
   */
  private java.util.Optional<String> table(UnresolvedRelation relation) {
    List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
    String name = String.join(".", parts);
    if (parts.size() != 1) {
      throw refused("table " + name, relation, "files and catalogs are not read; " + choices());
    }
    if (relation.isStreaming() || !relation.options().isEmpty()) {
      throw refused(
          "table " + name + (relation.isStreaming() ? " as a stream" : " with options"),
          relation,
          "expected the name alone");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (known.contains(lower)) {
      return java.util.Optional.of(lower);
    }
    if (queryTables.contains(lower)) {
      return java.util.Optional.empty();
    }
    throw refused(
        "table " + name,
        relation,
        "there is none of that name; the nearest is "
            + NearestName.of(
                name,
                java.util.stream.Stream.concat(known.stream(), queryTables.stream()).toList()));
  }

  private String choices() {
    return "expected one of " + String.join(", ", known);
  }

  private static String kind(TreeNode<?> node) {
    return node.getClass().getSimpleName().replace("$", "");
  }

  /** Returns what a person would call a refused node, for example "INSERT INTO". */
  private static String written(TreeNode<?> node) {
    String kind = kind(node);
    return WRITTEN.getOrDefault(
        kind,
        kind.replaceAll("(Command|Statement|Plan)$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toUpperCase(Locale.ROOT));
  }

  private static InputException refused(String what, TreeNode<?> node, String why) {
    return new InputException(
        "Cannot use " + what + " in a query" + SqlPosition.of(node.origin()) + ": " + why);
  }
}
