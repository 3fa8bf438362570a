package io.github.epdi.runs;

import io.github.epdi.tables.parquet.ParquetRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Writes data sets as Parquet files and describes each file for a manifest. */
public final class TableFiles {
  private final RunLayout layout;
  private final Configuration configuration;

  /** Takes one output folder. */
  public TableFiles(RunLayout layout, Configuration configuration) {
    this.layout = layout;
    this.configuration = configuration;
  }

  /**
   * Writes a data set into a new folder. The folder is complete if and only if it has {@code
   * _SUCCESS} in it. On {@code s3a:} the magic committer is used, elsewhere version 1 of the file
   * committer.
   */
  public static void write(Dataset<Row> rows, Path folder) {
    DataFrameWriter<Row> writer =
        rows.write()
            .option("mapreduce.fileoutputcommitter.algorithm.version", "1")
            .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "true");
    if (MagicCommits.areFor(folder)) {
      writer = MagicCommits.apply(rows.sparkSession(), writer);
    }
    writer.parquet(folder.toString());
  }

  /**
   * Writes few rows into a new folder, which is complete likewise, as one file and without a job.
   *
   * @throws UncheckedIOException if storage fails
   */
  public static void write(SparkSession spark, StructType schema, List<Row> rows, Path folder) {
    write(spark, schema, rows.iterator(), folder);
  }

  /**
   * Writes rows into a new folder, which is complete likewise, as one file and one by one.
   *
   * @throws UncheckedIOException if storage fails
   */
  public static void write(SparkSession spark, StructType schema, Iterator<Row> rows, Path folder) {
    OneTableFile.write(spark, schema, rows, folder);
  }

  /**
   * Shows the rows of a complete folder, some columns of them, file by file in order of their
   * names. No job of Spark is needed.
   *
   * @throws UncheckedIOException if storage fails
   */
  public static void show(
      Path folder, StructType wanted, Configuration configuration, Consumer<Row> row) {
    try {
      FileStatus[] found = folder.getFileSystem(configuration).listStatus(folder);
      Arrays.sort(found);
      for (FileStatus status : found) {
        if (status.getPath().getName().endsWith(".parquet")) {
          try (ParquetRows rows = ParquetRows.of(status.getPath(), wanted, configuration)) {
            rows.forEachRemaining(row);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the Parquet files of a complete table folder, ordered by name.
   *
   * @param runId the run whose rows they hold
   * @param folder a folder made by {@link RunLayout#freshTable}
   * @throws UncheckedIOException if it is not complete or cannot be read
   */
  public List<TableFile> describe(String runId, Path folder) {
    try {
      FileSystem files = folder.getFileSystem(configuration);
      if (!files.exists(new Path(folder, "_SUCCESS"))) {
        throw new IOException("Cannot use " + folder + ": expected _SUCCESS in it, found none");
      }
      List<TableFile> described = new ArrayList<>();
      for (FileStatus status : files.listStatus(folder)) {
        if (status.getPath().getName().endsWith(".parquet")) {
          String name = layout.name(runId, folder, status.getPath().getName());
          described.add(describe(name, runId, files, status));
        }
      }
      described.sort(Comparator.comparing(TableFile::path));
      return described;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the number of rows in a complete folder, taken from the files' footers.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static long rows(Path folder, Configuration configuration) {
    try {
      long rows = 0;
      for (FileStatus status : folder.getFileSystem(configuration).listStatus(folder)) {
        if (status.getPath().getName().endsWith(".parquet")) {
          rows += rows(status, configuration);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private TableFile describe(String name, String runId, FileSystem files, FileStatus status)
      throws IOException {
    return new TableFile(
        name, runId, rows(status, configuration), status.getLen(), sha256(files, status.getPath()));
  }

  /** Returns the SHA-256 of a file's content as 64 hex digits. */
  static String sha256(FileSystem files, Path file) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream in = new DigestInputStream(files.open(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static long rows(FileStatus status, Configuration configuration) throws IOException {
    // Options of their own would read Hadoop's settings from its files for each footer.
    ParquetReadOptions options = HadoopReadOptions.builder(configuration, status.getPath()).build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(status, configuration), options)) {
      return reader.getRecordCount();
    }
  }
}
