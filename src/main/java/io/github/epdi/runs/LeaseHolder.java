package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The driver that has a lease.
 *
 * @param owner of this taking alone
 * @param machine name of its host, for people
 * @param place where the process number means something, see {@link ThisMachine#place()}; null
 *     where that is not known
 * @param process its number
 * @param processStartedTicks when that process was started, in ticks since its machine was; null if
 *     not known
 * @param takenMillis when it took the lease, by its own clock
 * @param takenUptimeMillis the same since its machine was started; null if not known
 * @param lifeMillis silence after which it is taken for dead
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeaseHolder(
    String owner,
    String machine,
    String place,
    long process,
    @JsonProperty("process_started_ticks") Long processStartedTicks,
    @JsonProperty("taken_ms") long takenMillis,
    @JsonProperty("taken_uptime_ms") Long takenUptimeMillis,
    @JsonProperty("life_ms") long lifeMillis) {

  static LeaseHolder self(LeaseClock clock, Duration life) {
    long process = ProcessHandle.current().pid();
    return new LeaseHolder(
        UUID.randomUUID().toString(),
        ThisMachine.name(),
        ThisMachine.place(),
        process,
        orNull(ThisMachine.startedTicks(process)),
        clock.now().toEpochMilli(),
        orNull(clock.uptimeMillis()),
        life.toMillis());
  }

  /** Whether it runs on this machine, in one world of process numbers; false where unknown. */
  boolean isHere() {
    return place != null && place.equals(ThisMachine.place());
  }

  /** Whether its process ended, seen on its own machine; elsewhere nothing is known. */
  boolean isKnownDead() {
    if (!isHere() || processStartedTicks == null) {
      return false;
    }
    OptionalLong started = ThisMachine.startedTicks(process);
    return started.isEmpty() || started.getAsLong() != processStartedTicks;
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }
}
