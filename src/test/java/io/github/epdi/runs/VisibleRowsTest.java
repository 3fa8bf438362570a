package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.SitesTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Visible rows without Spark are those that Spark's views show. */
@ExtendWith(SparkExtension.class)
class VisibleRowsTest {
  private static final String FIRST = "aaaaaaaaaaaaaaaa";
  private static final String SECOND = "bbbbbbbbbbbbbbbb";

  static List<FlatTable<?>> tables() {
    return FlatTable.all();
  }

  private static VisibleRows rows(String output) {
    return VisibleRows.newest(
        new RunLayout(new org.apache.hadoop.fs.Path(output)), new Configuration());
  }

  /** Files of the first version, which lack columns. */
  @ParameterizedTest
  @MethodSource("tables")
  void everyTableReadsAsSparkReadsIt(FlatTable<?> table, SparkSession spark) {
    VisibleRows visible = rows(Path.of("src/test/resources/version-1").toUri().toString());
    List<Row> found = new ArrayList<>();

    visible.show(table, found::add);

    assertThat(found)
        .isNotEmpty()
        .isEqualTo(visible.views(spark).table(table.name()).collectAsList());
    assertThat(found.get(0).schema()).isEqualTo(table.schema());
  }

  @Test
  void onlyCommittedRunsAreShownAndOnlyAsLongAsWanted(SparkSession spark, @TempDir Path folder) {
    ResultFolder results = new ResultFolder(spark, folder.resolve("results"));
    assertThat(rows(results.output()).manifest().commitOrder()).isEmpty();
    results
        .run(FIRST)
        .with(GridsTable.TABLE, Map.of("material_id", "first", "input_uri", "file:/first"))
        .commit();
    results
        .run(SECOND)
        .with(GridsTable.TABLE, Map.of("material_id", "second", "input_uri", "file:/second"))
        .with(GridsTable.TABLE, Map.of("material_id", "third", "input_uri", "file:/third"))
        .commit();
    VisibleRows visible = rows(results.output());

    List<String> all = new ArrayList<>();
    visible.show(
        GridsTable.TABLE,
        List.of("material_id"),
        row -> {
          assertThat(row.schema().fieldNames()).containsExactly("material_id");
          return all.add(row.getString(0));
        });
    assertThat(all).containsExactly("first", "second", "third");

    List<String> one = new ArrayList<>();
    visible.show(GridsTable.TABLE, SECOND, row -> !one.add(row.getAs("material_id")));
    assertThat(one).containsExactly("second");

    visible.show(SitesTable.TABLE, row -> one.add("a site"));
    assertThat(one).hasSize(1);

    List<String> chosen = new ArrayList<>();
    visible.showMaterials(
        GridsTable.TABLE, Set.of("third", "fourth"), row -> chosen.add(row.getAs("material_id")));
    assertThat(chosen).containsExactly("third");
    visible.showMaterials(GridsTable.TABLE, Set.of(), row -> chosen.add("none is asked for"));
    assertThat(chosen).hasSize(1);
  }
}
