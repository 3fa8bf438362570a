package io.github.epdi.publication;

import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.TableFiles;
import io.github.epdi.tables.FlatTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes the newest rows of a table as one Parquet file, in order of their keys. */
final class TableExport {
  static final String DATA = "data";

  private final SparkSession spark;
  private final RunViews views;
  private final Path folder;

  /**
   * Prepares an export.
   *
   * @param folder folder of the package, a local one of this machine
   */
  TableExport(SparkSession spark, RunViews views, Path folder) {
    this.spark = spark;
    this.views = views;
    this.folder = folder;
  }

  /** Returns the newest rows of a table in order of its keys, the run last. */
  static Iterator<Row> rows(RunViews views, FlatTable<?> table) {
    Column[] order =
        Stream.concat(
                table.key().stream().filter(name -> !name.equals(FlatTable.RUN_ID)),
                Stream.of(FlatTable.RUN_ID))
            .map(functions::col)
            .toArray(Column[]::new);
    return views.latest(table.name()).sort(order).toLocalIterator();
  }

  /** Writes a table. Rows go through this machine one by one. */
  PackagedTable write(FlatTable<?> table) throws IOException {
    Path temporary = folder.resolve("." + table.name());
    CountedRows rows = new CountedRows(rows(views, table));
    TableFiles.write(spark, table.schema(), rows, new org.apache.hadoop.fs.Path(temporary.toUri()));
    String name = DATA + "/" + table.name() + ".parquet";
    Files.createDirectories(folder.resolve(DATA));
    Files.move(part(temporary), folder.resolve(name));
    try (Stream<Path> left = Files.list(temporary)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(temporary);
    PackagedFile file =
        PackagedFile.of(
            folder, name, PackagedFile.PARQUET, "Table " + table.name() + ". " + table.meaning());
    return new PackagedTable(table, file, rows.count);
  }

  private static Path part(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      List<Path> parts =
          files.filter(file -> file.getFileName().toString().endsWith(".parquet")).toList();
      if (parts.size() != 1) {
        throw new IOException("Cannot write a table: expected one file, found " + parts);
      }
      return parts.get(0);
    }
  }

  /** Counts the rows that were taken. */
  private static final class CountedRows implements Iterator<Row> {
    private final Iterator<Row> rows;
    private long count;

    CountedRows(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      count++;
      return rows.next();
    }
  }
}
