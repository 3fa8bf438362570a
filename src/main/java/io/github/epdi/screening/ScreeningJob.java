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
import io.github.epdi.runs.StartMarks;
import io.github.epdi.runs.VisibleRows;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Screens a campaign. It lists the inputs, screens piece by piece those that have no result yet,
 * projects the tables from the pieces and makes them visible. Results that are visible already, or
 * that an unfinished run left behind, are not computed again.
 */
public final class ScreeningJob {
  private final SessionSource sessions;
  private final Campaign campaign;
  private final Configuration configuration;
  private final RunLayout layout;
  private final Pieces pieces;
  private final RunLeases leases;
  private final FormerOrigins origins;
  private final OptionalInt slots;
  private volatile ProgressCounters counters;
  private volatile int total;
  private volatile long startedNanos = System.nanoTime();
  private volatile long finishedNanos;

  /**
   * Makes a job and decides its device. Nothing else is done before {@link #run()}.
   *
   * @throws InputException if the device or the precision is not available
   */
  public ScreeningJob(SessionSource sessions, Campaign campaign) {
    this(sessions, campaign, OptionalInt.empty());
  }

  /** Makes a job of a session that runs. */
  public ScreeningJob(SparkSession spark, Campaign campaign) {
    this(SessionSource.of(spark), campaign);
  }

  /**
   * Makes a job whose work is spread over a given number of task slots.
   *
   * @param slots number of tasks that run at a time
   */
  ScreeningJob(SparkSession spark, Campaign campaign, int slots) {
    this(SessionSource.of(spark), campaign, OptionalInt.of(slots));
  }

  private ScreeningJob(SessionSource sessions, Campaign campaign, OptionalInt slots) {
    this.slots = slots;
    this.sessions = sessions;
    this.campaign = RunDevice.decide(campaign, sessions.conf());
    this.configuration = sessions.configuration();
    this.layout = new RunLayout(new Path(campaign.output()));
    this.pieces = new Pieces(layout, configuration);
    this.leases = new RunLeases(layout, configuration);
    this.origins =
        new FormerOrigins(
            new GridFiles(configuration),
            campaign.limits(),
            new HeldResults(layout, configuration));
  }

  /** Returns how far {@link #run()} has come. Any thread may ask. */
  public Progress progress() {
    long now = finishedNanos == 0 ? System.nanoTime() : finishedNanos;
    double seconds = (now - startedNanos) / 1e9;
    ProgressCounters counted = counters;
    return counted == null
        ? new Progress(0, total, 0, 0, seconds)
        : counted.progress(total, seconds);
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
    sessions.expect(plan.missingBytes());
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
   * @param rows rows of that manifest
   * @param grids grids of the campaign
   * @param visible those of their results that are visible
   */
  private record Plan(
      ScreeningSpec spec, VisibleRows rows, CampaignGrids grids, VisibleResults visible) {
    /** Tells whether every grid has a result that is not tried again. */
    boolean isDone() {
      return visible.settled().size() == grids.identities().size();
    }

    /** Returns the stored bytes of the grids without such a result. */
    long missingBytes() {
      return grids.byIdentity().entrySet().stream()
          .filter(grid -> !visible.settled().containsKey(grid.getKey()))
          .mapToLong(grid -> grid.getValue().lengthBytes())
          .sum();
    }

    /** Tells whether this very run is visible, even if it has rejects that are tried again. */
    boolean isVisible() {
      return rows.manifest().runIds().contains(grids.runId());
    }
  }

  private Plan plan(ScreeningSpec spec) {
    List<GridInput> inputs = listed(spec);
    VisibleRows rows = visibleRows();
    EarlierRuns runs = EarlierRuns.of(rows);
    CampaignGrids listed = CampaignGrids.of(campaign.name(), inputs, spec, runs);
    VisibleResults visible = VisibleResults.of(rows, listed, runs, rule(), origins);
    return new Plan(spec, rows, listed.again(campaign.name(), visible), visible);
  }

  private List<GridInput> listed(ScreeningSpec spec) {
    List<GridInput> grids = InputListing.of(sessions::session, configuration, campaign);
    return spec.needsLevels()
        ? new LevelsListing(campaign.levels(), configuration).withLevels(grids)
        : grids;
  }

  /**
   * Returns the plan for the same grids in the newest state. It is made anew only if something was
   * committed meanwhile.
   */
  private Plan upToDate(Plan plan) {
    VisibleRows rows = visibleRows();
    if (rows.manifest().number() == plan.rows().manifest().number()) {
      return plan;
    }
    VisibleResults visible =
        VisibleResults.of(rows, plan.grids(), EarlierRuns.of(rows), rule(), origins);
    return new Plan(plan.spec(), rows, plan.grids(), visible);
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

  private VisibleRows visibleRows() {
    return VisibleRows.newest(layout, configuration);
  }

  private EarlierWork earlier(Plan plan) {
    CampaignGrids grids = plan.grids();
    return EarlierWork.of(
        sessions::session,
        plan.rows().manifest(),
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
    SparkSession spark = sessions.session();
    counters = new ProgressCounters(spark.sparkContext());
    WorkPlan work =
        new WorkPlan(
            slots.orElseGet(spark.sparkContext()::defaultParallelism), campaign.maxTaskBytes());
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
    RunTables tables = new RunTables(sessions.session(), campaign, layout, grids.runId());
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
    return result(grids, ScreeningResult.Outcome.SCREENED, visibleRows(), runs);
  }

  private ScreeningResult result(Plan plan, ScreeningResult.Outcome outcome) {
    return result(plan.grids(), outcome, plan.rows(), plan.visible().newestRuns());
  }

  /**
   * Makes the result.
   *
   * @param runs the run that has each identity's newest result
   */
  private ScreeningResult result(
      CampaignGrids grids,
      ScreeningResult.Outcome outcome,
      VisibleRows rows,
      Map<String, String> runs) {
    Map<String, Set<String>> materials = new TreeMap<>();
    runs.forEach(
        (identity, run) ->
            materials
                .computeIfAbsent(run, id -> new TreeSet<>())
                .add(grids.byIdentity().get(identity).materialId()));
    return new ScreeningResult(
        grids.runId(), outcome, rows, layout.tables(grids.runId()).toString(), materials);
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
    String serializer = sessions.conf().get("spark.serializer", "JavaSerializer");
    if (!serializer.endsWith("JavaSerializer")) {
      throw new InputException(
          "Cannot screen with spark.serializer "
              + serializer
              + ": expected org.apache.spark.serializer.JavaSerializer");
    }
  }
}
