package io.github.epdi.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SparkExtension;
import io.github.epdi.cli.Main;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of an answer, and what the command says before it needs Spark. */
@ExtendWith(SparkExtension.class)
class QueryCommandTest {
  private static SparkSession spark;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start(SparkSession shared) {
    spark = shared;
  }

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private String printed(QueryFormat format, int limit, Dataset<Row> answer) throws IOException {
    StringWriter text = new StringWriter();
    new AnswerOutput(format, limit).print(answer, new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aTableIsAlignedAndSaysWhatItLeavesOut() throws IOException {
    Dataset<Row> answer =
        spark.sql(
            "SELECT * FROM VALUES ('a\\u001b[31m', 1, 0.123456789D, NULL, array(struct('Ti',"
                + " 0.5D))), ('bcd', -20, 1e-9D, 'x', array()), ('e', 3, 12D, 'y', NULL) AS t"
                + " (name, whole, number, text, list)");

    assertThat(printed(QueryFormat.TABLE, 2, answer).lines())
        .containsExactly(
            "name    whole       number  text  list",
            "a?[31m      1     0.123457  -     Ti 0.5",
            "bcd       -20  1.00000e-09  x",
            "... and 1 more rows (--limit, or --format csv for all)");
    assertThat(printed(QueryFormat.TABLE, 3, answer)).doesNotContain("more rows");
    assertThat(printed(QueryFormat.TABLE, 3, answer.limit(0)).lines()).contains("No rows.");
  }

  @Test
  void csvIsQuotedAndHoldsNoFormulas() throws IOException {
    Dataset<Row> answer =
        spark.sql(
            "SELECT '=1+1' AS `=a`, '+1' AS b, '-1' AS c, '@x' AS d, '\\tx' AS e, '\\r"
                + "x' AS f, -1.5D AS g, 'a,\"b\"' AS h, 'line\\n"
                + "break' AS i, NULL AS j, array(1, 2) AS k, true AS l, 'a=b' AS m, double('NaN')"
                + " AS n");

    assertThat(printed(QueryFormat.CSV, 1, answer))
        .isEqualTo(
            "'=a,b,c,d,e,f,g,h,i,j,k,l,m,n\r\n"
                + "'=1+1,'+1,'-1,'@x,'\tx,\"'\r"
                + "x\",-1.5,\"a,\"\"b\"\"\",\"line\n"
                + "break\",,\"[1,2]\",true,a=b,NaN\r\n");
  }

  @Test
  void jsonKeepsListsAndStructs() throws IOException {
    Dataset<Row> answer =
        spark.sql(
            "SELECT array(struct('Ti' AS element, 0.5D AS fraction)) AS dopants, NULL AS nothing,"
                + " double('NaN') AS nan, double('-Infinity') AS infinite, 'a\"\\u001b' AS text,"
                + " 9007199254740993 AS whole, 1.10 AS decimal, map('k', array(1)) AS map, true AS"
                + " b, DATE '2026-01-02' AS day, X'01' AS bytes UNION ALL SELECT array(), NULL, 1D,"
                + " 2D, '', 1, 2, map(), false, NULL, NULL");

    String text = printed(QueryFormat.JSON, 1, answer);
    JsonNode rows = new ObjectMapper().readTree(text);

    assertThat(text.lines()).hasSize(4);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .hasToString(
            "{\"dopants\":[{\"element\":\"Ti\",\"fraction\":0.5}],\"nothing\":null,\"nan\":null,"
                + "\"infinite\":null,\"text\":\"a\\\"\\u001B\",\"whole\":9007199254740993,"
                + "\"decimal\":1.1,\"map\":{\"k\":[1]},\"b\":true,\"day\":\"2026-01-02\","
                + "\"bytes\":\"AQ==\"}");
    assertThat(printed(QueryFormat.JSON, 1, answer.limit(0)).replaceAll("\\s", "")).isEqualTo("[]");
  }

  @Test
  void columnsOfOneNameAreRefusedWhereNamesAreKeys() {
    Dataset<Row> answer = spark.sql("SELECT 1 AS a, 2 AS a");

    assertThatThrownBy(() -> printed(QueryFormat.JSON, 1, answer))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot write JSON: two columns are named a; name one of them otherwise with AS");
  }

  @Test
  void parquetIsOneFile() throws IOException {
    Dataset<Row> answer = spark.range(0, 10, 1, 3).toDF("id");
    Path file = Files.createDirectory(folder.resolve("a b")).resolve("answer.parquet");

    WholeFile.at(file)
        .write(temporary -> new AnswerOutput(QueryFormat.PARQUET, 1).write(answer, temporary));

    assertThat(spark.read().parquet(file.toString()).orderBy("id").collectAsList())
        .isEqualTo(answer.collectAsList());
    assertThat(names(file.getParent())).containsExactly("answer.parquet");
  }

  @Test
  void aFileIsThereWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("answer.csv");
    WholeFile target = WholeFile.at(file);

    assertThatThrownBy(
            () ->
                target.write(
                    temporary -> {
                      Files.writeString(temporary, "half");
                      throw new IOException("no space");
                    }))
        .hasMessage("no space");
    assertThat(names()).isEmpty();
    target.write(temporary -> Files.writeString(temporary, "whole"));
    assertThat(file).hasContent("whole");
    assertThatThrownBy(() -> target.write(temporary -> Files.writeString(temporary, "other")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it exists; give another name");
    assertThat(file).hasContent("whole");
    assertThat(names()).containsExactly("answer.csv");
  }

  private List<String> names() throws IOException {
    return names(folder);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query --output x | Expected a query, or --file with one",
        "query --output x --file a.sql SELECT | Expected a query, or --file with one",
        "query SELECT | Missing required option: '--output=DIR'",
        "query --output x --format parquet SELECT | Expected --to=FILE with --format=parquet",
        "query --output x --limit 0 SELECT | Expected --limit of 1 or more, found 0",
        "query --output x --format csv --limit 9 SELECT | --limit is for tables: write LIMIT",
        "query --output x --to a.json --limit 9 SELECT | --limit is for tables: write LIMIT",
      })
  void wrongUseIsSaidBeforeSparkStarts(String arguments, String message) {
    assertThat(run(arguments.strip().split(" "))).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).startsWith(message.strip()).contains("epdi query --help");
  }

  @Test
  void badFilesAreSaidBeforeSparkStarts() throws IOException {
    Path there = Files.createFile(folder.resolve("there.csv"));

    assertThat(run("query", "--output", "x", "--to", there.toString(), "SELECT 1"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run("query", "--output", "x", "--to", folder + "/no/a.csv", "SELECT 1"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run("query", "--output", "x", "--file", folder + "/no.sql"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            "Cannot write " + there + ": it exists; give another name",
            "Cannot write " + folder + "/no/a.csv: there is no folder " + folder + "/no",
            "Cannot read query " + folder + "/no.sql: expected a file, found none");
  }

  @Test
  void parametersAreNumbersWhereTheyReadAsSuch() {
    assertThat(
            QueryParameters.values(
                List.of(
                    "a=0.3", "b=-12", "c=MoS2-Ti", "d='12'", "e=true", "f=1e-3", "g=x=y", "h=")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a", 0.3, "b", -12L, "c", "MoS2-Ti", "d", "12", "e", true, "f", 1e-3, "g", "x=y",
                "h", ""));
    assertThatThrownBy(() -> QueryParameters.values(List.of("a")))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot use --param a: expected name=value, found no value");
  }

  @Test
  void anOutputFolderIsLocalUnlessItHasAScheme() {
    assertThat(OutputFolder.location("/a/b c")).isEqualTo("file:/a/b c");
    assertThat(OutputFolder.location("s3a://bucket/x")).isEqualTo("s3a://bucket/x");
    assertThatThrownBy(() -> OutputFolder.location("s3a://key:secret@bucket/x"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot use --output s3a:...: expected none with credentials")
        .hasMessageNotContaining("secret");
  }

  @Test
  void helpShowsExamples() {
    assertThat(run("query", "--help")).isZero();
    assertThat(out.toString())
        .contains("epdi query --output results --file jobs/sql/")
        .contains("apostrophe");
  }
}
