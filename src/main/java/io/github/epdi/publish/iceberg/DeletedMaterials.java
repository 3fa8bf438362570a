package io.github.epdi.publish.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
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
import org.apache.iceberg.io.OutputFile;

/** Writes files that delete all earlier rows of some materials. */
final class DeletedMaterials {
  private DeletedMaterials() {}

  /**
   * Writes such a file into the folder of the table. It deletes nothing before it is committed.
   *
   * @param column name of the column with the material
   * @throws UncheckedIOException if it cannot be written
   */
  static DeleteFile write(Table table, String column, Set<String> materials) {
    Schema schema = table.schema().select(column);
    OutputFile file =
        table
            .io()
            .newOutputFile(
                table
                    .locationProvider()
                    .newDataLocation("replaced-" + UUID.randomUUID() + ".parquet"));
    EqualityDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(new int[] {schema.findField(column).fieldId()})
            .equalityDeleteRowSchema(schema)
            .build()
            .newEqualityDeleteWriter(
                EncryptedFiles.plainAsEncryptedOutput(file), PartitionSpec.unpartitioned(), null);
    GenericRecord row = GenericRecord.create(schema);
    try (writer) {
      for (String material : materials) {
        row.set(0, material);
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file.location(), e);
    }
    return writer.toDeleteFile();
  }
}
