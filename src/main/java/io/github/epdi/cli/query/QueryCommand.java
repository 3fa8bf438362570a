package io.github.epdi.cli.query;

import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.cli.shell.OutputFolder;
import io.github.epdi.cli.shell.SparkSessions;
import io.github.epdi.runs.QueryFailure;
import io.github.epdi.runs.RunQueries;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one SELECT over the tables of an output folder. */
@Command(
    name = "query",
    description = "Answers one SELECT over the tables of the runs in an output folder.",
    footer = {
      "",
      "Tables: materials, barriers, sites, hops, grids, rejects hold each material's newest"
          + " result,",
      "all_materials, all_barriers, ... the rows of all runs; runs holds the runs; ranking the",
      "places of the materials and how sure they are. Columns are",
      "described in data-schemas/. Nothing else is read, and nothing is changed: commands, files",
      "and functions that reach outside are refused.",
      "",
      "CSV follows RFC 4180; a text that begins with = + - @, a tab or a carriage return gets an",
      "apostrophe before it, so that no spreadsheet takes it for a formula (numbers stay as they",
      "are). JSON is one array of objects; NaN is null. Parquet needs --to and is one file.",
      "",
      "Examples:",
      "  epdi query --output results \"SELECT material_id, percolation_2d_ev FROM materials ORDER"
          + " BY 2\"",
      "  epdi query --output results --file jobs/sql/lowest-barriers.sql",
      "  epdi query --output results --to sites.csv --param m=MoS2-Ti \\",
      "    \"SELECT site_id, binding_energy_ev FROM sites WHERE material_id = :m\""
    },
    mixinStandardHelpOptions = true)
public final class QueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "The query, one SELECT in Spark's dialect.")
  private String sql;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the query from a file.")
  private Path file;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "The output folder of the campaign; a local path unless it has a scheme.")
  private String output;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = {
        "A value for :NAME in the query; may be repeated. A number where it reads as one, true or"
            + " false, otherwise text; in single quotes always text."
      })
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: as the name of --to ends, else TABLE).")
  private QueryFormat format;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write to a file that does not exist yet, whole or not at all.")
  private Path to;

  @Option(
      names = "--limit",
      defaultValue = "50",
      paramLabel = "N",
      description = "Rows that a table shows at most (default ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark (spark.*); may be repeated.")
  private List<String> sparkSettings = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    checkUsage();
    String location = OutputFolder.location(output); // checked before Spark takes seconds to start
    String text = text();
    WholeFile target = to == null ? null : WholeFile.at(to);
    try (SparkSession spark = SparkSessions.open("epdi query", null, sparkSettings)) {
      spark.sparkContext().setLogLevel("OFF"); // errors are reported in one line of our own
      answer(spark, location, text, target);
    }
    return ExitCodes.DONE;
  }

  private void checkUsage() {
    if ((sql == null) == (file == null)) {
      throw new ParameterException(spec.commandLine(), "Expected a query, or --file with one");
    }
    if (format == null) {
      format = to == null ? QueryFormat.TABLE : QueryFormat.of(to).orElse(QueryFormat.TABLE);
    }
    if (format == QueryFormat.PARQUET && to == null) {
      throw new ParameterException(spec.commandLine(), "Expected --to=FILE with --format=parquet");
    }
    boolean limited = spec.commandLine().getParseResult().hasMatchedOption("--limit");
    if (limit < 1 || (limited && format != QueryFormat.TABLE)) {
      throw new ParameterException(
          spec.commandLine(),
          limit < 1
              ? "Expected --limit of 1 or more, found " + limit
              : "--limit is for tables: write LIMIT in the query");
    }
  }

  private String text() throws IOException {
    if (file == null) {
      return sql;
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InputException("Cannot read query " + file + ": expected UTF-8", e);
    } catch (IOException e) {
      throw new InputException("Cannot read query " + file + ": expected a file, found none", e);
    }
  }

  private void answer(SparkSession spark, String location, String text, WholeFile target)
      throws IOException {
    Dataset<Row> answer =
        RunQueries.on(spark, location).select(text, QueryParameters.values(parameters));
    AnswerOutput written = new AnswerOutput(format, limit);
    try {
      if (target == null) {
        written.print(answer, spec.commandLine().getOut());
      } else {
        target.write(temporary -> written.write(answer, temporary));
      }
    } catch (InputException | IOException e) {
      throw e;
    } catch (Exception e) { // Scala does not declare what an execution throws
      throw QueryFailure.of(e);
    }
  }
}
