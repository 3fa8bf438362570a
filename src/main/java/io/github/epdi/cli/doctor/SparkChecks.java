package io.github.epdi.cli.doctor;

import io.github.epdi.cli.shell.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;

/** Checks whether Spark starts here, and whether the installation at SPARK_HOME fits our jar. */
final class SparkChecks {
  private static final Pattern CORE =
      Pattern.compile("spark-core_(2\\.\\d+)-(\\d+\\.\\d+).*\\.jar");
  private static final String SCALA = "2.13";

  private SparkChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "spark",
            Check.LONG,
            "start with jobs/epdi; if the network refuses, set SPARK_LOCAL_IP=127.0.0.1",
            SparkChecks::embedded),
        new Check(
            "spark-home",
            Check.SHORT,
            "unset SPARK_HOME, or set it to an installation of Spark",
            () -> home(System.getenv("SPARK_HOME"))));
  }

  private static Finding embedded() throws IOException {
    try (SparkSession spark = SparkSessions.open("epdi doctor", "local[1]", List.of())) {
      long counted = spark.range(3).count();
      return counted == 3
          ? Finding.ok(spark.version() + " starts embedded")
          : Finding.fail("a job of Spark counted " + counted + " for 3", "rebuild: mvn package");
    }
  }

  /** Judges an installation by the jar of Spark's core. */
  static Finding home(String home) throws IOException {
    if (home == null || home.isEmpty()) {
      return Finding.ok("SPARK_HOME is not set: screen runs embedded, or on --master");
    }
    Path jars = Path.of(home).resolve("jars");
    if (!Files.isDirectory(jars) || !Files.isExecutable(Path.of(home, "bin", "spark-submit"))) {
      return Finding.fail(
          "SPARK_HOME=" + home + " holds no jars/ and bin/spark-submit", installation());
    }
    try (Stream<Path> found = Files.list(jars)) {
      return found
          .map(jar -> CORE.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .findFirst()
          .map(core -> judged(home, core.group(2), core.group(1)))
          .orElseGet(() -> Finding.fail("SPARK_HOME=" + home + " holds no core", installation()));
    }
  }

  private static Finding judged(String home, String version, String scala) {
    String found = "SPARK_HOME=" + home + " is Spark " + version + ", Scala " + scala;
    return version.equals(ours()) && scala.equals(SCALA)
        ? Finding.ok(found)
        : Finding.fail(found, installation());
  }

  private static String ours() {
    Matcher version = Pattern.compile("(\\d+\\.\\d+).*").matcher(package$.MODULE$.SPARK_VERSION());
    return version.matches() ? version.group(1) : package$.MODULE$.SPARK_VERSION();
  }

  private static String installation() {
    return "set SPARK_HOME to Spark " + ours() + " for Scala " + SCALA + ", or unset it";
  }
}
