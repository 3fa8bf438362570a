package io.github.epdi.screening.campaign;

import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the table in which a campaign may list its grids, a CSV file with a header or a Parquet
 * file. The two are told apart by content.
 */
final class InputTable {
  private static final String URI = "uri";
  private static final String MATERIAL_ID = "material_id";
  private static final String UNIT = "unit";
  private static final String SIGN = "sign";
  private static final String XC = "xc";
  private static final String LEVELS_URI = "levels_uri";
  private static final String AFFINITY = "electron_affinity_ev";
  private static final String WORK_FUNCTION = "work_function_ev";
  private static final Set<String> COLUMNS =
      new TreeSet<>(List.of(URI, MATERIAL_ID, UNIT, SIGN, XC, LEVELS_URI, AFFINITY, WORK_FUNCTION));

  /**
   * One row of the table.
   *
   * @param uri absolute path of the grid
   * @param materialId null where the table does not say it
   * @param overrides what the row declares about the grid
   * @param levels null where the table does not say them
   * @param where row of the table, for messages
   */
  record Entry(
      String uri, String materialId, GridOverrides overrides, LevelsSource levels, String where) {}

  private final Path table;
  private final Locations locations;
  private final List<String> columns;

  private InputTable(Path table, List<String> columns) {
    this.table = table;
    this.locations = new Locations(table.getParent());
    this.columns = columns;
  }

  static List<Entry> read(SparkSession spark, String location) {
    Path table = new Path(location);
    Dataset<Row> rows = rows(spark, table);
    InputTable reader = new InputTable(table, List.of(rows.columns()));
    reader.checkColumns();
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      entries.add(reader.entry(row, table.getName() + " row " + (entries.size() + 1)));
    }
    return entries;
  }

  private static Dataset<Row> rows(SparkSession spark, Path table) {
    String name = table.toString();
    return isParquet(table, spark.sparkContext().hadoopConfiguration())
        ? spark.read().parquet(name)
        : spark.read().option("header", "true").option("mode", "FAILFAST").csv(name);
  }

  private static boolean isParquet(Path table, Configuration configuration) {
    try (FSDataInputStream in = table.getFileSystem(configuration).open(table)) {
      return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'A', 'R', '1'});
    } catch (IOException e) {
      throw new InputException(
          "Cannot read input table "
              + table
              + ": expected a CSV or Parquet file, found "
              + e.getMessage(),
          e);
    }
  }

  private void checkColumns() {
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        throw new InputException(
            "Cannot read input table "
                + table
                + ": no such column "
                + column
                + "; the nearest is "
                + NearestName.of(column, COLUMNS));
      }
    }
    if (!columns.contains(URI)) {
      throw new InputException(
          "Cannot read input table " + table + ": expected a column uri, found " + columns);
    }
  }

  private Entry entry(Row row, String where) {
    String uri = text(row, URI);
    if (uri == null) {
      throw new InputException("Cannot read input table " + where + ": expected a uri, found none");
    }
    GridOverrides overrides =
        new GridOverrides(
            choice(row, UNIT, where, List.of("eV", "hartree", "rydberg"), GridOverrides::unit),
            choice(
                row,
                SIGN,
                where,
                List.of("auto", "electron", "electrostatic"),
                s -> PotentialSign.valueOf(s.toUpperCase(Locale.ROOT))),
            choice(
                row,
                XC,
                where,
                List.of("check", "none", "included"),
                s -> XcDeclaration.valueOf(s.toUpperCase(Locale.ROOT))));
    return new Entry(
        locations.resolve(uri), text(row, MATERIAL_ID), overrides, levels(row, where), where);
  }

  private LevelsSource levels(Row row, String where) {
    String file = text(row, LEVELS_URI);
    LevelsSource declared =
        LevelsSettings.declared(
            number(row, AFFINITY, where), number(row, WORK_FUNCTION, where), where);
    if (file == null) {
      return declared;
    }
    if (declared != null) {
      throw new InputException(
          "Cannot read input table "
              + where
              + ": expected levels_uri or the two numbers, found both");
    }
    return new LevelsSource(locations.resolve(file), 0, 0, null, null);
  }

  private Double number(Row row, String column, String where) {
    String word = text(row, column);
    if (word == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(word);
      if (value >= -20 && value <= 20) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The message below says what was found.
    }
    throw new InputException(
        "Cannot read input table "
            + where
            + ", column "
            + column
            + ": expected a number of eV from -20 to 20, found \""
            + word
            + '"');
  }

  private static <T> T choice(
      Row row, String column, String where, List<String> words, Function<String, T> reader) {
    String word = textOrNull(row, column);
    if (word == null) {
      return null;
    }
    if (!words.contains(word)) {
      throw new InputException(
          "Cannot read input table "
              + where
              + ", column "
              + column
              + ": expected one of "
              + words.stream().collect(Collectors.joining(", "))
              + ", found \""
              + word
              + '"');
    }
    return reader.apply(word);
  }

  private String text(Row row, String column) {
    return columns.contains(column) ? textOrNull(row, column) : null;
  }

  private static String textOrNull(Row row, String column) {
    int index = Arrays.asList(row.schema().fieldNames()).indexOf(column);
    if (index < 0 || row.isNullAt(index)) {
      return null;
    }
    String text = row.get(index).toString().strip();
    return text.isEmpty() ? null : text;
  }
}
