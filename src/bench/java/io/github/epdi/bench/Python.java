package io.github.epdi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Python peers: our small scripts in src/bench/python, run by the system's interpreter. */
final class Python {
  private static final List<String> PACKAGES =
      List.of("numpy", "scipy", "matplotlib", "pymatgen", "torch", "torchvision");

  private final String interpreter;
  private final Path scripts;
  private final Path folder;
  private final Map<String, String> versions;

  private Python(String interpreter, Path scripts, Path folder, Map<String, String> versions) {
    this.interpreter = interpreter;
    this.scripts = scripts;
    this.folder = folder;
    this.versions = versions;
  }

  /** Looks which packages there are. Without an interpreter, none. */
  static Python find(String interpreter, Path scripts, Path folder) {
    Map<String, String> versions = new TreeMap<>();
    Python python = new Python(interpreter, scripts, folder, versions);
    try {
      JsonNode found = python.run("versions.py", PACKAGES).answer();
      found.properties().forEach(entry -> versions.put(entry.getKey(), entry.getValue().asText()));
    } catch (IOException e) {
      System.err.println("No Python peers: " + e.getMessage());
    }
    return python;
  }

  /** Versions by package; what is missing is not in it. "python" is the interpreter's. */
  Map<String, String> versions() {
    return versions;
  }

  /** Null if all packages are there, else which are not. */
  String missing(String... packages) {
    List<String> missing = new ArrayList<>();
    for (String name : packages) {
      if (!versions.containsKey(name)) {
        missing.add(name);
      }
    }
    return missing.isEmpty() ? null : "no Python package " + String.join(", ", missing);
  }

  /** Runs one of our scripts to its end. */
  ChildProcess.Outcome run(String script, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(interpreter, scripts.resolve(script).toString()));
    command.addAll(arguments);
    return ChildProcess.run(folder, command);
  }
}
