package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH benchmarks in forked JVMs, one thread. */
final class Jmh {
  private static final Pattern WORKER = Pattern.compile("jmh-worker");

  private Jmh() {}

  /**
   * Runs all benchmarks of a class.
   *
   * @return by method name and parameter values ("parse", "render copies=4"): the score in the
   *     benchmark's own unit
   */
  static Map<String, Double> run(Class<?> benchmarks, Bench bench, String... jvmOptions)
      throws IOException {
    List<String> jvm = new ArrayList<>(List.of(jvmOptions));
    Path recordings = bench.folder("jmh").resolve(benchmarks.getSimpleName());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\b" + benchmarks.getSimpleName() + "\\b")
            .threads(1)
            .forks(bench.quickOrFull(1, 3))
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(bench.quickOrFull(3, 7))
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .output(bench.folder("jmh").resolve(benchmarks.getSimpleName() + ".log").toString());
    if (bench.profiles() != null) {
      jvm.addAll(Profiles.JVM_OPTIONS);
      options.addProfiler(JavaFlightRecorderProfiler.class, "configName=profile;dir=" + recordings);
    }
    options.jvmArgsAppend(jvm.toArray(String[]::new));
    try {
      Map<String, Double> scores = scores(new Runner(options.build()).run());
      if (bench.profiles() != null) {
        bench.profiles().addAll(recordings, WORKER);
      }
      return scores;
    } catch (RunnerException e) {
      throw new IOException("Cannot run " + benchmarks.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Double> scores(Collection<RunResult> results) {
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      for (String key : result.getParams().getParamsKeys()) {
        name += " " + key + "=" + result.getParams().getParam(key);
      }
      scores.put(name, result.getPrimaryResult().getScore());
    }
    return scores;
  }
}
