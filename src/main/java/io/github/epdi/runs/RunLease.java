package io.github.epdi.runs;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lease of a run that this driver holds. A thread of its own renews it until it is closed. */
public final class RunLease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunLease.class);
  private static final int TOUCHES_IN_A_LIFE = 4;

  private final RunLeases leases;
  private final String runId;
  private final int number;
  private final LeaseHolder holder;
  private final Heart.Beating beating;

  RunLease(RunLeases leases, String runId, int number, LeaseHolder holder, Heart heart) {
    this.leases = leases;
    this.runId = runId;
    this.number = number;
    this.holder = holder;
    Duration every = Duration.ofMillis(Math.max(1, holder.lifeMillis() / TOUCHES_IN_A_LIFE));
    this.beating = heart.start("lease of " + runId, every, this::touch);
  }

  /**
   * Asks storage whether this driver still holds the lease. Returns true if storage does not
   * answer.
   */
  public boolean isHeld() {
    try {
      return leases.isNewest(runId, number, holder);
    } catch (IOException e) {
      // The work itself will notice if storage fails.
      LOG.warn("Cannot look at the lease of run {}: {}", runId, e.getMessage());
      return true;
    }
  }

  private void touch() {
    try {
      if (leases.isNewest(runId, number, holder)) {
        leases.touch(runId, number);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("Cannot renew the lease of run {}: {}", runId, e.getMessage());
    }
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    try {
      if (beating.stop()) {
        leases.giveBack(runId, number);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("Cannot give back the lease of run {}: {}", runId, e.getMessage());
    }
  }
}
