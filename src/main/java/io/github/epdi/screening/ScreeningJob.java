package io.github.epdi.screening;

import io.github.epdi.model.ModelBundle;
import io.github.epdi.runs.Manifests;
import io.github.epdi.runs.Pieces;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.RunLease;
import io.github.epdi.runs.RunLeases;
import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.StartMarks;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.InputListing;
import io.github.epdi.screening.campaign.LevelsListing;
import io.github.epdi.screening.campaign.StoredBundle;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Screens a campaign: lists its inputs, screens piece by piece those whose results are not there
 * yet, projects the tables from the pieces and makes them visible. What is visible already is not
 * computed again, nor what a run has left that did not come to its end.
 */
public final class ScreeningJob {
  private final SparkSession spark;
  private final Campaign campaign;
  private final Configuration configuration;
  private final RunLayout layout;
  private final Pieces pieces;
  private final RunLeases leases;
  private final int slots;
  private final ProgressCounters counters;
  private volatile int total;
  private volatile long startedNanos = System.nanoTime();
  private volatile long finishedNanos;

  /**
   * A job; nothing is done before {@link #run()}, but that its device is decided.
   *
   * @throws InputException if the device or the precision cannot be had
   */
  public ScreeningJob(SparkSession spark, Campaign campaign) {
    this(spark, campaign, spark.sparkContext().defaultParallelism());
  }

  /**
   * A job whose work is spread as for a number of task slots.
   *
   * @param slots tasks that run at a time
   */
  ScreeningJob(SparkSession spark, Campaign campaign, int slots) {
    this.slots = slots;
    this.spark = spark;
    this.campaign = RunDevice.decide(campaign, spark.sparkContext());
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.layout = new RunLayout(new Path(campaign.output()));
    this.pieces = new Pieces(layout, configuration);
    this.leases = new RunLeases(layout, configuration);
    this.counters = new ProgressCounters(spark.sparkContext());
  }

  /** How far {@link #run()} is; may be asked from any thread. */
  public Progress progress() {
    long now = finishedNanos == 0 ? System.nanoTime() : finishedNanos;
    return counters.progress(total, (now - startedNanos) / 1e9);
  }

  /**
   * Runs it.
   *
   * @throws InputException if the campaign, its model, inputs or output cannot be used, another
   *     driver is at it, or most grids are rejected
   */
  public ScreeningResult run() {
    long startedMillis = System.currentTimeMillis();
    ModelBundle bundle = bundle();
    ScreeningSpec spec = spec(bundle);
    CampaignGrids listed = listed(spec);
    VisibleResults before = visible(listed);
    CampaignGrids grids = listed.again(campaign.name(), before);
    if (isDone(grids, before)) {
      return result(grids, ScreeningResult.Outcome.ALREADY_SCREENED);
    }
    makeOutput();
    try (RunLease lease = lease(grids)) {
      EarlierWork earlier = earlier(grids);
      if (lease == null || isVisible(grids) || isDone(grids, earlier.visible())) {
        return result(grids, ScreeningResult.Outcome.ALREADY_SCREENED);
      }
      List<Path> folders = screen(grids, earlier, spec, bundle, lease);
      return commit(grids, folders, earlier, bundle, startedMillis);
    } catch (StopRule.LeaseLost e) {
      if (isVisible(grids)) {
        return result(grids, ScreeningResult.Outcome.ALREADY_SCREENED);
      }
      throw e;
    }
  }

  /**
   * What {@link #run()} would do; nothing is written.
   *
   * @throws InputException if the campaign, its model or inputs cannot be used
   */
  public RunOutlook outlook() {
    ScreeningSpec spec = spec(bundle());
    CampaignGrids listed = listed(spec);
    CampaignGrids grids = listed.again(campaign.name(), visible(listed));
    EarlierWork earlier = earlier(grids);
    List<PlannedGrid> missing = grids.of(earlier.missing(grids.identities()));
    return new RunOutlook(
        grids.runId(),
        grids.identities().size(),
        earlier.visible().settled().size(),
        earlier.inPieces().size(),
        earlier.suspects().size(),
        missing.size(),
        missing.stream().mapToLong(PlannedGrid::lengthBytes).sum(),
        leases.held(grids.runId()).orElse(null));
  }

  private ModelBundle bundle() {
    requireJavaSerializer();
    return StoredBundle.read(campaign.bundle(), configuration);
  }

  private ScreeningSpec spec(ModelBundle bundle) {
    return ScreeningSpec.of(campaign, bundle);
  }

  private RunViews views() {
    return RunViews.newest(spark, campaign.output());
  }

  private CampaignGrids listed(ScreeningSpec spec) {
    List<GridInput> grids = InputListing.of(spark, campaign);
    return CampaignGrids.of(
        campaign.name(),
        spec.needsLevels()
            ? new LevelsListing(campaign.levels(), configuration).withLevels(grids)
            : grids,
        spec);
  }

  private VisibleResults visible(CampaignGrids grids) {
    return VisibleResults.of(views(), grids.identities());
  }

  private static boolean isDone(CampaignGrids grids, VisibleResults visible) {
    return visible.settled().size() == grids.identities().size();
  }

  private EarlierWork earlier(CampaignGrids grids) {
    RunViews views = views();
    VisibleResults visible = VisibleResults.of(views, grids.identities());
    return EarlierWork.of(spark, views, pieces, leases, grids.runId(), grids.identities(), visible);
  }

  private RunLease lease(CampaignGrids grids) {
    RunTurn turn = new RunTurn(leases, campaign.policy());
    return turn.take(grids.runId(), () -> isVisible(grids));
  }

  private boolean isVisible(CampaignGrids grids) {
    return new Manifests(layout, configuration).newest().runIds().contains(grids.runId());
  }

  private List<Path> screen(
      CampaignGrids grids,
      EarlierWork earlier,
      ScreeningSpec spec,
      ModelBundle bundle,
      RunLease lease) {
    Set<String> missing = earlier.missing(grids.identities());
    List<PlannedGrid> suspects = grids.of(earlier.suspects());
    missing.removeAll(earlier.suspects());
    WorkPlan plan = new WorkPlan(slots, campaign.maxTaskBytes());
    total = missing.size() + suspects.size();
    startedNanos = System.nanoTime();
    StopRule rule = new StopRule(campaign.policy(), earlier, counters, lease, grids.runId());
    List<Path> folders = new ArrayList<>(earlier.pieces());
    try (PieceComputation results =
        new PieceComputation(
            spark,
            spec,
            campaign.policy(),
            bundle,
            pieces,
            new StartMarks(layout, configuration),
            counters,
            grids.runId(),
            rule)) {
      List<PlannedGrid> trusted = grids.of(missing);
      folders.addAll(
          results.screen(trusted.isEmpty() ? List.of() : plan.pieces(trusted), suspects));
    }
    finishedNanos = System.nanoTime();
    return folders;
  }

  private ScreeningResult commit(
      CampaignGrids grids,
      List<Path> folders,
      EarlierWork earlier,
      ModelBundle bundle,
      long startedMillis) {
    RunTables tables = new RunTables(spark, campaign, layout, grids.runId());
    int expected = grids.identities().size() - earlier.visible().settled().size();
    Manifests.Outcome outcome =
        new Manifests(layout, configuration)
            .commit(grids.runId(), tables.write(folders, expected, bundle, startedMillis));
    new StartMarks(layout, configuration).forget(grids.identities());
    if (outcome != Manifests.Outcome.COMMITTED) {
      return result(grids, ScreeningResult.Outcome.ALREADY_SCREENED);
    }
    // The run has all that was not settled before; there is no need to read it back.
    Map<String, String> runs = new HashMap<>();
    grids.identities().forEach(identity -> runs.put(identity, grids.runId()));
    runs.putAll(earlier.visible().settled());
    return result(grids, ScreeningResult.Outcome.SCREENED, views(), runs);
  }

  private ScreeningResult result(CampaignGrids grids, ScreeningResult.Outcome outcome) {
    RunViews views = views();
    return result(grids, outcome, views, VisibleResults.of(views, grids.identities()).newestRuns());
  }

  /** The result, given the run that each identity's newest result is of. */
  private ScreeningResult result(
      CampaignGrids grids,
      ScreeningResult.Outcome outcome,
      RunViews views,
      Map<String, String> runs) {
    Map<String, Set<String>> materials = new TreeMap<>();
    runs.forEach(
        (identity, run) ->
            materials
                .computeIfAbsent(run, id -> new TreeSet<>())
                .add(grids.byIdentity().get(identity).materialId()));
    return new ScreeningResult(
        grids.runId(), outcome, views, layout.tables(grids.runId()).toString(), materials);
  }

  private void makeOutput() {
    try {
      if (!layout.root().getFileSystem(configuration).mkdirs(layout.root())) {
        throw new IOException("it was not made");
      }
    } catch (IOException e) {
      throw new InputException(
          "Cannot write to output " + campaign.output() + ": " + e.getMessage(), e);
    }
  }

  private void requireJavaSerializer() {
    String serializer = spark.sparkContext().getConf().get("spark.serializer", "JavaSerializer");
    if (!serializer.endsWith("JavaSerializer")) {
      throw new InputException(
          "Cannot screen with spark.serializer "
              + serializer
              + ": expected org.apache.spark.serializer.JavaSerializer");
    }
  }
}
