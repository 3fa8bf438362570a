package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The driver that holds a lease, as written in the lease's file.
 *
 * @param owner random id, new each time that a lease is taken
 * @param machine name of the driver's host, for people
 * @param place the scope in which the process number is valid, see {@link ThisMachine#place()};
 *     null where unknown
 * @param process process number of the driver
 * @param processStartedTicks when that process was started, in ticks since its machine was started;
 *     null if unknown
 * @param takenMillis when the lease was taken, in milliseconds since 1970 by the driver's clock
 * @param takenUptimeMillis the same in milliseconds since its machine was started; null if unknown
 * @param lifeMillis milliseconds of silence after which the driver counts as dead
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

  /**
   * Tells whether the driver runs on this machine and in the same scope of process numbers. False
   * if unknown.
   */
  boolean isHere() {
    return place != null && place.equals(ThisMachine.place());
  }

  /**
   * Tells whether the driver's process is known to have ended. That can only be seen on its own
   * machine.
   */
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
