package io.github.epdi.publish.iceberg;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Row;

/**
 * Files of ours in the folder of a published table. None shows or hides anything before it is
 * committed.
 */
final class WrittenFiles {
  private WrittenFiles() {}

  /**
   * Writes a file that deletes all earlier rows of some materials.
   *
   * @param column name of the column with the material
   * @throws UncheckedIOException if it cannot be written
   */
  static DeleteFile deletes(Table table, String column, Set<String> materials) {
    Schema schema = table.schema().select(column);
    EncryptedOutputFile file = file(table, "replaced-");
    EqualityDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(new int[] {schema.findField(column).fieldId()})
            .equalityDeleteRowSchema(schema)
            .build()
            .newEqualityDeleteWriter(file, PartitionSpec.unpartitioned(), null);
    GenericRecord row = GenericRecord.create(schema);
    write(
        file,
        writer,
        () -> {
          for (String material : materials) {
            row.set(0, material);
            writer.write(row);
          }
        });
    return writer.toDeleteFile();
  }

  /**
   * Writes a file with rows.
   *
   * @param rows of them, columns are found by name
   * @throws UncheckedIOException if it cannot be written
   */
  static DataFile rows(Table table, List<Row> rows) {
    EncryptedOutputFile file = file(table, "computed-");
    DataWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .dataFileFormat(FileFormat.PARQUET)
            .dataSchema(table.schema())
            .build()
            .newDataWriter(file, PartitionSpec.unpartitioned(), null);
    GenericRecord written = GenericRecord.create(table.schema());
    write(
        file,
        writer,
        () -> {
          for (Row row : rows) {
            for (NestedField column : table.schema().columns()) {
              written.setField(column.name(), row.getAs(column.name()));
            }
            writer.write(written);
          }
        });
    return writer.toDataFile();
  }

  private static EncryptedOutputFile file(Table table, String kind) {
    String name = kind + UUID.randomUUID() + ".parquet";
    return EncryptedFiles.plainAsEncryptedOutput(
        table.io().newOutputFile(table.locationProvider().newDataLocation(name)));
  }

  private static void write(EncryptedOutputFile file, Closeable writer, Runnable rows) {
    try (writer) {
      rows.run();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file.encryptingOutputFile().location(), e);
    }
  }
}
