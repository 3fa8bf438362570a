package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query may do, and how it is told what it may not. */
@ExtendWith(SparkExtension.class)
class RunQueriesTest {
  @TempDir private static Path folder;

  private static SparkSession spark;
  private static RunQueries queries;

  @BeforeAll
  static void twoRuns(SparkSession shared) {
    spark = shared;
    ResultFolder results = new ResultFolder(spark, folder.resolve("results"));
    screened(results.run("bbbbbbbbbbbbbbbb"), 0.5).commit();
    screened(results.run("aaaaaaaaaaaaaaaa"), 0.25).commit();
    spark.range(1).write().parquet(folder.resolve("secret").toString());
    queries = RunQueries.on(spark, results.output());
  }

  private static ResultFolder.Run screened(ResultFolder.Run run, double barrierEv) {
    return run.with(GridsTable.TABLE, Map.of("material_id", "m", "input_uri", "file:/m"))
        .with(
            MaterialsTable.TABLE,
            Map.of(
                "material_id",
                "m",
                "side",
                "top",
                "lowest_barrier_ev",
                barrierEv,
                "flags",
                List.of("a", "b")));
  }

  private static List<List<Object>> answer(String sql, Map<String, Object> parameters) {
    return queries.select(sql, parameters).collectAsList().stream()
        .map(
            (Row row) -> {
              Object[] values = new Object[row.size()];
              Arrays.setAll(values, row::get);
              return Arrays.asList(values);
            })
        .toList();
  }

  private static String refusal(String sql) {
    try {
      queries.select(sql, Map.of());
    } catch (InputException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      return e.getMessage();
    }
    throw new AssertionError("It was let through: " + sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT lowest_barrier_ev FROM materials | 0.25",
        "select LOWEST_BARRIER_EV from Materials; | 0.25",
        "SELECT max(lowest_barrier_ev) FROM all_materials | 0.5",
        "SELECT max(`lowest_barrier_ev`) FROM `all_materials` /* DROP TABLE x */ -- ; SET a=b | 0.5",
        "SELECT count(*) FROM runs | 2",
        "SELECT count(*) FROM all_runs | 2",
        "SELECT count(*) FROM sites | 0",
        "WITH a AS (SELECT * FROM materials), b AS (SELECT * FROM a) SELECT count(*) FROM B | 1",
        "WITH materials AS (SELECT 7 AS x) SELECT x FROM materials | 7",
        "SELECT a.lowest_barrier_ev - b.lowest_barrier_ev FROM all_materials a JOIN materials b"
            + " USING (material_id) WHERE a.run_id <> b.run_id | 0.25",
        "SELECT (SELECT max(lowest_barrier_ev) FROM all_materials) FROM materials | 0.5",
        "SELECT count(*) FROM materials WHERE EXISTS (SELECT 1 FROM grids) | 1",
        "SELECT count(*) FROM materials m, LATERAL (SELECT * FROM grids g WHERE g.material_id ="
            + " m.material_id) | 1",
        "SELECT max(flag) FROM materials LATERAL VIEW explode(flags) f AS flag | b",
        "SELECT max(flag) FROM (SELECT explode(flags) AS flag FROM materials) | b",
        "SELECT rank() OVER w FROM materials WINDOW w AS (ORDER BY lowest_barrier_ev) | 1",
        "SELECT x FROM VALUES (1, 2) AS t (x, y) | 1",
        "VALUES (4) | 4",
        "SELECT id FROM range(1) | 0",
        "SELECT count(*) FROM all_materials TABLESAMPLE (100 PERCENT) | 2",
        "SELECT 1 UNION SELECT 1 EXCEPT SELECT 2 INTERSECT SELECT 2 ORDER BY 1 LIMIT 1 | 1",
        "SELECT count(*) AS n FROM materials GROUP BY side HAVING count(*) > 0 | 1",
        "SELECT * FROM (SELECT side, layers FROM materials) PIVOT (count(layers) FOR side IN"
            + " ('top')) | 1",
        "SELECT size(filter(flags, f -> f > 'a')) FROM materials | 1",
        "SELECT /*+ BROADCAST(m) */ percentile_cont(0.5) WITHIN GROUP (ORDER BY"
            + " lowest_barrier_ev) FROM all_materials m | 0.375",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT"
            + " max(n) FROM r | 5",
        "SELECT '${env:PATH}' | ${env:PATH}",
        "SELECT '${spark.app.name}' | ${spark.app.name}",
      })
  void aSelectOverTheRunsIsAnswered(String sql, String expected) {
    assertThat(answer(sql, Map.of()))
        .singleElement()
        .satisfies(row -> assertThat(row.get(0)).hasToString(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "INSERT INTO materials SELECT 1 | INSERT INTO",
        "INSERT OVERWRITE DIRECTORY '/tmp/x' USING csv SELECT 1 | INSERT OVERWRITE DIRECTORY",
        "FROM materials INSERT INTO t SELECT side | INSERT INTO",
        "/* SELECT */ CREATE VIEW v AS SELECT 1 | CREATE VIEW",
        "CREATE TABLE t USING csv LOCATION '/tmp/x' AS SELECT 1 | CREATE TABLE AS SELECT",
        "CREATE TEMPORARY FUNCTION f AS 'java.lang.Runtime' | CREATE FUNCTION",
        "CREATE FUNCTION f() RETURNS INT RETURN 1 | CREATE USER DEFINED FUNCTION",
        "DROP TABLE materials | DROP TABLE",
        "DELETE FROM materials | DELETE FROM TABLE",
        "UPDATE materials SET side = 'x' | UPDATE TABLE",
        "TRUNCATE TABLE materials | TRUNCATE TABLE",
        "CACHE TABLE x AS SELECT 1 | CACHE TABLE AS SELECT",
        "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a | INSERT INTO",
        "SET spark.sql.runSQLOnFiles=true | SET",
        "RESET | RESET",
        "SET VAR x = 1 | SET VARIABLE",
        "DECLARE x INT | CREATE VARIABLE",
        "USE default | SET CATALOG AND NAMESPACE",
        "ADD JAR '/tmp/x.jar' | ADD JARS",
        "EXPLAIN SELECT 1 | EXPLAIN",
        "DESCRIBE materials | DESCRIBE RELATION",
        "SHOW TABLES | SHOW TABLES",
        "CALL system.f() | CALL",
        "EXECUTE IMMEDIATE 'SELECT 1' | EXECUTE IMMEDIATE",
        "BEGIN SELECT 1; END | a script",
        "BEGIN DECLARE x INT; SELECT * FROM parquet.`/tmp/x`; END | a script",
        "SELECT TRANSFORM(side) USING 'cat' FROM materials | TRANSFORM ... USING",
        "SELECT (SELECT 1 FROM (SELECT TRANSFORM(side) USING 'cat' AS b FROM materials)) |"
            + " TRANSFORM ... USING",
        "SELECT IDENTIFIER('reflect')('java.lang.System', 'gc') | IDENTIFIER",
        "SELECT 1 WHERE 1 IN (SELECT IDENTIFIER('a') FROM materials) | IDENTIFIER",
        "SELECT * FROM materials VERSION AS OF 1 | time travel",
      })
  void otherThanASelectIsRefusedByName(String sql, String name) {
    assertThat(refusal(sql))
        .startsWith("Cannot use " + name + " in a query")
        .endsWith(": expected one SELECT over the tables of the runs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM parquet.`%s`",
        "SELECT * FROM PARQUET.`%s`",
        "SELECT * FROM /* materials */ parquet . `%s` AS materials",
        "TABLE parquet.`%s`",
        "WITH materials AS (SELECT * FROM parquet.`%s`) SELECT * FROM materials",
        "WITH parquet AS (SELECT 1) SELECT * FROM parquet.`%s`",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT id FROM parquet.`%s`, r) TABLE r",
        "SELECT (SELECT max(id) FROM parquet.`%s`) FROM materials",
        "SELECT 1 FROM materials WHERE EXISTS (SELECT 1 FROM parquet.`%s`)",
        "SELECT 1 FROM materials WHERE 1 IN (SELECT 1 FROM parquet.`%s`)",
        "SELECT 1 FROM materials ORDER BY (SELECT max(id) FROM parquet.`%s`)",
        "SELECT 1 FROM materials GROUP BY side HAVING max(layers) > (SELECT 0 FROM parquet.`%s`)",
        "SELECT 1 FROM materials a JOIN parquet.`%s` b ON true",
        "SELECT 1 FROM materials a JOIN grids b ON 1 = (SELECT 1 FROM parquet.`%s`)",
        "SELECT 1 FROM materials m, LATERAL (SELECT * FROM parquet.`%s`)",
        "SELECT filter(flags, f -> f > (SELECT 'a' FROM parquet.`%s`)) FROM materials",
        "SELECT 1 FROM materials LATERAL VIEW explode((SELECT array(1) FROM parquet.`%s`)) f AS x",
        "SELECT sum(layers) FILTER (WHERE (SELECT true FROM parquet.`%s`)) FROM materials",
        "SELECT rank() OVER w FROM materials WINDOW w AS (ORDER BY (SELECT 1 FROM parquet.`%s`))",
        "SELECT sum(1) OVER (PARTITION BY (SELECT 1 FROM parquet.`%s`)) FROM materials",
        "SELECT * FROM range((SELECT max(id) FROM parquet.`%s`))",
        "SELECT * FROM explode(TABLE(parquet.`%s`))",
        "SELECT 1 UNION ALL SELECT id FROM parquet.`%s`",
        "SELECT 1 EXCEPT SELECT id FROM parquet.`%s`",
        "SELECT 1 LIMIT (SELECT 1 FROM parquet.`%s`)",
        "VALUES ((SELECT 1 FROM parquet.`%s`))",
        "SELECT * FROM (SELECT side FROM materials) PIVOT (max((SELECT 1 FROM parquet.`%s`)) FOR"
            + " side IN ('top'))",
        "SELECT CASE WHEN (SELECT true FROM parquet.`%s`) THEN 1 END",
        "SELECT struct((SELECT 1 FROM parquet.`%s`) AS a).a",
      })
  void filesAreNotReadWhereverTheyAreNamed(String template) {
    String secret = folder.resolve("secret").toString();

    assertThat(refusal(String.format(template, secret)))
        .containsIgnoringCase("Cannot use table parquet." + secret + " in a query (line 1, column")
        .contains("): files and catalogs are not read; expected one of ")
        .contains("all_materials");
  }

  @Test
  void evenWithoutTheGuardTheSessionReadsNoFiles() {
    assertThat(queries.select("SELECT 1", Map.of()).sparkSession().conf())
        .satisfies(
            conf -> {
              assertThat(conf.get("spark.sql.runSQLOnFiles")).isEqualTo("false");
              assertThat(spark.conf().get("spark.sql.runSQLOnFiles")).isEqualTo("true");
            });
    assertThatThrownBy(
            () ->
                queries
                    .select("SELECT 1", Map.of())
                    .sparkSession()
                    .sql("SELECT * FROM parquet.`" + folder.resolve("secret") + "`"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT reflect('java.lang.System', 'getenv') | function reflect",
        "SELECT `ReFlect`('java.lang.System', 'getenv') | function ReFlect",
        "SELECT system.builtin.reflect('a', 'b') | function system.builtin.reflect",
        "SELECT java_method('a', 'b') FROM materials | function java_method",
        "SELECT try_reflect('a', 'b') | function try_reflect",
        "SELECT 1 FROM materials WHERE reflect('a', 'b') = 'c' | function reflect",
        "SELECT filter(flags, f -> f > reflect('a', 'b')) FROM materials | function reflect",
        "SELECT rank() OVER w FROM materials WINDOW w AS (ORDER BY reflect('a', 'b')) |"
            + " function reflect",
        "SELECT 1 FROM materials LATERAL VIEW reflect('a', 'b') f AS x | function reflect",
        "VALUES (reflect('a', 'b')) | function reflect",
        "SELECT * FROM range(reflect('a', 'b')) | function reflect",
        "SELECT 1 LIMIT reflect('a', 'b') | function reflect",
        "SELECT * FROM materials TABLESAMPLE (10 PERCENT) WHERE EXISTS (SELECT reflect('a', 'b')) |"
            + " function reflect",
        "SELECT input_file_name() FROM materials | function input_file_name",
        "SELECT from_avro(side, '{}') FROM materials | function from_avro",
        "SELECT from_xml(side, 'a INT') FROM materials | function from_xml",
        "SELECT current_user() | function current_user",
        "SELECT * FROM read_files('/tmp/x') | table function read_files",
        "SELECT * FROM python_worker_logs() | table function python_worker_logs",
        "SELECT * FROM spark_catalog.default.t | table spark_catalog.default.t",
        "SELECT * FROM global_temp.materials | table global_temp.materials",
        "SELECT * FROM materials WITH (path = '/tmp/x') | table materials with options",
      })
  void whatReachesOutsideIsRefusedByName(String sql, String name) {
    assertThat(refusal(sql)).startsWith("Cannot use " + name + " in a query (line 1, column ");
  }

  /**
   * Spark 4.2 takes a name in {@code IDENTIFIER('...')} for the name itself and has a word of its
   * own for streams; in no version is more reached than by a name.
   */
  @Test
  void whatVersionsOfSparkReadInTwoWaysReachesNothingElse() {
    assertThat(refusal("SELECT * FROM IDENTIFIER('parquet.`/tmp/x`')"))
        .matches("Cannot use (IDENTIFIER|table parquet.*: files and catalogs are not read).*");
    assertThat(refusal("SELECT * FROM STREAM materials"))
        .matches("Cannot use (table materials as a stream|NAMED STREAMING RELATION) in a query.*");
    try {
      assertThat(answer("SELECT material_id FROM IDENTIFIER('materials')", Map.of()))
          .isEqualTo(answer("SELECT material_id FROM materials", Map.of()));
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("Cannot use IDENTIFIER in a query");
    }
  }

  @Test
  void aQueryMayBeAPipe() {
    assertThat(answer("FROM runs |> WHERE grids >= 0 |> AGGREGATE count(*)", Map.of()))
        .containsExactly(List.of(2L));
    assertThat(refusal("FROM runs |> WHERE reflect('a', 'b') = 'c'"))
        .startsWith("Cannot use function reflect in a query");
    assertThat(refusal("FROM runs |> UNION ALL TABLE parquet.`/tmp/x`"))
        .startsWith("Cannot use table parquet./tmp/x in a query");
  }

  @Test
  void functionsOfTheSessionAreNotCalled() {
    spark
        .udf()
        .register("of_the_session", (Long x) -> x, org.apache.spark.sql.types.DataTypes.LongType);

    assertThat(refusal("SELECT of_the_session(1)"))
        .startsWith(
            "Cannot use function of_the_session in a query (line 1, column 8): there is none");
  }

  @Test
  void mistakesAreOneLineWithThePlaceAndTheNearestName() {
    assertThat(refusal("SELECT *\nFROM material"))
        .isEqualTo(
            "Cannot use table material in a query (line 2, column 6): there is none of that name;"
                + " the nearest is materials");
    assertThat(refusal("SELECT m.lowest_barier_ev\nFROM materials m"))
        .isEqualTo(
            "Cannot run query (line 1, column 8): there is no column m.lowest_barier_ev; the nearest"
                + " is lowest_barrier_ev");
    assertThat(refusal("SELECT roundd(1.5)"))
        .isEqualTo(
            "Cannot use function roundd in a query (line 1, column 8): there is none of that name;"
                + " the nearest is round");
    assertThat(refusal("SELECT side FORM materials WHERE"))
        .startsWith("Cannot run query (line 1, column 18): Syntax error at or near 'materials'");
    assertThat(refusal("SELECT 1; SELECT 2"))
        .startsWith("Cannot run query (line 1, column 11): Syntax error at or near 'SELECT'");
    assertThat(refusal("")).startsWith("Cannot run query (line 1, column 1): Syntax error");
    assertThat(refusal("SELECT side, count(*) FROM materials"))
        .startsWith("Cannot run query")
        .doesNotContain("SQLSTATE");
  }

  @Test
  void aFailureWhileItRunsIsOneLineToo() {
    assertThatThrownBy(
            () -> queries.select("SELECT layers / 0 FROM materials", Map.of()).collectAsList())
        .isInstanceOfSatisfying(
            RuntimeException.class,
            e ->
                assertThat(QueryFailure.of(e).getMessage())
                    .startsWith("Cannot run query")
                    .contains("Division by zero")
                    .doesNotContain("\n"));
    RuntimeException bug = new IllegalStateException("ours");
    assertThatThrownBy(() -> QueryFailure.of(bug)).isSameAs(bug);
  }

  @Test
  void parametersAreValuesAndNeverSql() {
    String sql =
        "SELECT count(*) FROM all_materials WHERE lowest_barrier_ev < :limit AND side = :s";

    assertThat(answer(sql, Map.of("limit", 0.3, "s", "top"))).containsExactly(List.of(1L));
    assertThat(answer(sql, Map.of("limit", 1L, "s", "x' OR '1' = '1")))
        .containsExactly(List.of(0L));
    assertThatThrownBy(() -> answer(sql, Map.of("limit", 1L)))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot run query: expected a value for its parameter :s, found none");
    assertThatThrownBy(() -> answer(sql, Map.of("limit", 1L, "s", "a", "limt", 1L)))
        .hasMessage("Cannot run query: it has no parameter :limt; the nearest is :limit");
    assertThatThrownBy(() -> answer("SELECT * FROM IDENTIFIER(:t)", Map.of("t", "materials")))
        .hasMessageContaining("Cannot use IDENTIFIER in a query");
  }

  @Test
  void answersShowOneManifest() {
    ResultFolder results = new ResultFolder(spark, folder.resolve("growing"));
    screened(results.run("bbbbbbbbbbbbbbbb"), 0.5).commit();
    RunQueries before = RunQueries.on(spark, results.output());
    screened(results.run("aaaaaaaaaaaaaaaa"), 0.25).commit();

    assertThat(before.select("SELECT * FROM all_materials", Map.of()).count()).isEqualTo(1);
    assertThat(before.select("SELECT * FROM runs", Map.of()).count()).isEqualTo(1);
  }

  @Test
  void viewsOfAQueryAreNotSeenOutsideIt() {
    answer("SELECT count(*) FROM materials", Map.of());

    assertThat(spark.catalog().tableExists("materials")).isFalse();
    assertThat(Files.exists(folder.resolve("results/_manifests/00000003.json"))).isFalse();
  }
}
