package io.github.epdi.tables.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows as Spark reads them from the same file, and files that cannot be read. */
@ExtendWith(SparkExtension.class)
class ParquetRowsTest {
  private static final int ROWS = 5_000;

  @TempDir private static Path folder;

  private static Path file;
  private static List<Row> bySpark;
  private static StructType schema;

  /** Scalars with nulls, a text that repeats and one that does not, lists, empty and nested. */
  @BeforeAll
  static void write(SparkSession spark) throws IOException {
    Path table = folder.resolve("table");
    spark
        .range(0, ROWS, 1, 1)
        .selectExpr(
            "concat('run ', id % 3) AS run",
            "concat('Mo', char(8322), ' ', sha2(string(id), 512)) AS text",
            "IF(id % 7 = 0, NULL, id) AS number",
            "CAST(id % 100 AS INT) AS small",
            "IF(id % 5 = 0, double('NaN'), id / 3.0D) AS energy",
            "IF(id % 11 = 0, NULL, id % 2 = 0) AS flag",
            "IF(id % 13 = 0, NULL, transform(sequence(1, id % 4), i -> concat('t', i))) AS texts",
            "array(array(id / 7.0D, 1.0D), array()) AS cell",
            "array(named_struct('element', 'Mo', 'fraction', id / 9.0D)) AS dopants")
        .write()
        .parquet(table.toUri().toString());
    try (DirectoryStream<Path> found = Files.newDirectoryStream(table, "*.parquet")) {
      file = found.iterator().next();
    }
    var read = spark.read().parquet(file.toUri().toString());
    schema = read.schema();
    bySpark = read.collectAsList();
  }

  private static List<Row> rows(Path of, StructType wanted) {
    List<Row> rows = new ArrayList<>();
    try (ParquetRows found = open(of, wanted)) {
      found.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static ParquetRows open(Path of, StructType wanted) {
    return ParquetRows.of(
        new org.apache.hadoop.fs.Path(of.toUri()), wanted, new Configuration(false));
  }

  @Test
  void theRowsAreThoseThatSparkReads() {
    assertThat(bySpark).hasSize(ROWS);
    assertThat(rows(file, schema)).isEqualTo(bySpark);
  }

  @Test
  void someColumnsAreReadAndThoseThatAreNotThereAreNull() {
    StructType wanted =
        new StructType()
            .add("energy", DataTypes.DoubleType)
            .add("later", DataTypes.createArrayType(DataTypes.StringType))
            .add("run", DataTypes.StringType);

    List<Row> rows = rows(file, wanted);

    assertThat(rows).hasSize(ROWS);
    assertThat(rows.get(1).schema()).isEqualTo(wanted);
    assertThat(rows.get(1).isNullAt(1)).isTrue();
    assertThat(rows.get(1).getDouble(0)).isEqualTo(1 / 3.0);
    assertThat(rows.get(4).getString(2)).isEqualTo("run 1");
  }

  @Test
  void aColumnOfAnotherTypeIsNamed() {
    StructType wanted = new StructType().add("small", DataTypes.DoubleType);

    assertThatThrownBy(() -> rows(file, wanted))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasStackTraceContaining("expected double in column small, found int");
  }

  @Test
  void filesThatAreMissingCutOrDamagedAreNamed() throws IOException {
    Path missing = folder.resolve("missing.parquet");
    Path cut = folder.resolve("cut.parquet");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
    try (RandomAccessFile overwritten = new RandomAccessFile(damaged.toFile(), "rw")) {
      overwritten.seek(4);
      overwritten.write(new byte[bytes.length / 2]);
    }

    for (Path broken : List.of(missing, cut, damaged)) {
      assertThatThrownBy(() -> rows(broken, schema))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(broken.getFileName().toString());
    }
  }
}
