package io.github.epdi.cli.query;

import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes an answer in a format.
 *
 * @param limit largest number of rows that a table shows
 */
record AnswerOutput(QueryFormat format, int limit) {
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  void write(Dataset<Row> answer, Path temporary) throws IOException {
    if (format == QueryFormat.PARQUET) {
      checkNames(answer);
      answer.coalesce(1).write().parquet(OutputFolder.local(temporary).toString());
      return;
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(temporary))) {
      print(answer, out);
      if (out.checkError()) {
        throw new IOException("Cannot write the answer: is the disk full?");
      }
    }
  }

  void print(Dataset<Row> answer, PrintWriter out) throws IOException {
    switch (format) {
      case TABLE -> new TableAnswer(out).print(answer, limit);
      case CSV -> stream(answer, new CsvAnswer(out), out);
      case JSON -> {
        checkNames(answer);
        stream(answer, new JsonAnswer(out), out);
      }
      default -> throw new IllegalStateException("There is no way to print " + format);
    }
  }

  /**
   * Writes row after row as Spark hands them out. It ends early if the output cannot be written any
   * more.
   */
  private static void stream(Dataset<Row> answer, AnswerWriter writer, PrintWriter out)
      throws IOException {
    writer.begin(answer.schema());
    Iterator<Row> rows = answer.toLocalIterator();
    for (long count = 1; rows.hasNext(); count++) {
      writer.row(rows.next());
      if (count % ROWS_BETWEEN_CHECKS == 0 && out.checkError()) {
        return;
      }
    }
    writer.end();
  }

  private void checkNames(Dataset<Row> answer) {
    Set<String> seen = new HashSet<>();
    for (String name : answer.columns()) {
      if (!seen.add(name)) {
        throw new InputException(
            "Cannot write "
                + format
                + ": two columns are named "
                + name
                + "; name one of them otherwise with AS");
      }
    }
  }
}
