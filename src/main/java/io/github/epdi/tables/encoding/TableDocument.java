package io.github.epdi.tables.encoding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the document of a table in {@code data-schemas/}. It is a JSON Schema (draft 2020-12) of
 * one row, whose columns are described like properties in OPTIMADE 1.2.
 */
public final class TableDocument {
  private static final String ID = "https://epdi.github.io/epdi-screen/data-schemas/";
  private static final String INAPPLICABLE = "inapplicable";

  /** Explains the symbols of units in a document. */
  private static final Map<String, String> UNITS =
      Map.of(
          "eV", "Electronvolt.",
          "angstrom", "1e-10 metre.",
          "byte", "8 bits.",
          "s", "Second.",
          "eV/angstrom", "Electronvolt per 1e-10 metre.",
          "ms", "Millisecond.",
          "1/s", "Events in a second.",
          "cm^2/s", "Square centimetre in a second.",
          "file_unit", "The unit that the column file_unit of the same row names.");

  /**
   * The names that JSON Schema and OPTIMADE give to a type that is neither a list nor a struct, and
   * its unit.
   */
  private record Names(String json, String optimade, String unit) {}

  private static final Map<String, Names> SCALARS =
      Map.of(
          "string", new Names("string", "string", INAPPLICABLE),
          "boolean", new Names("boolean", "boolean", INAPPLICABLE),
          "int", new Names("integer", "integer", "dimensionless"),
          "bigint", new Names("integer", "integer", "dimensionless"),
          "double", new Names("number", "float", "dimensionless"));

  private final DescribedTable table;
  private final TreeSet<String> units = new TreeSet<>();

  private TableDocument(DescribedTable table) {
    this.table = table;
  }

  /** Returns the document of a table. */
  public static ObjectNode of(DescribedTable table) {
    return new TableDocument(table).document();
  }

  /** Returns the text of the document of a table as it stands in its file. */
  public static String text(DescribedTable table) {
    return text(of(table));
  }

  private static String text(ObjectNode document) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return new ObjectMapper()
              .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
              .writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a document", e);
    }
  }

  private ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("$id", ID + table.schemaVersion() + "/" + table.documentPath() + ".json")
        .put("title", table.name())
        .put("description", table.meaning())
        .put("x-epdi-schema-version", table.schemaVersion());
    putColumns(document, "", table.schema(), Nulls.NEVER);
    ArrayNode definitions = document.putArray("x-optimade-unit-definitions");
    for (String unit : units) {
      definitions.addObject().put("symbol", unit).put("description", UNITS.get(unit));
    }
    return document;
  }

  private enum Nulls {
    NEVER,
    ALLOWED
  }

  private void putColumns(ObjectNode document, String prefix, StructType columns, Nulls nulls) {
    putType(document, "object", nulls);
    ObjectNode properties = document.putObject("properties");
    ArrayNode required = document.putArray("required");
    for (StructField column : columns.fields()) {
      properties.set(column.name(), property(prefix + column.name(), column));
      if (!column.nullable()) {
        required.add(column.name());
      }
    }
  }

  private ObjectNode property(String path, StructField column) {
    Metadata metadata = column.metadata();
    String unit = metadata.contains("unit") ? metadata.getString("unit") : "";
    if (!unit.isEmpty() && !UNITS.containsKey(unit)) {
      throw new IllegalArgumentException(
          "Cannot document column "
              + column.name()
              + ": expected a unit of "
              + new TreeSet<>(UNITS.keySet())
              + ", found "
              + unit);
    }
    ObjectNode property =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", title(column.name()))
            .put("description", metadata.getString("comment"));
    Nulls nulls = column.nullable() ? Nulls.ALLOWED : Nulls.NEVER;
    putValues(property, path, column.dataType(), unit, nulls);
    property
        .put("x-epdi-spark-type", column.dataType().catalogString())
        .put("x-epdi-key", metadata.getBoolean("key"))
        .put("x-epdi-since", metadata.getLong("since"));
    putFieldId(property, path);
    if (metadata.contains("emmet_name")) {
      property.put("x-emmet-name", metadata.getString("emmet_name"));
    }
    return property;
  }

  private void putFieldId(ObjectNode node, String path) {
    Integer id = table.fieldIds().get(path);
    if (id != null) {
      node.put("x-epdi-field-id", id);
    }
  }

  private void putValues(ObjectNode node, String path, DataType type, String unit, Nulls nulls) {
    if (type instanceof ArrayType list) {
      node.put("x-optimade-type", "list").put("x-optimade-unit", unitOf(type, unit));
      putType(node, "array", nulls);
      String element = path + ".element";
      ObjectNode items = node.putObject("items");
      putValues(items, element, list.elementType(), unit, Nulls.NEVER);
      putFieldId(items, element);
    } else if (type instanceof StructType struct) {
      node.put("x-optimade-type", "dictionary").put("x-optimade-unit", INAPPLICABLE);
      putColumns(node, path + ".", struct, nulls);
    } else {
      Names names = SCALARS.get(type.catalogString());
      node.put("x-optimade-type", names.optimade()).put("x-optimade-unit", unitOf(type, unit));
      putType(node, names.json(), nulls);
    }
  }

  /** Returns the unit of the numbers in a type. A list has the unit of its elements. */
  private String unitOf(DataType type, String unit) {
    if (!unit.isEmpty()) {
      units.add(unit);
      return unit;
    }
    if (type instanceof ArrayType list) {
      return unitOf(list.elementType(), unit);
    }
    return type instanceof StructType ? INAPPLICABLE : SCALARS.get(type.catalogString()).unit();
  }

  private static void putType(ObjectNode node, String type, Nulls nulls) {
    if (nulls == Nulls.NEVER) {
      node.put("type", type);
    } else {
      node.putArray("type").add(type).add("null");
    }
  }

  /** Returns the name in words, without a unit at its end. */
  private static String title(String name) {
    String words =
        name.replaceFirst("_(ev_per_angstrom|ev|angstrom|ms)$|(?<=elapsed)_s$", "")
            .replace('_', ' ');
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
