package io.github.epdi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Processor time of a whole process by what its threads are for, compilers and collector among
 * them, as Linux counts it: read twice a second while the process runs.
 */
final class ThreadTimes {
  /** What threads are for, by the beginning of their names; the first that fits. */
  private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

  private static final String REST = "all others";

  /** Linux gives times to programs in hundredths of a second, whatever it counts in. */
  private static final double TICK_SECONDS = 0.01;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final long PERIOD_MILLIS = 500;
  private static final double START_SECONDS = 15;
  private static final double END_SECONDS = 8;

  static {
    KINDS.put(
        "tasks: reading, drawing, predicting, tables", Pattern.compile("Executor task|reading a"));
    KINDS.put("plain threads: reading, drawing, predicting", Pattern.compile("plain thread"));
    KINDS.put("Java's compilers", Pattern.compile("C[12] Compiler"));
    KINDS.put("Java's collector", Pattern.compile("G1|GC Thread"));
    KINDS.put("main thread and those it plans with", Pattern.compile("java$|pool-|dag-scheduler"));
  }

  /** What had been used by one moment, seconds by kind. */
  private record Moment(double seconds, Map<String, Double> used) {}

  private final List<Moment> moments = new ArrayList<>();
  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, Double> used = new TreeMap<>();

  /** Watches a process to its end, on a thread of its own. */
  void watch(Process process) {
    long start = System.nanoTime();
    Thread watcher = new Thread(() -> watch(process, start), "thread times");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch(Process process, long start) {
    Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
    try {
      while (process.isAlive()) {
        look(tasks);
        Map<String, Double> byKind = new TreeMap<>();
        used.forEach((task, seconds) -> byKind.merge(kinds.get(task), seconds, Double::sum));
        synchronized (moments) {
          moments.add(new Moment((System.nanoTime() - start) / 1e9, byKind));
        }
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Path tasks) {
    String[] running = tasks.toFile().list();
    if (running == null) {
      return; // the process came to its end, or this is not Linux
    }
    for (String task : running) {
      take(task, tasks.resolve(task).resolve("stat"));
    }
  }

  private void take(String task, Path stat) {
    try {
      take(task, Files.readString(stat, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // the thread came to its end meanwhile; what was read of it before counts
    }
  }

  /** The name stands in brackets and may hold anything; numbers follow. */
  private void take(String task, String stat) {
    int end = stat.lastIndexOf(')');
    String[] fields = stat.substring(end + 2).split(" ", -1);
    kinds.put(task, kind(stat.substring(stat.indexOf('(') + 1, end)));
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    used.put(task, ticks * TICK_SECONDS);
  }

  private static String kind(String name) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(name).lookingAt())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(REST);
  }

  /** A table: seconds of processor time at the start, at the end and in all. */
  String markdown() {
    synchronized (moments) {
      Moment last = moments.get(moments.size() - 1);
      if (last.used().isEmpty()) {
        return "Processor time of the whole process was not counted: this is not Linux.\n\n";
      }
      Moment begun = at(START_SECONDS);
      Moment ending = at(last.seconds() - END_SECONDS);
      StringBuilder text =
          new StringBuilder(
              String.format(
                  Locale.ROOT,
                  "| processor time of the whole process, s | first %.0f s | last %.0f s | all %.0f s |%n"
                      + "|---|---|---|---|%n",
                  START_SECONDS,
                  END_SECONDS,
                  last.seconds()));
      List<String> names = new ArrayList<>(KINDS.keySet());
      names.add(REST);
      for (String name : names) {
        double all = last.used().getOrDefault(name, 0.0);
        if (all > 0) {
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.1f | %.1f | %.1f |%n",
                  name,
                  begun.used().getOrDefault(name, 0.0),
                  all - ending.used().getOrDefault(name, 0.0),
                  all));
        }
      }
      return text.append('\n').toString();
    }
  }

  private Moment at(double seconds) {
    return moments.stream()
        .filter(moment -> moment.seconds() >= seconds)
        .findFirst()
        .orElse(moments.get(moments.size() - 1));
  }
}
