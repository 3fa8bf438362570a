package io.github.epdi.screening;

import io.github.epdi.runs.RunLease;
import io.github.epdi.runs.RunLeases;
import io.github.epdi.screening.campaign.RunPolicy;
import io.github.epdi.structure.InputException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whose turn it is to compute a run, which only one driver does at a time. */
final class RunTurn {
  private static final Logger LOG = LoggerFactory.getLogger(RunTurn.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int LOOKS_IN_A_LIFE = 8;

  private final RunLeases leases;
  private final RunPolicy policy;

  RunTurn(RunLeases leases, RunPolicy policy) {
    this.leases = leases;
    this.policy = policy;
  }

  /**
   * Takes the run's lease, after a wait if another driver has it and the campaign says to wait.
   *
   * @param done tells whether the run has become visible meanwhile
   * @return the lease; null if the run is done and nobody needs one
   * @throws InputException if another driver has it and the campaign says to refuse
   */
  RunLease take(String runId, BooleanSupplier done) {
    Optional<RunLease> lease = leases.acquire(runId, policy.leaseLife());
    boolean told = false;
    while (lease.isEmpty() && !done.getAsBoolean()) {
      Optional<RunLeases.Held> held = leases.keptBy(runId);
      if (held.isPresent()) {
        if (policy.whenBusy() == RunPolicy.WhenBusy.REFUSE) {
          throw new InputException("Cannot start run " + runId + ": " + described(held.get()));
        }
        if (!told) {
          LOG.info("run {} waits: {}", runId, described(held.get()));
          told = true;
        }
        pause();
      }
      lease = leases.acquire(runId, policy.leaseLife());
    }
    return lease.orElse(null);
  }

  private static String described(RunLeases.Held held) {
    return String.format(
        Locale.ROOT,
        "process %d on %s computes it (last sign of life %.0f s ago, taken for dead after %.0f s);"
            + " wait for it with --set run.when_busy=wait",
        held.holder().process(),
        held.holder().machine(),
        held.silence().toMillis() / 1000.0,
        held.holder().lifeMillis() / 1000.0);
  }

  private void pause() {
    long millis =
        Math.min(LONGEST_PAUSE.toMillis(), policy.leaseLife().toMillis() / LOOKS_IN_A_LIFE);
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot wait for a run: interrupted", e);
    }
  }
}
