package io.github.epdi.tables.parquet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Asks Parquet for the wanted columns of a file, and makes a row of each record. */
final class RowReadSupport extends ReadSupport<Row> {
  private final StructType wanted;

  RowReadSupport(StructType wanted) {
    this.wanted = wanted;
  }

  @Override
  public ReadContext init(InitContext context) {
    MessageType file = context.getFileSchema();
    List<Type> columns =
        Arrays.stream(wanted.fieldNames())
            .filter(file::containsField)
            .map(name -> file.getType(file.getFieldIndex(name)))
            .toList();
    return new ReadContext(new MessageType(file.getName(), columns));
  }

  @Override
  @SuppressWarnings("deprecation") // abstract all the same
  public RecordMaterializer<Row> prepareForRead(
      Configuration configuration,
      Map<String, String> metadata,
      MessageType file,
      ReadContext context) {
    return new Rows(context.getRequestedSchema());
  }

  private final class Rows extends RecordMaterializer<Row> {
    private final GroupConverter root;
    private Row current;

    Rows(MessageType read) {
      root = new StructConverter(read, wanted, row -> current = (Row) row);
    }

    @Override
    public Row getCurrentRecord() {
      return current;
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }
}
