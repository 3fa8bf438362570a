package io.github.epdi.dataset;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads tables of labels from CSV with a header line, or from Parquet. Columns are found by their
 * names.
 *
 * <p>The columns {@code material_id, frac_a, frac_b} and the target are required. The columns
 * {@code site_id, kind, side, grid_uri} are used if they exist. Others are ignored.
 */
public final class LabelTable {
  private static final String BROKEN = "_epdi_broken_row";
  private static final Set<String> PARQUET_ENDINGS = Set.of("parquet", "pq");

  private final SparkSession spark;

  /** Makes a reader for any file system of a session. */
  public LabelTable(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads all labels in the order of the table.
   *
   * @param uri a file, or for Parquet also a folder
   * @param target name of the column with the energies, eV
   * @throws InputException if something cannot be used, naming file, row and column
   */
  public List<Label> read(String uri, String target) {
    Dataset<Row> table = isParquet(uri) ? spark.read().parquet(uri) : csv(uri);
    LabelColumns columns = LabelColumns.of(uri, names(table), target);
    List<Label> labels = new ArrayList<>();
    long row = 0;
    for (Iterator<Row> rows = table.toLocalIterator(); rows.hasNext(); ) {
      labels.add(columns.label(rows.next(), ++row));
    }
    if (labels.isEmpty()) {
      throw new InputException(
          "Cannot read labels of " + uri + ": expected at least one row, found none");
    }
    return labels;
  }

  /**
   * Returns the SHA-256 of the file's bytes in hexadecimal. A folder's files are read in order of
   * their names.
   */
  public String sha256(String uri) {
    Path path = new Path(uri);
    MessageDigest digest = DigestUtils.getSha256Digest();
    try {
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      FileStatus[] parts = files.listStatus(path);
      Arrays.sort(parts);
      for (FileStatus part : parts) {
        if (part.isFile()) {
          try (DigestInputStream in = new DigestInputStream(files.open(part.getPath()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read labels of " + uri + ": " + e.getMessage(), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private boolean isParquet(String uri) {
    Path path = new Path(uri);
    try {
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!files.exists(path)) {
        throw new InputException(
            "Cannot read labels of " + uri + ": expected a CSV or Parquet file, found nothing");
      }
      FileStatus status = files.getFileStatus(path);
      String name = path.getName().toLowerCase(Locale.ROOT);
      return status.isDirectory()
          || PARQUET_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read labels of " + uri + ": " + e.getMessage(), e);
    }
  }

  /** Reads all columns as text, so that a message can show a bad number as it is written. */
  private Dataset<Row> csv(String uri) {
    String[] header = spark.read().option("header", "true").csv(uri).columns();
    StructType schema = new StructType();
    for (String name : header) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return spark
        .read()
        .option("header", "true")
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", BROKEN)
        .option("ignoreLeadingWhiteSpace", "true")
        .option("ignoreTrailingWhiteSpace", "true")
        .schema(schema.add(BROKEN, DataTypes.StringType))
        .csv(uri);
  }

  private static List<String> names(Dataset<Row> table) {
    return Arrays.stream(table.columns()).toList();
  }

  /** Tells whether a row of a CSV has another number of fields than the header. */
  static boolean isBroken(Row row) {
    int last = row.size() - 1;
    return BROKEN.equals(row.schema().fieldNames()[last]) && !row.isNullAt(last);
  }

  /** Returns the columns that the file itself has. */
  static List<String> visible(List<String> names) {
    return names.stream().filter(name -> !BROKEN.equals(name)).toList();
  }
}
