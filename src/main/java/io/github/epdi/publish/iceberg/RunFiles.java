package io.github.epdi.publish.iceberg;

import io.github.epdi.runs.Manifest;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.TableFile;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.hadoop.HadoopInputFile;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.parquet.ParquetUtil;

/**
 * The files that a manifest names, as Iceberg takes them: where they lie, with their footers'
 * figures.
 */
final class RunFiles {
  private final RunLayout layout;
  private final Manifest manifest;
  private final Configuration configuration;

  RunFiles(RunLayout layout, Manifest manifest, Configuration configuration) {
    this.layout = layout;
    this.manifest = manifest;
    this.configuration = configuration;
  }

  /**
   * Returns a run's files of one table. Files without rows are left out.
   *
   * @param table the published table, by whose columns the figures are numbered
   */
  List<DataFile> of(String name, String runId, Table table) {
    NameMapping names =
        NameMappingParser.fromJson(table.properties().get(TableProperties.DEFAULT_NAME_MAPPING));
    return manifest.files(name).stream()
        .filter(file -> file.runId().equals(runId) && file.rows() > 0)
        .map(file -> described(file, MetricsConfig.forTable(table), names))
        .toList();
  }

  private DataFile described(TableFile file, MetricsConfig figures, NameMapping names) {
    String path = layout.file(file.path()).toString();
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath(path)
        .withFormat(FileFormat.PARQUET)
        .withFileSizeInBytes(file.bytes())
        .withMetrics(
            ParquetUtil.fileMetrics(
                HadoopInputFile.fromLocation(path, file.bytes(), configuration), figures, names))
        .build();
  }
}
