package io.github.epdi.screening;

import io.github.epdi.runs.RunLease;
import io.github.epdi.screening.campaign.RunPolicy;
import io.github.epdi.structure.InputException;
import java.util.Locale;

/**
 * Stops a run between two pieces if another driver has taken it over, or if most of its grids are
 * rejected.
 */
final class StopRule implements PieceComputation.PieceListener {
  /** A share of rejects is judged only from this many grids on, because it says little of fewer. */
  private static final int LEAST_GRIDS = 20;

  private final RunPolicy policy;
  private final EarlierWork earlier;
  private final ProgressCounters counters;
  private final RunLease lease;
  private final String runId;

  StopRule(
      RunPolicy policy,
      EarlierWork earlier,
      ProgressCounters counters,
      RunLease lease,
      String runId) {
    this.policy = policy;
    this.earlier = earlier;
    this.counters = counters;
    this.lease = lease;
    this.runId = runId;
  }

  /** Thrown when another driver has taken the run over. */
  static final class LeaseLost extends InputException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String message) {
      super(message);
    }
  }

  @Override
  public void committed() {
    if (!lease.isHeld()) {
      throw new LeaseLost(
          "Cannot go on with run "
              + runId
              + ": another driver took it over after this one gave no sign of life for too long"
              + " (run.lease_seconds); what is done stays and is used");
    }
    long grids = earlier.inPieces().size() + counters.grids();
    long rejects = earlier.rejectsInPieces() + counters.rejects();
    if (grids >= LEAST_GRIDS && rejects > policy.maxRejectedFraction() * grids) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "Cannot go on with run %s: expected at most a share of %.2f of rejects"
                  + " (limits.max_rejected_fraction), found %d of %d grids rejected; nothing of it"
                  + " is visible. See why with epdi inspect, or set the limit to 1",
              runId,
              policy.maxRejectedFraction(),
              rejects,
              grids));
    }
  }
}
