package io.github.epdi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules for the image's Dockerfile, and that each of them can be broken. */
class ImageFileTest {
  private static final Set<String> INSTRUCTIONS =
      Set.of("FROM", "ARG", "ADD", "COPY", "USER", "RUN", "ENV", "WORKDIR", "LABEL");

  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|password|passwd|token|access_?key|credential|://[^/\\s]*@");

  /** What of our package a RUN names: a path below the program's folder. */
  private static final Pattern OURS = Pattern.compile(ImageFile.PROGRAM + "/([\\w./-]+)");

  private static final Set<String> COMMANDS = Set.of("mv", "mkdir", "chmod");

  /** What is wrong with an image's file, one line each. */
  private static List<String> complaints(ImageFile image) {
    List<String> complaints = new ArrayList<>();
    image.steps().stream()
        .filter(step -> !INSTRUCTIONS.contains(step.instruction()))
        .forEach(step -> complaints.add("unknown instruction " + step.instruction()));

    String base =
        "apache/spark:%s-scala%s-java%s-ubuntu"
            .formatted(
                ImageFile.ofPom("<spark.version>(.+)</spark.version>"),
                ImageFile.ofPom("<scala.binary.version>(.+)</scala.binary.version>"),
                ImageFile.ofPom("<maven.compiler.release>(.+)</maven.compiler.release>"));
    expect(image.all("FROM").equals(List.of(base)), "base other than " + base, complaints);

    String archive = "epdi-screen-" + ImageFile.version() + ".tar.gz";
    expect(
        image.all("ARG").equals(List.of("archive=" + archive)),
        "archive other than " + archive + " of jobs/package.sh",
        complaints);
    List<String> copied = new ArrayList<>(image.all("ADD"));
    copied.addAll(image.all("COPY"));
    expect(
        copied.equals(List.of("${archive} /opt/unpacked/")),
        "something else than the archive is added: " + copied,
        complaints);

    List<String> users = image.all("USER");
    expect(
        !users.isEmpty() && users.get(users.size() - 1).matches("[1-9]\\d*"),
        "last user not a number above 0: " + users,
        complaints);
    image.all("ENV").stream()
        .filter(text -> SECRET.matcher(text).find())
        .forEach(text -> complaints.add("a secret in ENV"));
    image.all("ARG").stream()
        .filter(text -> SECRET.matcher(text).find())
        .forEach(text -> complaints.add("a secret in ARG"));
    image.all("WORKDIR").stream()
        .filter(text -> !text.startsWith("/"))
        .forEach(text -> complaints.add("working folder not absolute: " + text));
    image.all("RUN").forEach(text -> addComplaints(text, complaints));
    return complaints;
  }

  /** Commands are ours or of a few; what is ours lies in the package, that is in the repository. */
  private static void addComplaints(String run, List<String> complaints) {
    for (String command : run.split("&&|;|\\|", -1)) {
      String program = command.strip().split("\\s+", 2)[0];
      expect(
          COMMANDS.contains(program) || program.equals(ImageFile.PROGRAM + "/jobs/epdi"),
          "runs " + program,
          complaints);
      if (COMMANDS.contains(program)) {
        continue;
      }
      OURS.matcher(command)
          .results()
          .map(path -> Path.of(path.group(1)))
          .filter(path -> !Files.exists(path))
          .forEach(path -> complaints.add("not in the package: " + path));
    }
  }

  private static void expect(boolean holds, String complaint, List<String> complaints) {
    if (!holds) {
      complaints.add(complaint);
    }
  }

  @Test
  void theImageKeepsTheRules() {
    ImageFile image = ImageFile.read();

    assertThat(complaints(image)).isEmpty();
    assertThat(image.all("RUN")).hasSizeGreaterThan(2);
    assertThat(image.all("ENV")).singleElement().asString().contains(ImageFile.PROGRAM);
  }

  @Test
  void eachRuleCanBeBroken() throws Exception {
    String text = Files.readString(Path.of("jobs/docker/Dockerfile"));
    for (String[] change :
        new String[][] {
          {"FROM apache/spark:\\S+", "FROM apache/spark:latest"},
          {"archive=epdi-screen-\\S+", "archive=epdi-screen-0.1.0.tar.gz"},
          {"ADD \\S+", "ADD target/lib"},
          {"USER 185", "USER root"},
          {"USER 185", "USER spark"},
          {"ENV ", "ENV AWS_SECRET_ACCESS_KEY=abc "},
          {"ARG ", "ARG TOKEN=abc\nARG "},
          {"WORKDIR /", "WORKDIR "},
          {"jobs/demo/grids/", "jobs/demo/nowhere/"},
          {"RUN mv", "RUN apt-get install -y curl && mv"},
          {"RUN mv", "RUNS mv"},
        }) {
      String changed = text.replaceFirst(change[0], change[1]);
      assertThat(changed).as(change[1]).isNotEqualTo(text);
      assertThat(complaints(ImageFile.of(changed))).as(change[1]).isNotEmpty();
    }
  }
}
