package io.github.epdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a stranger meets first: the README, its picture, versions, citation, contributing. */
class PublicFilesTest {
  private static final Path README = Path.of("README.md");
  private static final Path CONTRIBUTING = Path.of(".github/CONTRIBUTING.md");

  @Test
  void theReadmeIsFinishedInThreeMinutes() throws IOException {
    List<String> lines = Files.readAllLines(README);
    assertThat(lines).hasSizeLessThanOrEqualTo(170);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    assertThat(Files.readString(README).split("\\s+", -1)).hasSizeLessThanOrEqualTo(2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"})
  void itsLinksLeadSomewhere(String document) throws IOException {
    Path page = Path.of(document);
    List<String> targets =
        found("\\]\\(([^)#]+)(?:#[^)]*)?\\)", Files.readString(page))
            .map(link -> link.group(1))
            .filter(target -> !target.startsWith("http"))
            .toList();
    assertThat(targets).isNotEmpty();
    assertThat(targets)
        .allSatisfy(target -> assertThat(page.resolveSibling(target)).as(target).exists());
  }

  @Test
  void thePictureIsSmallAndBringsItsOwnBackground() throws Exception {
    Path picture = Path.of("jobs/overview.svg");
    assertThat(README).content().contains("(" + picture + ")");
    assertThat(Files.size(picture)).isLessThan(300_000);

    Element svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(picture.toFile())
            .getDocumentElement();
    Element background = (Element) svg.getElementsByTagName("rect").item(0);
    assertThat(background.getAttribute("width")).isEqualTo(svg.getAttribute("width"));
    assertThat(background.getAttribute("height")).isEqualTo(svg.getAttribute("height"));
    assertThat(background.getAttribute("fill")).isEqualTo("#ffffff");
    assertThat(svg.getElementsByTagName("image").getLength())
        .as("grid and five images")
        .isEqualTo(6);
  }

  @Test
  void everyPlaceNamesTheSameVersion() throws IOException {
    String version = only("\n  <version>(.+)</version>\n", Path.of("pom.xml"));
    MatchResult released =
        found(
                "\n## \\[(\\d.*)] - (\\d{4}-\\d\\d-\\d\\d)\n",
                Files.readString(Path.of("CHANGELOG.md")))
            .findFirst()
            .orElseThrow();
    JsonNode citation = new YAMLMapper().readTree(Path.of("CITATION.cff").toFile());

    assertThat(version).as("the newest of CHANGELOG.md").isEqualTo(released.group(1));
    assertThat(citation.required("version").asText()).isEqualTo(version);
    assertThat(citation.required("date-released").asText()).isEqualTo(released.group(2));
    assertThat(only("archive=epdi-screen-(.+)\\.tar\\.gz", Path.of("jobs/docker/Dockerfile")))
        .isEqualTo(version);
    for (String schedule : List.of("cronjob.yaml", "scheduled-spark-application.yaml")) {
      String text = Files.readString(Path.of("jobs/schedule", schedule));
      assertThat(found("/epdi-screen:(\\d[\\w.]*)", text).map(image -> image.group(1)))
          .as(schedule)
          .isNotEmpty()
          .containsOnly(version);
    }
  }

  @Test
  void contributorsAreToldOfEveryPackage() throws IOException {
    Path root = Path.of("src/main/java/io/github/epdi");
    List<String> packages;
    try (Stream<Path> files = Files.walk(root)) {
      packages =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
              .toList();
    }
    String layout =
        Files.readAllLines(CONTRIBUTING).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1)[1])
            .reduce("", String::concat);
    assertThat(packages).isNotEmpty();
    assertThat(found("`([a-z0-9.]+)`", layout).map(name -> name.group(1)))
        .containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void contributorsAreShownCommitsThatExist() throws IOException, InterruptedException {
    List<MatchResult> examples =
        found("`([0-9a-f]{7})` ([^|]+) \\|", Files.readString(CONTRIBUTING)).toList();
    assertThat(examples).hasSize(5);
    assumeTrue(Files.exists(Path.of(".git")), "a clone with its history");
    for (MatchResult example : examples) {
      Process git =
          new ProcessBuilder("git", "log", "-1", "--format=%s", example.group(1))
              .redirectErrorStream(true)
              .start();
      String subject = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assumeTrue(git.waitFor() == 0, "a clone with its whole history");
      assertThat(subject.strip()).as(example.group(1)).isEqualTo(example.group(2));
    }
  }

  private static String only(String pattern, Path file) throws IOException {
    List<MatchResult> results = found(pattern, Files.readString(file)).toList();
    assertThat(results).as("%s in %s", pattern, file).isNotEmpty();
    return results.get(0).group(1);
  }

  private static Stream<MatchResult> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }
}
