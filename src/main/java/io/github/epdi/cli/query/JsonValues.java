package io.github.epdi.cli.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes values of Spark's rows as JSON. Lists become arrays, and structs and maps become objects.
 * Numbers that JSON cannot express (NaN, infinities) become null, bytes become base 64, and
 * everything else (dates, times) becomes its text.
 */
final class JsonValues {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonValues() {}

  static JsonGenerator generator(java.io.Writer out) throws IOException {
    return JSON.createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Returns one value as a line of JSON. */
  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen, because no storage is involved
    }
    return text.toString();
  }

  static void write(Object value, JsonGenerator json) throws IOException {
    if (value == null || (value instanceof Number number && !isFinite(number))) {
      json.writeNull();
    } else if (value instanceof Number number) {
      writeNumber(number, json);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof byte[] bytes) {
      json.writeBinary(bytes);
    } else if (value instanceof Row row) {
      writeObject(row, json);
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      writeMap(CollectionConverters.asJava(map), json);
    } else if (value instanceof Iterable<?> list) {
      writeArray(CollectionConverters.asJava(list), json);
    } else {
      json.writeString(value.toString());
    }
  }

  /** Writes a row as an object. */
  static void writeObject(Row row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    String[] names = row.schema().fieldNames();
    for (int i = 0; i < names.length; i++) {
      json.writeFieldName(names[i]);
      write(row.get(i), json);
    }
    json.writeEndObject();
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(entry.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void writeArray(java.lang.Iterable<?> list, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    for (Object element : list) {
      write(element, json);
    }
    json.writeEndArray();
  }

  private static void writeNumber(Number number, JsonGenerator json) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof Double || number instanceof Float) {
      json.writeNumber(number.toString());
    } else {
      json.writeNumber(number.longValue());
    }
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }
}
