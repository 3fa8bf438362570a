package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.cli.shell.ExitCodes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a shell starts it. */
class PackagedProgramIT {
  private static final String GRID = "jobs/demo/grids/MoS2-pristine.cube.gz";

  private static final String FAST_COMPILER = "-XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  private Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.environment().remove("NO_COLOR");
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Runs on a pseudo-terminal. */
  private String onTerminal(Map<String, String> environment, String command)
      throws IOException, InterruptedException {
    return run(environment, "script", "-qec", command, "/dev/null").out();
  }

  @Test
  void aPredictionInitialisesNoClassOfSpark() throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    Ended ended =
        run(
            Map.of("EPDI_JAVA_OPTS", "-Xlog:class+init=info:file=" + classes),
            "jobs/epdi",
            "predict",
            GRID,
            "--bundle",
            "jobs/demo/bundle");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("MoS2 (VIB), 2H").doesNotContain("\u001b");
    // One is loaded, since commands have it in their methods' signatures; that costs nothing.
    Pattern spark = Pattern.compile("Initializing '(org/apache/spark|scala)/");
    String initialised = Files.readString(classes);
    assertThat(initialised).contains("Initializing 'io/github/epdi/screening/GridResultIterator'");
    assertThat(initialised.lines().filter(line -> spark.matcher(line).find())).isEmpty();
  }

  /** The archive that the build made is used; beside a jar that changed it is left aside. */
  @Test
  void aClassDataArchiveOfOtherJarsIsLeftAside() throws IOException, InterruptedException {
    Path jar = Path.of("target", "epdi-screen.jar");
    byte[] built = Files.readAllBytes(jar);
    FileTime time = Files.getLastModifiedTime(jar);
    assertThat(Path.of("target", "epdi-screen.jsa")).isNotEmptyFile();
    assertThat(sharedClasses()).isGreaterThan(100);
    try {
      try (FileSystem entries = FileSystems.newFileSystem(jar)) {
        Files.writeString(entries.getPath("changed.txt"), "A build that came later.");
      }
      assertThat(sharedClasses()).isZero();
    } finally {
      Files.write(jar, built);
      Files.setLastModifiedTime(jar, time);
    }
    assertThat(sharedClasses()).isGreaterThan(100);
  }

  /** Returns how many classes of ours and of picocli came out of the archive. */
  private long sharedClasses() throws IOException, InterruptedException {
    Path classes = folder.resolve("loaded.txt");
    Ended ended =
        run(
            Map.of("EPDI_JAVA_OPTS", "-Xlog:class+load=info:file=" + classes),
            "jobs/epdi",
            "--version");
    assertThat(ended.exit()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("epdi ");
    try (Stream<String> lines = Files.lines(classes)) {
      return lines
          .filter(line -> line.contains(" io.github.epdi.") || line.contains(" picocli."))
          .filter(line -> line.contains("shared objects file"))
          .count();
    }
  }

  /** Large weights are hashed, which Java's fast compiler makes slow. */
  @Test
  void largeWeightsBringTheOptimisingCompiler() throws IOException, InterruptedException {
    Path bundle = Files.createDirectories(folder.resolve("a bundle"));
    String to = "--to=" + folder.resolve("exported");
    try (RandomAccessFile weights =
        new RandomAccessFile(bundle.resolve("model.safetensors").toFile(), "rw")) {
      weights.setLength(40_000_000);
      assertThat(flags("export", "--bundle", bundle.toString(), to)).contains(FAST_COMPILER);
      weights.setLength(60_000_000);
    }
    assertThat(flags("export", "--bundle", bundle.toString(), to)).doesNotContain(FAST_COMPILER);
    assertThat(flags("predict", "--bundle=" + bundle, GRID)).doesNotContain(FAST_COMPILER);
  }

  /** Returns what Java says of its options in a command that finds no {@code bundle.json}. */
  private String flags(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("jobs/epdi"));
    command.addAll(List.of(arguments));
    Ended ended =
        run(Map.of("EPDI_JAVA_OPTS", "-XX:+PrintCommandLineFlags"), command.toArray(String[]::new));
    assertThat(ended.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(ended.err()).contains("bundle.json");
    return ended.out();
  }

  /** It stays the process that was started, so that its exit code and Ctrl-C are its own. */
  @Test
  void aLongScreeningIsStartedAnewInItsProcess() throws IOException, InterruptedException {
    List<String> screen =
        List.of("jobs/epdi", "screen", "--verbose", "--campaign", "jobs/demo/campaign.yaml");
    List<String> first = new ArrayList<>(screen);
    first.addAll(List.of("--set", "output=" + folder.resolve("a folder/long")));
    Ended longer = run(Map.of("EPDI_QUICK_BYTES", "1000"), first.toArray(String[]::new));
    List<String> second = new ArrayList<>(screen);
    second.addAll(List.of("--set", "output=" + folder.resolve("short")));
    Ended shorter = run(Map.of(), second.toArray(String[]::new));

    String anew = "Java is started anew for long work";
    assertThat(longer.exit()).as(longer.err()).isZero();
    assertThat(longer.err()).containsOnlyOnce(anew);
    assertThat(shorter.exit()).as(shorter.err()).isZero();
    assertThat(shorter.err()).doesNotContain(anew);
    assertThat(longer.out().replaceAll("(?m)^(Run|Tables).*", ""))
        .contains("lowest barrier")
        .isEqualTo(shorter.out().replaceAll("(?m)^(Run|Tables).*", ""));
  }

  @Test
  void coloursAreForTerminalsUnlessUnwanted() throws IOException, InterruptedException {
    assertThat(onTerminal(Map.of(), "jobs/epdi --help")).contains("\u001b[");
    assertThat(onTerminal(Map.of("NO_COLOR", "1"), "jobs/epdi --help"))
        .contains("Usage: epdi")
        .doesNotContain("\u001b");
  }

  @Test
  void theDoctorSaysWhatIsWrong() throws IOException, InterruptedException {
    Path campaign = folder.resolve("campaign.yaml");
    Files.writeString(
        campaign, "name: sick\ninputs: ['none/*']\nmodel: {bundle: none}\noutput: results\n");
    Path fakeSpark = Files.createDirectories(folder.resolve("spark"));

    Ended ended =
        run(
            Map.of("SPARK_HOME", fakeSpark.toString()),
            "jobs/epdi",
            "doctor",
            "--json",
            "--campaign",
            campaign.toString(),
            "--storage",
            folder.resolve("nowhere").toString());

    assertThat(ended.exit()).as(ended.err()).isEqualTo(ExitCodes.BAD_INPUT);
    Map<String, String> statuses = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (JsonNode answer : new ObjectMapper().readTree(ended.out())) {
      String name = answer.get("check").asText();
      statuses.put(name, answer.get("status").asText());
      if (answer.get("status").asText().equals("fail")) {
        assertThat(answer.get("advice").asText()).isNotEmpty();
        failures.add(name);
      }
    }
    assertThat(failures).containsExactly("spark-home", "storage", "bundle", "inputs");
    assertThat(statuses)
        .containsEntry("java", "ok")
        .containsEntry("modules", "ok")
        .containsEntry("archive", "ok")
        .containsEntry("spark", "ok")
        .containsEntry("campaign", "ok")
        .containsEntry("output", "ok");
    // A warning where the processor's caches are hidden, which PyTorch does not bear.
    assertThat(statuses.get("torch")).isIn("ok", "warn");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  /** A grid without electronic levels, in a campaign that abstains. */
  @Test
  void whatGotNoEnergiesIsNamed() throws IOException, InterruptedException {
    Path grids = Files.createDirectories(folder.resolve("grids"));
    for (String name : List.of("MoS2-Ti.cube.gz", "MoS2-Ti.out.gz", "WS2-Nb.cube.gz")) {
      Files.copy(Path.of("jobs/demo/slabs", name), grids.resolve(name));
    }
    Path campaign = folder.resolve("campaign.yaml");
    Files.writeString(
        campaign,
        "name: abstaining\ninputs: ['grids/*.cube.gz']\nmodel: {bundle: '"
            + Path.of("jobs/demo/affinity").toAbsolutePath()
            + "', without_levels: abstain}\noutput: results\n");

    Ended screened = run(Map.of(), "jobs/epdi", "screen", "--campaign", campaign.toString());
    assertThat(screened.exit()).as(screened.err()).isZero();
    assertThat(screened.out()).contains("Without energies: 1 rows of the table materials");
    assertThat(screened.out().lines().filter(line -> line.startsWith("WS2-Nb"))).isEmpty();

    String results = folder.resolve("results").toString();
    Ended reported = run(Map.of(), "jobs/epdi", "report", "--output", results);
    assertThat(reported.exit()).as(reported.err()).isZero();
    assertThat(Files.readString(folder.resolve("results/report.html")))
        .contains("No energies: WS2-Nb, top side (levels_missing).")
        .contains("<dt>without energies</dt><dd>1</dd>");

    Files.delete(grids.resolve("MoS2-Ti.cube.gz"));
    Ended alone =
        run(
            Map.of(),
            "jobs/epdi",
            "screen",
            "--campaign",
            campaign.toString(),
            "--set",
            "output=" + folder.resolve("alone"));
    assertThat(alone.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(alone.err()).contains("no grid got energies; see the tables rejects and materials");
    run(Map.of(), "jobs/epdi", "report", "--output", folder.resolve("alone").toString());
    assertThat(Files.readString(folder.resolve("alone/report.html")))
        .contains("No material got energies: WS2-Nb, top side (levels_missing).");
  }
}
