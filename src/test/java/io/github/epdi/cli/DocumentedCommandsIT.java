package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types what the documents tell a reader to type, word for word, with the packaged program, in a
 * folder that looks like a clone with a user's own calculations in it.
 */
class DocumentedCommandsIT {
  private static final Path CLONE = Path.of("").toAbsolutePath();

  /** What a reader types before anything else; the build that runs this test has done it. */
  private static final List<String> DONE_BY_THE_BUILD = List.of("mvn ", "git clone ", "cd epdi");

  @TempDir Path folder;

  static List<Path> documents() throws IOException {
    try (Stream<Path> jobs = Files.walk(CLONE.resolve("jobs"));
        Stream<Path> schemas = Files.list(CLONE.resolve("data-schemas"))) {
      return Stream.of(Stream.of(CLONE.resolve("README.md")), jobs, schemas)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .map(CLONE::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void itsCommandsWork(Path document) throws IOException, InterruptedException {
    List<ShellBlock> blocks = ShellBlock.of(CLONE.resolve(document));
    String script = script(blocks);
    if (script.isEmpty()) {
      return;
    }
    clone(blocks);
    Path typed = Files.writeString(folder.resolve("typed.sh"), script);
    Path said = folder.resolve("said.txt");
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", typed.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = shell.waitFor(5, TimeUnit.MINUTES);
    shell.destroyForcibly();
    assertThat(ended).as("ended in time; said: %s", Files.readString(said)).isTrue();
    assertThat(shell.exitValue()).as("%s\n%s", script, Files.readString(said)).isZero();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandOfOursStandsInABlockThatIsTyped(Path document) throws IOException {
    for (ShellBlock block : ShellBlock.of(CLONE.resolve(document))) {
      if (!block.commands().isEmpty()) {
        boolean runByContinuousIntegration = block.text().equals("jobs/demo.sh\n");
        assertThat(runByContinuousIntegration || block.language().startsWith(ShellBlock.RUN))
            .as("%s line %d: %s", document, block.line(), block.commands())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatNeedsMoreThanThisMachineHasIsAtLeastUnderstood(Path document) throws IOException {
    for (ShellBlock block : ShellBlock.of(CLONE.resolve(document))) {
      if (block.language().equals(ShellBlock.NEEDS_MORE)) {
        for (String command : block.commands()) {
          List<String> words = words(command);
          if (words.get(0).equals("jobs/epdi")) {
            Main.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
          }
        }
      }
    }
  }

  /** The words of a command as a shell splits them; comments end it. */
  private static List<String> words(String command) {
    return Pattern.compile("\"[^\"]*\"|'[^']*'|#.*|\\S+")
        .matcher(command)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !word.startsWith("#"))
        .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
        .toList();
  }

  /** The temporary folder's own cleaning warns of every link that leads out of it. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private static String script(List<ShellBlock> blocks) {
    StringBuilder script = new StringBuilder();
    for (ShellBlock block : blocks) {
      if (block.language().equals(ShellBlock.RUN)) {
        block
            .text()
            .lines()
            .filter(line -> DONE_BY_THE_BUILD.stream().noneMatch(line::startsWith))
            .forEach(line -> script.append(line).append('\n'));
      }
    }
    return script.toString();
  }

  /** The clone by links, and what a user would have there: calculations, a bundle, a campaign. */
  private void clone(List<ShellBlock> blocks) throws IOException {
    for (String name : List.of("jobs", "conf", "data-schemas", "target", "pom.xml", "src")) {
      Files.createSymbolicLink(folder.resolve(name), CLONE.resolve(name));
    }
    Files.createSymbolicLink(folder.resolve("my-bundle"), CLONE.resolve("jobs/demo/bundle"));
    grid("MoS2", slab(Element.Mo).structure());
    grid("MoS2-Ti", slab(Element.Mo).replaced(Element.Mo, 0, Element.Ti).structure());
    grid("WS2-Nb", slab(Element.W).replaced(Element.W, 0, Element.Nb).structure());
    Files.writeString(folder.resolve("campaign.yaml"), campaign(blocks));
  }

  /** The document's own campaign, or the README's, which the others refer to. */
  private static String campaign(List<ShellBlock> blocks) throws IOException {
    List<ShellBlock> all = new ArrayList<>(blocks);
    all.addAll(ShellBlock.of(CLONE.resolve("README.md")));
    return all.stream()
        .filter(block -> block.language().equals("yaml"))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static TestSlabs slab(Element metal) {
    return TestSlabs.twoH(metal, Element.S).supercell(2, 2);
  }

  /** SYNTHETIC: twenty electrons, a gap of 1.5 eV, room for more up to the vacuum level. */
  private static String eigenval(TestGrids grid) {
    double vacuum = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < grid.nz(); k++) {
      vacuum = Math.max(vacuum, grid.value(0, 0, k));
    }
    int atoms = grid.structure().atoms().size();
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "%5d%5d%5d%5d%n", atoms, atoms, 1, 1));
    text.append("  0.1E+02  0.3E-09  0.3E-09  0.2E-08  0.5E-15\n  1.0E-004\n  CAR \n synthetic\n");
    text.append("     20      1     16\n\n  0.0E+00  0.0E+00  0.0E+00  0.1E+01\n");
    for (int band = 1; band <= 16; band++) {
      double energy = vacuum - 7 + 0.1 * band + (band > 10 ? 1.5 : 0);
      String filled = band > 10 ? "0.000000" : "1.000000";
      text.append(String.format(Locale.ROOT, "%5d %14.6f   %s%n", band, energy, filled));
    }
    return text.toString();
  }

  private void grid(String material, CrystalStructure structure) throws IOException {
    Path run = Files.createDirectories(folder.resolve("runs").resolve(material));
    TestGrids grid = TestGrids.of(structure);
    Files.writeString(run.resolve("LOCPOT"), grid.locpot());
    Files.writeString(run.resolve("EIGENVAL"), eigenval(grid));
  }
}
