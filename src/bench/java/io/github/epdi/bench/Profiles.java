package io.github.epdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Profiles of what was measured, taken with {@code --profile}: one Markdown file of them all. */
final class Profiles {
  /** Without these, samples only name methods where the compiler left a mark. */
  static final List<String> JVM_OPTIONS =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");

  private final Map<String, String> sections = new TreeMap<>();

  /** Adds JMH's recordings: one in a folder of each benchmark. */
  void addAll(Path recordings, Pattern threads) throws IOException {
    try (Stream<Path> found = Files.walk(recordings)) {
      for (Path file : found.filter(f -> f.toString().endsWith(".jfr")).toList()) {
        String benchmark = file.getParent().getFileName().toString();
        add(benchmark.replaceAll("^.*\\.(\\w+\\.\\w+)-\\w+$", "$1"), file, threads);
      }
    }
  }

  /** Adds one recording. */
  void add(String name, Path recording, Pattern threads) throws IOException {
    add(name, Profile.of(recording, threads).markdown());
  }

  /** Adds to a section what was found otherwise. */
  void add(String name, String markdown) {
    sections.merge(name, markdown, (before, more) -> more + before);
  }

  /** The file. */
  String markdown(Map<String, String> machine) {
    StringBuilder text = new StringBuilder("# Profiles\n\n");
    List.of(
            "Written by `jobs/bench.sh --profile`: Java Flight Recorder on the threads that do the work."
                + " It takes at most one thread in native code (network, files) at a time, so that where"
                + " two tasks run the network counts for less than it takes. Processor time of"
                + " whole processes is Linux's count for each thread, of a run without recorder.",
            String.join(", ", machine.values()))
        .forEach(line -> text.append(line).append("\n\n"));
    sections.forEach((name, section) -> text.append("## " + name + "\n\n").append(section));
    return text.toString();
  }

  /** Writes it. */
  void save(Path folder, Map<String, String> machine) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("profiles.md"), markdown(machine).stripTrailing() + "\n");
  }
}
