package io.github.epdi.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import io.github.epdi.tables.encoding.RecordRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The table of the pieces of a run, which has one nested {@link GridResult} in a row, and its
 * projections.
 */
public final class ResultTable {
  private static final RecordRows<GridResult> ROWS = RecordRows.of(GridResult.class);
  private static final String ELEMENT = "element";

  private ResultTable() {}

  /**
   * Returns the nested columns. A struct among them has the columns of a flat table without the
   * run's id.
   */
  public static StructType schema() {
    return ROWS.schema();
  }

  /** Returns a result as a row. */
  public static Row toRow(GridResult result) {
    return ROWS.toRow(result);
  }

  /** Returns the result in a row. */
  public static GridResult fromRow(Row row) {
    return ROWS.fromRow(row);
  }

  /**
   * Returns the flat tables that are projections of the results, in the order in which they are
   * written.
   */
  public static List<FlatTable<?>> projections() {
    return List.of(
        GridsTable.TABLE,
        RejectsTable.TABLE,
        SitesTable.TABLE,
        HopsTable.TABLE,
        BarriersTable.TABLE,
        MaterialsTable.TABLE);
  }

  /**
   * Returns for each result its identity, the code of its reject, the format of its grid, and the
   * folder that its file lies in, which are the components of {@link Origin}.
   *
   * @param results rows of {@link #schema()}, as read from files
   */
  public static Dataset<Row> origins(Dataset<Row> results) {
    String grid = ROWS.columnOf(GridRow.class);
    String reject = ROWS.columnOf(RejectRow.class);
    return results.select(
        coalesce(
            col(grid).getField(GridResult.IDENTITY), col(reject).getField(GridResult.IDENTITY)),
        col(reject).getField(RejectsTable.CODE),
        col(grid).getField(GridsTable.FORMAT),
        element_at(split(input_file_name(), "/"), -2));
  }

  /**
   * The origin of a result.
   *
   * @param identity identity of the result
   * @param rejectCode code of a reject; null for a screened grid
   * @param format format of a screened grid; null for a reject
   * @param folder name of the folder that its file lies in
   */
  public record Origin(String identity, String rejectCode, String format, String folder) {
    /** Tells whether the result is a reject. */
    public boolean rejected() {
      return rejectCode != null;
    }

    /** Reads the origin from a row of {@link #origins}. */
    public static Origin of(Row row) {
      return new Origin(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
    }
  }

  /** The ways to bring results into order. The rows and their order are the same for all. */
  public enum Ordering {
    /** Results are spread over many tasks and files, for results of any size. */
    BY_RANGES,
    /**
     * Results are sorted in one task, which spills to disk, into one file, without sampling and
     * without a shuffle.
     */
    IN_ONE_TASK
  }

  /**
   * Returns the rows of one flat table, in order of the inputs' URIs and, within a grid, in order
   * of side and number. These are the same rows in the same order however the results are
   * partitioned. The schema is the table's with its metadata, and Parquet files keep it in their
   * footer.
   *
   * @param results rows of {@link #schema()}
   * @param table the table, one of {@link #projections()}
   */
  public static Dataset<Row> project(
      Dataset<Row> results, FlatTable<?> table, String runId, Ordering ordering) {
    String piece = ROWS.columnOf(table.rowType());
    Dataset<Row> wanted =
        results.select(col(GridResult.INPUT_URI), col(piece)).where(col(piece).isNotNull());
    Dataset<Row> ordered =
        ordering == Ordering.IN_ONE_TASK
            ? wanted.coalesce(1).sortWithinPartitions(col(GridResult.INPUT_URI))
            : wanted.orderBy(col(GridResult.INPUT_URI));
    Column element =
        schema().apply(piece).dataType() instanceof ArrayType ? explode(col(piece)) : col(piece);
    return ordered
        .select(element.as(ELEMENT))
        .select(columns(table, runId))
        .map(new Same(), Encoders.row(table.schema()))
        .select(described(table));
  }

  /**
   * Returns the same rows of one flat table in the same order, of few results that are in memory.
   *
   * @param results rows of {@link #schema()} in any order
   * @param table the table, one of {@link #projections()}
   */
  public static List<Row> project(List<Row> results, FlatTable<?> table, String runId) {
    String piece = ROWS.columnOf(table.rowType());
    List<Row> flat = new ArrayList<>();
    results.stream()
        .filter(result -> result.getAs(piece) != null)
        // As Spark orders texts, by their bytes.
        .sorted(Comparator.comparing(ResultTable::uriBytes, Arrays::compareUnsigned))
        .map(result -> result.<Object>getAs(piece))
        .forEach(
            value -> {
              if (value instanceof Seq<?> rows) {
                CollectionConverters.asJava(rows).forEach(row -> flat.add(flat(row, table, runId)));
              } else {
                flat.add(flat(value, table, runId));
              }
            });
    return flat;
  }

  private static byte[] uriBytes(Row result) {
    return result.<String>getAs(GridResult.INPUT_URI).getBytes(StandardCharsets.UTF_8);
  }

  private static Row flat(Object nested, FlatTable<?> table, String runId) {
    Row row = (Row) nested;
    String[] names = table.schema().fieldNames();
    Object[] values = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      values[i] = names[i].equals(FlatTable.RUN_ID) ? runId : row.getAs(names[i]);
    }
    return new GenericRowWithSchema(values, table.schema());
  }

  /**
   * Returns each row as it is, through an encoder of the table's schema. Without it, columns that
   * were read from files could be null everywhere and would be written so.
   */
  private static final class Same implements MapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Row call(Row row) {
      return row;
    }
  }

  private static Column[] columns(FlatTable<?> table, String runId) {
    return Arrays.stream(table.schema().fieldNames())
        .map(
            name ->
                (name.equals(FlatTable.RUN_ID) ? lit(runId) : col(ELEMENT).getField(name)).as(name))
        .toArray(Column[]::new);
  }

  /** Returns the columns with their metadata, which an encoder does not hand on. */
  private static Column[] described(FlatTable<?> table) {
    return Arrays.stream(table.schema().fields())
        .map((StructField field) -> col(field.name()).as(field.name(), field.metadata()))
        .toArray(Column[]::new);
  }
}
