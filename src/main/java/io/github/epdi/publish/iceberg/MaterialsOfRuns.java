package io.github.epdi.publish.iceberg;

import io.github.epdi.runs.Manifest;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.TableFile;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.encoding.SharedColumns;
import io.github.epdi.tables.parquet.ParquetRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The materials that runs screened or rejected. One column of their files is read, once. */
final class MaterialsOfRuns {
  private static final StructType ID =
      new StructType().add(SharedColumns.MATERIAL_ID, DataTypes.StringType);

  private final RunLayout layout;
  private final Manifest manifest;
  private final Configuration configuration;
  private final Map<String, Set<String>> byRun = new HashMap<>();

  MaterialsOfRuns(RunLayout layout, Manifest manifest, Configuration configuration) {
    this.layout = layout;
    this.manifest = manifest;
    this.configuration = configuration;
  }

  /**
   * Returns the materials of a run that earlier runs have too, whose results it replaces.
   *
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  Set<String> replacedBy(RunStep step) {
    List<String> earlier = manifest.commitOrder().subList(0, step.number());
    if (earlier.isEmpty()) {
      return Set.of();
    }
    Set<String> replaced = new TreeSet<>();
    Set<String> own = of(step.runId());
    for (String run : earlier) {
      of(run).stream().filter(own::contains).forEach(replaced::add);
    }
    return replaced;
  }

  private Set<String> of(String runId) {
    return byRun.computeIfAbsent(runId, this::read);
  }

  private Set<String> read(String runId) {
    Set<String> ids = new HashSet<>();
    for (String table : List.of(GridsTable.TABLE.name(), RejectsTable.TABLE.name())) {
      for (TableFile file : manifest.files(table)) {
        if (file.runId().equals(runId) && file.rows() > 0) {
          try (ParquetRows rows = ParquetRows.of(layout.file(file.path()), ID, configuration)) {
            rows.forEachRemaining(row -> ids.add(row.getString(0)));
          }
        }
      }
    }
    return ids;
  }
}
