package io.github.epdi.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A whole process: how long it took, and what it said in JSON on its last line. */
final class ChildProcess {
  /**
   * The end of a process.
   *
   * @param seconds wall time, start and end included
   * @param answer its last line of output if that is JSON, else null
   */
  record Outcome(double seconds, JsonNode answer) {}

  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChildProcess() {}

  /**
   * Runs a command to its end, with one thread in all numerical libraries.
   *
   * @throws IOException if it cannot be started or fails, with what it said
   */
  static Outcome run(Path folder, List<String> command) throws IOException {
    return run(folder, command, process -> {});
  }

  /**
   * The same, watched.
   *
   * @param watcher is given the process when it has begun
   */
  static Outcome run(Path folder, List<String> command, Consumer<Process> watcher)
      throws IOException {
    Path errors = folder.resolve("last-process.err");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(singleThreaded());
    long start = System.nanoTime();
    Process process = builder.start();
    watcher.accept(process);
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = end(process);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IOException(
          "Cannot run " + name(command) + ": exit code " + code + ", see " + errors);
    }
    return new Outcome(seconds, lastLine(said));
  }

  /** A main class in a fresh JVM with this one's class path. */
  static Outcome java(
      Path folder, Collection<String> options, Class<?> main, Collection<String> arguments)
      throws IOException {
    return run(folder, javaCommand(options, main, arguments));
  }

  /**
   * A command on some cores.
   *
   * @param cores that the whole process has, compiler and collector too, where taskset is there
   */
  static List<String> onCores(int cores, List<String> command) {
    List<String> pinned = new ArrayList<>();
    if (cores < Runtime.getRuntime().availableProcessors() && Files.isExecutable(TASKSET)) {
      pinned.addAll(List.of(TASKSET.toString(), "-c", "0-" + (cores - 1)));
    }
    pinned.addAll(command);
    return pinned;
  }

  /** The command of {@link #java}. */
  static List<String> javaCommand(
      Collection<String> options, Class<?> main, Collection<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(moduleOptions());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** What Spark needs on Java 17, and no network. */
  static List<String> moduleOptions() {
    List<String> options =
        new ArrayList<>(
            List.of(
                org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions().split("\\s+")));
    options.removeIf(String::isBlank);
    options.add("-Dai.djl.offline=true");
    options.add("-Djava.awt.headless=true");
    String logging = System.getProperty("log4j2.configurationFile");
    if (logging != null) {
      options.add("-Dlog4j2.configurationFile=" + logging);
    }
    return options;
  }

  /** Absolute, since the process has another working folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A command without its options and class path, for messages. */
  private static String name(List<String> command) {
    int classPath = command.indexOf("-cp");
    return String.join(
        " ", classPath < 0 ? command : command.subList(classPath + 2, command.size()));
  }

  private static Map<String, String> singleThreaded() {
    return Map.of(
        "OMP_NUM_THREADS", "1",
        "OPENBLAS_NUM_THREADS", "1",
        "MKL_NUM_THREADS", "1",
        "OMP_WAIT_POLICY", "PASSIVE",
        "MALLOC_MMAP_THRESHOLD_", "33554432",
        "MALLOC_TRIM_THRESHOLD_", "67108864",
        "DJL_OFFLINE", "true",
        "OPT_OUT_TRACKING", "true");
  }

  private static int end(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Cannot wait for a process: interrupted", e);
    }
  }

  private static JsonNode lastLine(String said) throws JsonProcessingException {
    String[] lines = said.strip().split("\n", -1);
    String last = lines[lines.length - 1].strip();
    return last.startsWith("{") ? JSON.readTree(last) : null;
  }
}
