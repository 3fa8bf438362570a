package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.runs.HeldResults;
import io.github.epdi.runs.Manifests;
import io.github.epdi.runs.Pieces;
import io.github.epdi.runs.ResultMaker;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.runs.RunLease;
import io.github.epdi.runs.RunLeases;
import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.SideBySide;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Screens a campaign. It lists the inputs, screens piece by piece those that have no result yet,
 * projects the tables from the pieces and makes them visible. Results that are visible already, or
 * that an unfinished run left behind, are not computed again.
 */
public final class ScreeningJob {
  private final SparkSession spark;
  private final Campaign campaign;
  private final Configuration configuration;
  private final RunLayout layout;
  private final Pieces pieces;
  private final RunLeases leases;
  private final FormerOrigins origins;
  private final int slots;
  private final ProgressCounters counters;
  private volatile int total;
  private volatile long startedNanos = System.nanoTime();
  private volatile long finishedNanos;

  /**
   * Makes a job and decides its device. Nothing else is done before {@link #run()}.
   *
   * @throws InputException if the device or the precision is not available
   */
  public ScreeningJob(SparkSession spark, Campaign campaign) {
    this(spark, campaign, spark.sparkContext().defaultParallelism());
  }

  /**
   * Makes a job whose work is spread over a given number of task slots.
   *
   * @param slots number of tasks that run at a time
   */
  ScreeningJob(SparkSession spark, Campaign campaign, int slots) {
    this.slots = slots;
    this.spark = spark;
    this.campaign = RunDevice.decide(campaign, spark.sparkContext());
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.layout = new RunLayout(new Path(campaign.output()));
    this.pieces = new Pieces(layout, configuration);
    this.leases = new RunLeases(layout, configuration);
    this.origins =
        new FormerOrigins(
            new GridFiles(configuration),
            campaign.limits(),
            new HeldResults(layout, configuration));
    this.counters = new ProgressCounters(spark.sparkContext());
  }

  /** Returns how far {@link #run()} has come. Any thread may ask. */
  public Progress progress() {
    long now = finishedNanos == 0 ? System.nanoTime() : finishedNanos;
    return counters.progress(total, (now - startedNanos) / 1e9);
  }

  /**
   * Runs the job to its end and returns the visible results of the campaign.
   *
   * @throws InputException if the campaign, its model, inputs or output cannot be used, if another
   *     driver is computing it, or if most grids are rejected
   */
  public ScreeningResult run() {
    long startedMillis = System.currentTimeMillis();
    ModelBundle bundle = bundle();
    Plan plan = plan(spec(bundle));
    origins.note();
    if (plan.isDone()) {
      return result(plan, ScreeningResult.Outcome.ALREADY_SCREENED);
    }
    makeOutput();
    try (RunLease lease = lease(plan)) {
      Plan now = upToDate(plan);
      if (lease == null || now.isVisible() || now.isDone()) {
        return result(now, ScreeningResult.Outcome.ALREADY_SCREENED);
      }
      EarlierWork earlier = earlier(now);
      List<Path> folders = screen(now, earlier, bundle, lease);
      return commit(now, folders, bundle, startedMillis);
    } catch (StopRule.LeaseLost e) {
      Plan now = upToDate(plan);
      if (now.isVisible()) {
        return result(now, ScreeningResult.Outcome.ALREADY_SCREENED);
      }
      throw e;
    }
  }

  /**
   * Tells what {@link #run()} would do, without writing anything.
   *
   * @throws InputException if the campaign, its model or inputs cannot be used
   */
  public RunOutlook outlook() {
    Plan plan = plan(spec(bundle()));
    CampaignGrids grids = plan.grids();
    EarlierWork earlier = earlier(plan);
    List<PlannedGrid> missing = grids.of(earlier.missing(grids.identities()));
    return new RunOutlook(
        grids.runId(),
        grids.identities().size(),
        plan.visible().settled().size(),
        earlier.inPieces().size(),
        earlier.suspects().size(),
        missing.size(),
        missing.stream().mapToLong(PlannedGrid::lengthBytes).sum(),
        leases.held(grids.runId()).orElse(null));
  }

  /**
   * The work to be done, according to one manifest.
   *
   * @param views views of that manifest
   * @param grids grids of the campaign
   * @param visible those of their results that are visible
   */
  private record Plan(
      ScreeningSpec spec, RunViews views, CampaignGrids grids, VisibleResults visible) {
    /** Tells whether every grid has a result that is not tried again. */
    boolean isDone() {
      return visible.settled().size() == grids.identities().size();
    }

    /** Tells whether this very run is visible, even if it has rejects that are tried again. */
    boolean isVisible() {
      return views.manifest().runIds().contains(grids.runId());
    }
  }

  private Plan plan(ScreeningSpec spec) {
    RunViews views = views();
    List<GridInput> inputs = new ArrayList<>();
    AtomicReference<EarlierRuns> earlier = new AtomicReference<>();
    // Listing many files takes seconds, and so does the first question that Spark is asked.
    SideBySide.all(
        2,
        List.<SideBySide.Work<Boolean, RuntimeException>>of(
            () -> inputs.addAll(listed(spec)),
            () -> earlier.compareAndSet(null, EarlierRuns.of(views))));
    EarlierRuns runs = earlier.get();
    CampaignGrids listed = CampaignGrids.of(campaign.name(), inputs, spec, runs);
    VisibleResults visible = VisibleResults.of(views, listed, runs, rule(), origins);
    return new Plan(spec, views, listed.again(campaign.name(), visible), visible);
  }

  private List<GridInput> listed(ScreeningSpec spec) {
    List<GridInput> grids = InputListing.of(spark, campaign);
    return spec.needsLevels()
        ? new LevelsListing(campaign.levels(), configuration).withLevels(grids)
        : grids;
  }

  /**
   * Returns the plan for the same grids in the newest state. It is made anew only if something was
   * committed meanwhile.
   */
  private Plan upToDate(Plan plan) {
    RunViews views = views();
    if (views.manifest().number() == plan.views().manifest().number()) {
      return plan;
    }
    VisibleResults visible =
        VisibleResults.of(views, plan.grids(), EarlierRuns.of(views), rule(), origins);
    return new Plan(plan.spec(), views, plan.grids(), visible);
  }

  private ResultMaker maker() {
    return new ResultMaker(ProgramVersion.current(), campaign.settingsJson());
  }

  private RetryRule rule() {
    return new RetryRule(campaign.policy().retried(), maker());
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

  private EarlierWork earlier(Plan plan) {
    CampaignGrids grids = plan.grids();
    return EarlierWork.of(
        spark,
        plan.views(),
        pieces,
        leases,
        grids.runId(),
        grids.identities(),
        plan.visible(),
        rule());
  }

  private RunLease lease(Plan plan) {
    String runId = plan.grids().runId();
    return new RunTurn(leases, campaign.policy())
        .take(runId, () -> new Manifests(layout, configuration).newest().runIds().contains(runId));
  }

  private List<Path> screen(Plan plan, EarlierWork earlier, ModelBundle bundle, RunLease lease) {
    CampaignGrids grids = plan.grids();
    Set<String> missing = earlier.missing(grids.identities());
    Set<String> suspected = new HashSet<>(plan.visible().deadly());
    suspected.retainAll(missing);
    suspected.addAll(earlier.suspects());
    missing.removeAll(suspected);
    List<PlannedGrid> suspects = grids.of(suspected);
    WorkPlan work = new WorkPlan(slots, campaign.maxTaskBytes());
    total = missing.size() + suspects.size();
    startedNanos = System.nanoTime();
    StopRule rule = new StopRule(campaign.policy(), earlier, counters, lease, grids.runId());
    List<Path> folders = new ArrayList<>(earlier.pieces());
    try (PieceComputation results =
        new PieceComputation(
            spark,
            plan.spec(),
            campaign.policy(),
            bundle,
            pieces,
            new StartMarks(layout, configuration),
            maker(),
            counters,
            grids.runId(),
            rule)) {
      List<PlannedGrid> trusted = grids.of(missing);
      folders.addAll(
          results.screen(trusted.isEmpty() ? List.of() : work.pieces(trusted), suspects));
    }
    finishedNanos = System.nanoTime();
    return folders;
  }

  private ScreeningResult commit(
      Plan plan, List<Path> folders, ModelBundle bundle, long startedMillis) {
    CampaignGrids grids = plan.grids();
    RunTables tables = new RunTables(spark, campaign, layout, grids.runId());
    int expected = grids.identities().size() - plan.visible().settled().size();
    Manifests.Outcome outcome =
        new Manifests(layout, configuration)
            .commit(grids.runId(), tables.write(folders, expected, bundle, startedMillis));
    new StartMarks(layout, configuration).forget(grids.identities());
    if (outcome != Manifests.Outcome.COMMITTED) {
      return result(upToDate(plan), ScreeningResult.Outcome.ALREADY_SCREENED);
    }
    // The run has all that was not settled before, so there is no need to read it back.
    Map<String, String> runs = new HashMap<>();
    grids.identities().forEach(identity -> runs.put(identity, grids.runId()));
    runs.putAll(plan.visible().settled());
    return result(grids, ScreeningResult.Outcome.SCREENED, views(), runs);
  }

  private ScreeningResult result(Plan plan, ScreeningResult.Outcome outcome) {
    return result(plan.grids(), outcome, plan.views(), plan.visible().newestRuns());
  }

  /**
   * Makes the result.
   *
   * @param runs the run that has each identity's newest result
   */
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
