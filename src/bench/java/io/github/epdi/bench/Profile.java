package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * What one Java Flight Recording shows of the threads that did the work: where processor time went
 * (samples of running Java code, and of native code that Java called), where memory was allocated.
 */
final class Profile {
  private static final int MOST_ROWS = 14;
  private static final double LEAST_PERCENT = 0.5;

  private final Map<String, Long> self = new TreeMap<>();
  private final Map<String, Long> withCallees = new TreeMap<>();
  private final Map<String, Long> allocated = new TreeMap<>();
  private long samples;
  private long bytes;

  private Profile() {}

  /**
   * Reads a recording.
   *
   * @param threads names of the threads that count
   */
  static Profile of(Path recording, Pattern threads) throws IOException {
    Profile profile = new Profile();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        profile.take(file.readEvent(), threads);
      }
    }
    return profile;
  }

  private void take(RecordedEvent event, Pattern threads) {
    String type = event.getEventType().getName();
    boolean allocation = type.equals("jdk.ObjectAllocationSample");
    boolean sample = type.equals("jdk.ExecutionSample") || type.equals("jdk.NativeMethodSample");
    if ((!sample && !allocation) || event.getStackTrace() == null) {
      return;
    }
    RecordedThread thread = allocation ? event.getThread() : event.getThread("sampledThread");
    if (thread == null || !threads.matcher(String.valueOf(thread.getJavaName())).find()) {
      return;
    }
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    if (allocation) {
      long weight = event.getLong("weight");
      bytes += weight;
      add(allocated, event.getClass("objectClass").getName() + " in " + ours(frames), weight);
    } else if (!waits(frames)) {
      takeSample(frames);
    }
  }

  private void takeSample(List<RecordedFrame> frames) {
    samples++;
    add(self, name(frames.get(0).getMethod()), 1);
    Set<String> seen = new HashSet<>();
    for (RecordedFrame frame : frames) {
      String name = name(frame.getMethod());
      if (seen.add(name) && isOurs(frame)) {
        add(withCallees, name, 1);
      }
    }
  }

  /** A thread that waits in native code takes no processor time. */
  private static boolean waits(List<RecordedFrame> frames) {
    String name = name(frames.get(0).getMethod());
    return name.contains("epoll") || name.contains("park") || name.contains("accept");
  }

  private static String ours(List<RecordedFrame> frames) {
    return frames.stream()
        .filter(Profile::isOurs)
        .findFirst()
        .map(frame -> name(frame.getMethod()))
        .orElseGet(() -> name(frames.get(0).getMethod()));
  }

  private static boolean isOurs(RecordedFrame frame) {
    return frame.getMethod().getType().getName().startsWith("io.github.epdi.")
        && !frame.getMethod().getType().getName().contains(".jmh_generated.");
  }

  private static String name(RecordedMethod method) {
    String type = method.getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
  }

  private static void add(Map<String, Long> map, String key, long weight) {
    map.merge(key, weight, Long::sum);
  }

  /** Three tables; percentages are of all samples, and of all bytes allocated. */
  String markdown() {
    return String.format(
            Locale.ROOT,
            "%,d samples of processor time, %,.0f MB allocated.%n%n",
            samples,
            bytes / 1e6)
        + table("where time went: the method itself", self, samples)
        + table("where time went: our methods with all they call", withCallees, samples)
        + table("what was allocated, and by which of our methods", allocated, bytes);
  }

  private static String table(String title, Map<String, Long> weights, long whole) {
    Map<String, Double> shares = new LinkedHashMap<>();
    weights.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_ROWS)
        .forEach(entry -> shares.put(entry.getKey(), 100.0 * entry.getValue() / whole));
    String rows =
        shares.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_PERCENT)
            .map(
                entry ->
                    String.format(
                        Locale.ROOT, "| `%s` | %.1f |%n", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    return "| " + title + " | % |\n|---|---|\n" + rows + "\n";
  }
}
