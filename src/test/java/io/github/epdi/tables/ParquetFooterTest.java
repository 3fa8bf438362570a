package io.github.epdi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Written files say of their columns what the documents in data-schemas say: names, order, types,
 * nulls, units and descriptions. Read with Parquet's own reader, not with Spark's.
 */
@ExtendWith(SparkExtension.class)
class ParquetFooterTest {
  private static final String RUN_ID = "0123456789abcdef";

  /** Where Spark puts a schema with the metadata of its fields. */
  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  @TempDir private static Path folder;

  private static final Map<String, FileMetaData> FOOTERS = new LinkedHashMap<>();

  static List<FlatTable<?>> tables() {
    return FlatTable.all();
  }

  @BeforeAll
  static void write(SparkSession spark) throws IOException {
    List<GridResult> results = List.of(ExampleRows.screened("a", 2), ExampleRows.rejected("b"));
    String pieces = folder.resolve("pieces").toString();
    spark
        .createDataFrame(results.stream().map(ResultTable::toRow).toList(), ResultTable.schema())
        .coalesce(1)
        .write()
        .parquet(pieces);
    Dataset<Row> read = spark.read().schema(ResultTable.schema()).parquet(pieces);
    for (FlatTable<?> table : ResultTable.projections()) {
      write(table, ResultTable.project(read, table, RUN_ID, ResultTable.Ordering.BY_RANGES));
    }
    Row run = RunsTable.TABLE.toRow(RUN_ID, ExampleRows.run());
    write(RunsTable.TABLE, spark.createDataFrame(List.of(run), RunsTable.TABLE.schema()));
  }

  private static void write(FlatTable<?> table, Dataset<Row> rows) throws IOException {
    Path written = folder.resolve(table.name());
    rows.coalesce(1).write().parquet(written.toString());
    FOOTERS.put(table.name(), footer(written));
  }

  private static FileMetaData footer(Path written) throws IOException {
    try (Stream<Path> files = Files.list(written)) {
      Path file =
          files.filter(f -> f.getFileName().toString().endsWith(".parquet")).findFirst().get();
      try (ParquetFileReader reader =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(
                  new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
        return reader.getFooter().getFileMetaData();
      }
    }
  }

  private static JsonNode document(FlatTable<?> table) throws IOException {
    return new ObjectMapper()
        .readTree(Path.of("data-schemas").resolve(table.name() + ".json").toFile());
  }

  private static StructType sparkSchema(FlatTable<?> table) {
    return (StructType)
        DataType.fromJson(FOOTERS.get(table.name()).getKeyValueMetaData().get(SPARK_SCHEMA));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theFooterSaysOfEachColumnWhatTheDocumentSays(FlatTable<?> table) throws IOException {
    assertThat(DocumentedColumn.of(sparkSchema(table)))
        .as(table.name())
        .containsExactlyElementsOf(DocumentedColumn.of(document(table)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void parquetsOwnSchemaHasTheColumnsInOrderAndNullsOnlyWhereDocumented(FlatTable<?> table)
      throws IOException {
    MessageType schema = FOOTERS.get(table.name()).getSchema();
    List<DocumentedColumn> documented = DocumentedColumn.of(document(table));
    assertThat(schema.getFields())
        .extracting(Type::getName)
        .containsExactlyElementsOf(documented.stream().map(DocumentedColumn::name).toList());
    assertThat(schema.getFields())
        .extracting(type -> type.isRepetition(Type.Repetition.OPTIONAL))
        .containsExactlyElementsOf(documented.stream().map(DocumentedColumn::nullable).toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theVersionOfTheTablesStandsInTheFooter(FlatTable<?> table) throws IOException {
    assertThat(sparkSchema(table).apply(FlatTable.RUN_ID).metadata().getLong("schema_version"))
        .isEqualTo(FlatTable.SCHEMA_VERSION)
        .isEqualTo(document(table).required("x-epdi-schema-version").asLong());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void listsHoldNoNulls(FlatTable<?> table) {
    assertThat(Arrays.stream(sparkSchema(table).fields()).map(f -> f.dataType().json()))
        .allSatisfy(json -> assertThat(json).doesNotContain("\"containsNull\":true"));
  }
}
