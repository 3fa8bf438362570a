package io.github.epdi.publish.iceberg;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.encoding.SharedColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Row;

/** One published table in its catalog. */
final class CatalogTable {
  /** Property of a table: the output folder whose runs it has. */
  static final String OUTPUT = "epdi.output";

  /** Property of a table and of a snapshot: the run that was registered last. */
  static final String RUN_ID = "epdi.run_id";

  /** Property of a table and of a snapshot: the number of the manifest that it shows. */
  static final String MANIFEST = "epdi.manifest";

  /** How often others may be faster, before it is given up. */
  private static final int ATTEMPTS = 5;

  private final Catalog catalog;
  private final TableIdentifier name;
  private final TableDefinition definition;
  private final TableColumns columns;
  private final String output;
  private Table table;

  CatalogTable(Catalog catalog, TableIdentifier name, TableDefinition definition, String output) {
    this.catalog = catalog;
    this.name = name;
    this.definition = definition;
    this.columns = TableColumns.of(definition.of());
    this.output = output;
  }

  /**
   * Looks at the table, if there is one, and changes nothing.
   *
   * @throws InputException if it is not one of ours, has other columns, or has runs of another
   *     output folder or of a later manifest
   */
  void check(List<RunStep> steps) {
    try {
      table = catalog.loadTable(name);
    } catch (NoSuchTableException e) {
      return;
    }
    String found = table.properties().get(OUTPUT);
    if (!output.equals(found)) {
      throw new InputException(
          "Cannot publish to table "
              + name
              + ": expected a table of the runs in "
              + output
              + ", found "
              + (found == null ? "one that was not made by publishing" : "those of " + found)
              + "; publish to another namespace (publish.iceberg.namespace)");
    }
    columns.missing(name.toString(), table.schema());
    String last = table.properties().get(RUN_ID);
    if (last != null && RunStep.numberOf(last, steps) < 0) {
      throw new InputException(
          "Cannot publish to table "
              + name
              + ": expected runs that the newest manifest has, found run "
              + last
              + " of manifest "
              + table.properties().get(MANIFEST)
              + ", which it has not");
    }
  }

  /** Makes the table, or gives it the columns of later versions. */
  void prepare() {
    if (table == null) {
      try {
        make();
      } catch (RuntimeException e) { // what a database says of it, Iceberg passes on
        if (!catalog.tableExists(name)) {
          throw e;
        }
        // Another publisher was faster, and its table is as good.
      }
      table = catalog.loadTable(name);
    }
    List<NestedField> missing = columns.missing(name.toString(), table.schema());
    if (!missing.isEmpty()) {
      TableColumns.add(table.updateSchema(), missing);
      columns.missing(name.toString(), table.schema());
    }
  }

  private void make() {
    Transaction made =
        catalog
            .buildTable(name, columns.first())
            .withProperties(
                Map.of(
                    OUTPUT,
                    output,
                    TableProperties.FORMAT_VERSION,
                    "2",
                    // The files are the output folder's: nothing here may delete them.
                    TableProperties.GC_ENABLED,
                    "false",
                    "comment",
                    definition.of().meaning()))
            .createTransaction();
    if (!columns.later().isEmpty()) {
      TableColumns.add(made.updateSchema(), columns.later());
    }
    // Files of runs know their columns by names.
    made.updateProperties()
        .set(
            TableProperties.DEFAULT_NAME_MAPPING,
            NameMappingParser.toJson(MappingUtil.create(made.table().schema())))
        .commit();
    made.commitTransaction();
  }

  /**
   * Registers a run, if the table does not have it. All runs before it must be registered.
   *
   * @return whether it was registered now, by this publisher
   */
  boolean add(RunStep step, List<RunStep> steps, RunFiles files, MaterialsOfRuns materials) {
    return change(
        step,
        steps,
        () -> add(step, files.of(definition.of().name(), step.runId(), table), materials));
  }

  /**
   * Puts rows in the place of all that the table has, if it does not show the newest run yet.
   *
   * @param rows computes the rows, whose columns are found by name
   */
  void show(List<RunStep> steps, Supplier<List<Row>> rows) {
    RunStep newest = steps.get(steps.size() - 1);
    change(newest, steps, () -> replace(newest, steps, rows.get()));
  }

  private boolean change(RunStep step, List<RunStep> steps, Runnable change) {
    for (int attempt = 1; !has(step, steps); attempt++) {
      try {
        change.run();
        return true;
      } catch (CommitFailedException | ValidationException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        table.refresh(); // another publisher was faster, perhaps with this very run
      }
    }
    return false;
  }

  private boolean has(RunStep step, List<RunStep> steps) {
    String last = table.properties().get(RUN_ID);
    return last != null && RunStep.numberOf(last, steps) >= step.number();
  }

  private void add(RunStep step, List<DataFile> files, MaterialsOfRuns materials) {
    Transaction transaction = table.newTransaction();
    Set<String> before = step.previous() == null ? Set.of() : Set.of(step.previous());
    if (definition.rows() == TableDefinition.Rows.NEWEST) {
      RowDelta change = transaction.newRowDelta();
      Set<String> replaced = materials.replacedBy(step);
      if (!replaced.isEmpty()) {
        change.addDeletes(WrittenFiles.deletes(table, SharedColumns.MATERIAL_ID, replaced));
      }
      files.forEach(change::addRows);
      commit(change, step, before);
    } else {
      var append = transaction.newAppend();
      files.forEach(append::appendFile);
      commit(append, step, before);
    }
    commit(transaction, step);
  }

  private void replace(RunStep step, List<RunStep> steps, List<Row> rows) {
    Transaction transaction = table.newTransaction();
    OverwriteFiles change = transaction.newOverwrite();
    change.overwriteByRowFilter(Expressions.alwaysTrue());
    if (!rows.isEmpty()) {
      change.addFile(WrittenFiles.rows(table, rows));
    }
    commit(
        change,
        step,
        steps.stream()
            .filter(other -> other.number() < step.number())
            .map(RunStep::runId)
            .collect(Collectors.toSet()));
    commit(transaction, step);
  }

  private static void commit(Transaction transaction, RunStep step) {
    String manifest = Long.toString(step.manifest());
    transaction.updateProperties().set(RUN_ID, step.runId()).set(MANIFEST, manifest).commit();
    transaction.commitTransaction();
  }

  private static <T> void commit(SnapshotUpdate<T> change, RunStep step, Set<String> before) {
    change.set(RUN_ID, step.runId());
    change.set(MANIFEST, Long.toString(step.manifest()));
    change.validateWith(new ComesNext(before));
    change.commit();
  }

  /**
   * Holds a run back if the table has meanwhile got one that may not come before it. Iceberg asks
   * again whenever it tries a commit on a newer state of the table.
   *
   * @param before ids of the runs, of which the table's newest one must be one
   */
  private record ComesNext(Set<String> before) implements SnapshotAncestryValidator {
    @Override
    public boolean validate(Iterable<Snapshot> ancestors) {
      for (Snapshot ancestor : ancestors) {
        String found = ancestor.summary().get(RUN_ID);
        if (found != null) {
          return before.contains(found);
        }
      }
      return true;
    }

    @Override
    public String errorMessage() {
      return "another publisher registered a run at the same time";
    }
  }
}
