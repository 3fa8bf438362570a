package io.github.epdi.screening;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code epdi} in a JVM of its own: the packaged program with its class-data archive, and behind it
 * this JVM's class path, test classes and all. For tests that run once the program is packaged.
 */
public final class DriverProcess implements AutoCloseable {
  private static final long MOST_SECONDS = 120;
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final Process process;
  private final Path log;

  private DriverProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a screening on two task slots of the faulty file system. */
  static DriverProcess screen(Path campaign, Path log, String... more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("screen", "--campaign", campaign.toString()));
    arguments.addAll(List.of("--master", "local[2]", "--conf"));
    arguments.add(
        "spark.hadoop.fs." + FaultyFileSystem.SCHEME + ".impl=" + FaultyFileSystem.class.getName());
    arguments.addAll(Arrays.asList(more));
    return start(List.of(), "io.github.epdi.cli.Main", arguments, log);
  }

  /**
   * Starts a program.
   *
   * @param options of the JVM, over this one's
   * @param main class of the program or of the tests
   * @param log gets what it says
   */
  public static DriverProcess start(
      List<String> options, String main, List<String> arguments, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
        .filter(argument -> !argument.contains("surefire"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-Dai.djl.offline=true"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("-XX:SharedArchiveFile=" + TARGET.resolve("epdi-screen.jsa"), "-Xlog:cds=off"));
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new DriverProcess(process, log);
  }

  /**
   * The program's as jobs/epdi has it, which the archive asks for; a folder in which Hadoop finds
   * the faulty file system; this JVM's.
   */
  private static String classPath() throws IOException {
    Path folder = Files.createTempDirectory("hadoop-conf");
    folder.toFile().deleteOnExit();
    Path file =
        Files.writeString(
            folder.resolve("core-site.xml"),
            "<configuration><property><name>fs."
                + FaultyFileSystem.SCHEME
                + ".impl</name><value>"
                + FaultyFileSystem.class.getName()
                + "</value></property></configuration>");
    file.toFile().deleteOnExit();
    List<String> places = new ArrayList<>(List.of(TARGET.resolve("epdi-screen.jar").toString()));
    places.addAll(jars(TARGET.resolve("lib")));
    places.addAll(jars(TARGET.resolve("spark")));
    places.add(folder.toString());
    places.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, places);
  }

  private static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
    }
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running: " + output());
    }
    return process.exitValue();
  }

  /** What it has said so far. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no output: " + e;
    }
  }

  /** Sends a signal by its name. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
