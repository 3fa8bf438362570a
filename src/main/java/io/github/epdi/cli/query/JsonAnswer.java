package io.github.epdi.cli.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Writes an answer as one JSON array, with one object and one line for each row. */
final class JsonAnswer implements AnswerWriter {
  private final Writer out;
  private final JsonGenerator json;

  JsonAnswer(Writer out) throws IOException {
    this.out = out;
    this.json = JsonValues.generator(out).setPrettyPrinter(new LinePerRow());
  }

  /** Breaks lines between the rows and nowhere else. */
  private static final class LinePerRow extends MinimalPrettyPrinter {
    private int depth;

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
      super.writeStartArray(json);
      depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      breakBetweenRows(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      super.writeArrayValueSeparator(json);
      breakBetweenRows(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      breakBetweenRows(json);
      super.writeEndArray(json, values);
      depth--;
    }

    private void breakBetweenRows(JsonGenerator json) throws IOException {
      if (depth == 1) {
        json.writeRaw('\n');
      }
    }
  }

  @Override
  public void begin(StructType columns) throws IOException {
    json.writeStartArray();
  }

  @Override
  public void row(Row row) throws IOException {
    JsonValues.writeObject(row, json);
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.flush();
    out.write("\n");
    out.flush();
  }
}
