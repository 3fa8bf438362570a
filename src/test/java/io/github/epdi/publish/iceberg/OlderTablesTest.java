package io.github.epdi.publish.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.runs.ResultFolder;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs and published tables of older versions, which have fewer columns. */
@ExtendWith(SparkExtension.class)
class OlderTablesTest {
  @TempDir private Path folder;

  private String results() throws IOException {
    FileUtils.copyDirectory(
        new File("src/test/resources/version-1"), folder.resolve("results").toFile());
    return folder.resolve("results").toString();
  }

  private void showsTheSame(SparkSession spark, String results) {
    RunQueries queries = RunQueries.on(spark, results);
    SparkSession iceberg = IcebergSession.hadoop(spark, folder.resolve("warehouse"));
    for (String table : List.of("materials", "grids", "runs", "all_materials", "all_barriers")) {
      String text = "SELECT * FROM " + table;
      List<List<Object>> rows = IcebergSession.answer(queries.select(text, Map.of()));
      assertThat(rows).as(table).isNotEmpty();
      assertThat(IcebergSession.answer(iceberg.sql(text)))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  @Test
  void aTableOfTheFirstVersionGetsTheLaterColumnsWithTheirIds(SparkSession spark)
      throws IOException {
    String results = results();
    Path warehouse = folder.resolve("warehouse");
    HadoopCatalog catalog = new HadoopCatalog(new Configuration(), warehouse.toString());
    TableIdentifier name = TableIdentifier.of("epdi", "grids");
    Table old =
        catalog.createTable(
            name,
            TableColumns.of(GridsTable.TABLE).first(),
            PartitionSpec.unpartitioned(),
            Map.of(CatalogTable.OUTPUT, "file:" + results, "format-version", "2"));
    old.updateProperties()
        .set(
            TableProperties.DEFAULT_NAME_MAPPING,
            NameMappingParser.toJson(MappingUtil.create(old.schema())))
        .commit();
    assertThat(old.schema().findField("gap_ev")).isNull();

    IcebergSession.publish(IcebergSession.hadoop(warehouse), results);

    Map<String, Integer> ids = GridsTable.TABLE.fieldIds();
    assertThat(ids).hasSizeGreaterThan(old.schema().columns().size());
    Table now = catalog.loadTable(name);
    ids.forEach(
        (column, id) -> assertThat(now.schema().findColumnName(id)).as(column).isEqualTo(column));
    showsTheSame(spark, results);
  }

  @Test
  void runsOfOldAndNewVersionsLieInOneTable(SparkSession spark) throws IOException {
    String results = results();
    new ResultFolder(spark, folder.resolve("results"))
        .run("0123456789abcdef")
        .with(GridsTable.TABLE, Map.of("material_id", "new", "input_uri", "file:/new"))
        .with(
            MaterialsTable.TABLE,
            Map.of("material_id", "new", "side", "top", "elements", List.of("Mo", "S")))
        .commit();

    IcebergSession.publish(IcebergSession.hadoop(folder.resolve("warehouse")), results);

    showsTheSame(spark, results);
  }
}
