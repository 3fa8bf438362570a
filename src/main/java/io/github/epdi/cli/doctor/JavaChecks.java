package io.github.epdi.cli.doctor;

import io.github.epdi.cli.shell.NewestJava;
import java.util.List;

/** Checks whether this is the Java that Spark and the network need, started as they need it. */
final class JavaChecks {
  private static final int WANTED = 17;
  private static final long LEAST_HEAP_BYTES = 1L << 30;

  /** Packages that Spark cannot do without, among those that the launcher opens. */
  private static final List<String> OPENED =
      List.of("java.lang", "java.nio", "java.util", "java.util.concurrent", "sun.nio.ch");

  private JavaChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("java", Check.SHORT, "", () -> version(Runtime.version().feature())),
        new Check("heap", Check.SHORT, "", () -> heap(Runtime.getRuntime().maxMemory())),
        new Check("modules", Check.SHORT, "", () -> modules(closed())));
  }

  static Finding version(int feature) {
    String found = System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
    if (feature == WANTED) {
      return Finding.ok(found);
    }
    String advice = "install JDK 17 and set JAVA_HOME to it";
    return feature < WANTED || NewestJava.isExceededBy(feature)
        ? Finding.fail(found + ": expected 17", advice)
        : Finding.warn(found + ": tested with 17 only", advice);
  }

  static Finding heap(long bytes) {
    String found = Sizes.text(bytes) + " at most";
    return bytes >= LEAST_HEAP_BYTES
        ? Finding.ok(found)
        : Finding.warn(
            found + ": little for large grids", "set EPDI_JAVA_OPTS=-Xmx2g, or more for screening");
  }

  static Finding modules(List<String> closed) {
    return closed.isEmpty()
        ? Finding.ok("opened for Spark")
        : Finding.fail(
            "java.base does not open " + String.join(", ", closed),
            "start with jobs/epdi, or with the --add-opens of its list");
  }

  private static List<String> closed() {
    Module base = Object.class.getModule();
    Module ours = JavaChecks.class.getModule();
    return OPENED.stream().filter(name -> !base.isOpen(name, ours)).toList();
  }
}
