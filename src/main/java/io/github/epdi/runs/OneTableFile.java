package io.github.epdi.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * Writes few rows as one Parquet file in this JVM, by the writer that Spark's tasks use: the file
 * is that of a job with one task, byte by byte. A job takes a third of a second whatever it writes.
 */
final class OneTableFile {
  private OneTableFile() {}

  /**
   * Writes a new folder with one file in it, and {@code _SUCCESS} at last. Nobody looks into the
   * folder before a manifest names the file.
   *
   * @throws UncheckedIOException if storage fails
   */
  static void write(SparkSession spark, StructType described, Iterator<Row> rows, Path folder) {
    StructType schema = asOfAJob(described);
    try {
      Job job = Job.getInstance(spark.sessionState().newHadoopConf());
      OutputWriterFactory factory =
          new ParquetFileFormat()
              .prepareWrite(spark, job, scala.collection.immutable.Map$.MODULE$.empty(), schema);
      TaskAttemptContext task =
          new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
      String name = "part-00000-" + UUID.randomUUID() + "-c000" + factory.getFileExtension(task);
      Function1<Object, Object> toCatalyst =
          CatalystTypeConverters.createToCatalystConverter(schema);
      OutputWriter writer = factory.newInstance(new Path(folder, name).toString(), schema, task);
      try {
        rows.forEachRemaining(row -> writer.write((InternalRow) toCatalyst.apply(row)));
      } finally {
        writer.close();
      }
      FileSystem files = folder.getFileSystem(job.getConfiguration());
      files.create(new Path(folder, "_SUCCESS"), false).close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Returns the schema as a job writes it into the footer: with metadata of the columns only. */
  private static StructType asOfAJob(StructType described) {
    return new StructType(
        Arrays.stream(described.fields())
            .map(
                field ->
                    new StructField(
                        field.name(), bare(field.dataType()), field.nullable(), field.metadata()))
            .toArray(StructField[]::new));
  }

  private static DataType bare(DataType type) {
    if (type instanceof ArrayType list) {
      return new ArrayType(bare(list.elementType()), list.containsNull());
    }
    if (!(type instanceof StructType struct)) {
      return type;
    }
    return new StructType(
        Arrays.stream(struct.fields())
            .map(
                field ->
                    new StructField(
                        field.name(), bare(field.dataType()), field.nullable(), Metadata.empty()))
            .toArray(StructField[]::new));
  }
}
