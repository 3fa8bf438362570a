package io.github.epdi.screening;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.SideBySide;
import io.github.epdi.runs.TableFile;
import io.github.epdi.runs.TableFiles;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.ResultTable;
import io.github.epdi.tables.RunRow;
import io.github.epdi.tables.RunsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Projects the flat tables of a run from its pieces and counts what the run cost. Several tables
 * are written side by side, because planning and committing one leaves the cores idle.
 */
final class RunTables {
  /**
   * Up to this total of stored bytes in all pieces, one task orders a table. It is about what Spark
   * aims at for one task.
   */
  private static final long ONE_TASK_BYTES = 64 << 20;

  /**
   * Up to this total of stored bytes in all pieces, the tables are written in the driver without a
   * job: some tens of grids of large cells, or a thousand of small ones.
   */
  private static final long FEW_BYTES = 4 << 20;

  private static final int AT_A_TIME = 3;

  private final SparkSession spark;
  private final Campaign campaign;
  private final RunLayout layout;
  private final String runId;
  private final Configuration configuration;
  private final TableFiles files;

  RunTables(SparkSession spark, Campaign campaign, RunLayout layout, String runId) {
    this.spark = spark;
    this.campaign = campaign;
    this.layout = layout;
    this.runId = runId;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.files = new TableFiles(layout, configuration);
  }

  /**
   * Writes all tables. Their content becomes visible only with a manifest that lists them.
   *
   * @param expected number of results in the pieces
   * @return the files of each table, by the table's name
   * @throws IllegalStateException if the pieces do not have as many results as expected
   */
  Map<String, List<TableFile>> write(
      List<Path> pieces, int expected, ModelBundle bundle, long startedMillis) {
    long finishedMillis = System.currentTimeMillis();
    long bytes = bytes(pieces);
    Map<String, Path> folders =
        bytes <= FEW_BYTES ? projectionsHere(pieces) : projections(pieces, bytes);
    Counts counts = counts(folders);
    long found = counts.costs().grids() + counts.costs().rejects();
    if (found != expected) {
      throw new IllegalStateException(
          "Cannot commit run "
              + runId
              + ": expected "
              + expected
              + " results in its pieces, found "
              + found);
    }
    Row run = RunsTable.TABLE.toRow(runId, runRow(counts, bundle, startedMillis, finishedMillis));
    folders.put(RunsTable.TABLE.name(), write(RunsTable.TABLE, List.of(run)));
    Map<String, List<TableFile>> written = new LinkedHashMap<>();
    folders.forEach((table, folder) -> written.put(table, files.describe(runId, folder)));
    return written;
  }

  private long bytes(List<Path> pieces) {
    long bytes = 0;
    try {
      for (Path piece : pieces) {
        bytes += piece.getFileSystem(configuration).getContentSummary(piece).getLength();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the pieces of run " + runId, e);
    }
    return bytes;
  }

  /** Does what {@link #projections} does in this JVM: few rows are not worth a job a table. */
  private Map<String, Path> projectionsHere(List<Path> pieces) {
    List<Row> results = new ArrayList<>();
    for (Path piece : pieces) {
      TableFiles.show(piece, ResultTable.schema(), configuration, results::add);
    }
    Map<String, Path> folders = new LinkedHashMap<>();
    for (FlatTable<?> table : ResultTable.projections()) {
      folders.put(table.name(), write(table, ResultTable.project(results, table, runId)));
    }
    return folders;
  }

  private Path write(FlatTable<?> table, List<Row> rows) {
    Path folder = layout.freshTable(runId, table.name());
    TableFiles.write(spark, table.schema(), rows, folder);
    return folder;
  }

  /** Writes the tables of results and returns their folders by name, in the order of the tables. */
  private Map<String, Path> projections(List<Path> pieces, long bytes) {
    Dataset<Row> results =
        spark
            .read()
            .schema(ResultTable.schema())
            .parquet(pieces.stream().map(Path::toString).toArray(String[]::new));
    ResultTable.Ordering ordering =
        bytes <= ONE_TASK_BYTES ? ResultTable.Ordering.IN_ONE_TASK : ResultTable.Ordering.BY_RANGES;
    List<FlatTable<?>> tables = ResultTable.projections();
    List<SideBySide.Work<Path, RuntimeException>> writing = new ArrayList<>();
    for (FlatTable<?> table : tables) {
      Dataset<Row> rows = ResultTable.project(results, table, runId, ordering);
      writing.add(() -> write(table, rows));
    }
    List<Path> written = SideBySide.all(AT_A_TIME, writing);
    Map<String, Path> folders = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      folders.put(tables.get(i).name(), written.get(i));
    }
    return folders;
  }

  private Path write(FlatTable<?> table, Dataset<Row> rows) {
    Path folder = layout.freshTable(runId, table.name());
    TableFiles.write(rows, folder);
    return folder;
  }

  /** Numbers counted from the written rows. */
  private record Counts(RunRow.CostColumns costs, long failed) {}

  private Counts counts(Map<String, Path> folders) {
    Tally tally = new Tally();
    show(GridsTable.TABLE, folders, row -> tally.add(GridsTable.TABLE.fromRow(row)));
    show(RejectsTable.TABLE, folders, row -> tally.add(RejectsTable.TABLE.fromRow(row)));
    return new Counts(
        new RunRow.CostColumns(
            tally.grids, tally.rejects, tally.images, tally.evaluations, tally.bytes),
        tally.failed);
  }

  private void show(FlatTable<?> table, Map<String, Path> folders, Consumer<Row> row) {
    TableFiles.show(folders.get(table.name()), table.schema(), configuration, row);
  }

  /** Adds up rows. */
  private static final class Tally {
    private long grids;
    private long rejects;
    private long images;
    private long evaluations;
    private long bytes;
    private long failed;

    void add(GridRow grid) {
      grids++;
      images += grid.images().uniqueImages();
      evaluations += grid.images().networkEvaluations();
      bytes += grid.file().bytesRead();
    }

    void add(RejectRow reject) {
      rejects++;
      failed += reject.reason().code().equals(RejectCode.FAILED.name()) ? 1 : 0;
      bytes += reject.bytesRead();
    }
  }

  private RunRow runRow(
      Counts counts, ModelBundle bundle, long startedMillis, long finishedMillis) {
    BundleMetadata model = bundle.metadata();
    return new RunRow(
        new RunRow.CampaignColumns(
            campaign.name(),
            Conventions.with(
                campaign.settingsJson(),
                CampaignKey.MODEL_BATCH_SIZE,
                ScreeningSpec.batchSize(campaign, model))),
        new RunRow.ModelColumns(bundle.digest(), model.members(), model.averagedCopies()),
        new RunRow.ExecutionColumns(
            new RunRow.ProgramColumns(ProgramVersion.current(), AlgorithmVersion.CURRENT),
            new RunRow.PeriodColumns(startedMillis, finishedMillis),
            counts.costs(),
            platform()),
        List.of(),
        new RunRow.AddedColumns(
            new String(bundle.bundleJson(), StandardCharsets.UTF_8),
            FlatTable.SCHEMA_VERSION,
            counts.failed()));
  }

  private RunRow.PlatformColumns platform() {
    return new RunRow.PlatformColumns(
        RunDevice.kind(campaign).label(),
        spark.sparkContext().master(),
        spark.version(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }
}
