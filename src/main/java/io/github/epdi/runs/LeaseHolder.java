package io.github.epdi.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The driver that has a lease.
 *
 * @param owner of this taking alone
 * @param machine host and, on Linux, process namespace: where the process number means something
 * @param process its number
 * @param processStartedMillis when that process was started; 0 if not known
 * @param takenMillis when it took the lease, by its own clock
 * @param lifeMillis silence after which it is taken for dead
 */
public record LeaseHolder(
    String owner,
    String machine,
    long process,
    @JsonProperty("process_started_ms") long processStartedMillis,
    @JsonProperty("taken_ms") long takenMillis,
    @JsonProperty("life_ms") long lifeMillis) {

  static LeaseHolder self(Instant now, Duration life) {
    return new LeaseHolder(
        UUID.randomUUID().toString(),
        thisMachine(),
        ProcessHandle.current().pid(),
        started(ProcessHandle.current()),
        now.toEpochMilli(),
        life.toMillis());
  }

  /** Whether its process ended, seen on its own machine; elsewhere nothing is known. */
  boolean isKnownDead() {
    if (!machine.equals(thisMachine())) {
      return false;
    }
    Optional<ProcessHandle> found = ProcessHandle.of(process);
    return found.isEmpty()
        || !found.get().isAlive()
        || started(found.get()) != processStartedMillis;
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisMachine() {
    try {
      return InetAddress.getLocalHost().getHostName() + namespace();
    } catch (UnknownHostException e) {
      return "unknown-" + UUID.randomUUID();
    }
  }

  private static String namespace() {
    try {
      return " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
