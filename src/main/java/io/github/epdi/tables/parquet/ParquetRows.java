package io.github.epdi.tables.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of one Parquet file, one after the other. Only the wanted columns are read. A wanted
 * column that the file does not have is null, as Spark reads it.
 */
public final class ParquetRows implements Iterator<Row>, AutoCloseable {
  private final Path file;
  private final ParquetReader<Row> reader;
  private Row next;

  private ParquetRows(Path file, ParquetReader<Row> reader) {
    this.file = file;
    this.reader = reader;
  }

  /** Builds a reader that makes rows of the wanted columns. */
  private static final class Builder extends ParquetReader.Builder<Row> {
    private final StructType wanted;

    Builder(HadoopInputFile file, StructType wanted, FilterCompat.Filter filter) {
      super(file);
      this.wanted = wanted;
      withFilter(filter);
    }

    @Override
    protected ReadSupport<Row> getReadSupport() {
      return new RowReadSupport(wanted);
    }
  }

  /**
   * Opens a file.
   *
   * @param wanted columns of scalars, lists and structs, by name
   * @throws UncheckedIOException if the file is not there or is no Parquet
   */
  public static ParquetRows of(Path file, StructType wanted, Configuration configuration) {
    return of(file, wanted, FilterCompat.NOOP, configuration);
  }

  /**
   * Opens a file for rows of which a text column has one of some values. Pages that have none of
   * them are not read.
   *
   * @param wanted columns of scalars, lists and structs, by name; the text column is one of them
   * @throws UncheckedIOException if the file is not there or is no Parquet
   */
  public static ParquetRows having(
      Path file,
      StructType wanted,
      String column,
      Set<String> values,
      Configuration configuration) {
    Set<Binary> texts = values.stream().map(Binary::fromString).collect(Collectors.toSet());
    return of(
        file,
        wanted,
        FilterCompat.get(FilterApi.in(FilterApi.binaryColumn(column), texts)),
        configuration);
  }

  private static ParquetRows of(
      Path file, StructType wanted, FilterCompat.Filter filter, Configuration configuration) {
    try {
      HadoopInputFile input = HadoopInputFile.fromPath(file, configuration);
      ParquetRows rows = new ParquetRows(file, new Builder(input, wanted, filter).build());
      rows.advance();
      return rows;
    } catch (IOException e) {
      throw cannot(file, e);
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException("no more rows in " + file);
    }
    Row row = next;
    try {
      advance();
    } catch (IOException e) {
      throw cannot(file, e);
    }
    return row;
  }

  private void advance() throws IOException {
    try {
      next = reader.read();
    } catch (RuntimeException e) { // Parquet tells of damaged pages by exceptions of its own
      throw new IOException(e.getMessage(), e);
    }
  }

  private static UncheckedIOException cannot(Path file, IOException cause) {
    return new UncheckedIOException("Cannot read " + file + ": " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw cannot(file, e);
    }
  }
}
