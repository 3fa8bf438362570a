package io.github.epdi.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What is said of one column: by a document in data-schemas, by a table's class or by the footer of
 * a Parquet file. A unit is empty where there is none.
 */
public record DocumentedColumn(
    String name,
    String type,
    boolean nullable,
    String unit,
    String description,
    boolean key,
    long since) {

  /** The columns of a schema, in order. */
  public static List<DocumentedColumn> of(StructType schema) {
    return Arrays.stream(schema.fields()).map(DocumentedColumn::of).toList();
  }

  private static DocumentedColumn of(StructField field) {
    Metadata metadata = field.metadata();
    return new DocumentedColumn(
        field.name(),
        field.dataType().catalogString(),
        field.nullable(),
        metadata.contains("unit") ? metadata.getString("unit") : "",
        metadata.getString("comment"),
        metadata.getBoolean("key"),
        metadata.contains("since") ? metadata.getLong("since") : 1);
  }

  /** The columns of a document, in order. */
  public static List<DocumentedColumn> of(JsonNode document) {
    List<String> required = new ArrayList<>();
    document.required("required").forEach(name -> required.add(name.asText()));
    return document.required("properties").properties().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), required))
        .toList();
  }

  private static DocumentedColumn of(String name, JsonNode property, List<String> required) {
    String unit = property.required("x-optimade-unit").asText();
    JsonNode types = property.required("type");
    boolean nullable = types.isArray() && types.get(types.size() - 1).asText().equals("null");
    if (nullable == required.contains(name)) {
      throw new AssertionError(name + " is both required and nullable, or neither");
    }
    return new DocumentedColumn(
        name,
        property.required("x-epdi-spark-type").asText(),
        nullable,
        unit.equals("dimensionless") || unit.equals("inapplicable") ? "" : unit,
        property.required("description").asText(),
        property.required("x-epdi-key").asBoolean(),
        property.required("x-epdi-since").asLong());
  }
}
