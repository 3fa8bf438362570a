package io.github.epdi.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of a Dockerfile: each an instruction in capitals and the text behind it, with lines
 * that are continued put together.
 */
record ImageFile(List<Step> steps) {
  /** Where the image has the program. */
  static final String PROGRAM = "/opt/epdi";

  /** One instruction, for example RUN and what is run. */
  record Step(String instruction, String text) {}

  /** Reads the image's file. */
  static ImageFile read() {
    try {
      return of(Files.readString(Path.of("jobs/docker/Dockerfile")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImageFile of(String text) {
    return new ImageFile(
        text.replaceAll("(?m)^\\s*#.*\n", "")
            .replaceAll("\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.strip().split("\\s+", 2))
            .map(words -> new Step(words[0], words[1]))
            .toList());
  }

  /** The texts of all steps with an instruction. */
  List<String> all(String instruction) {
    return steps.stream()
        .filter(step -> step.instruction().equals(instruction))
        .map(Step::text)
        .toList();
  }

  /** The user that containers run as. */
  long user() {
    return Long.parseLong(last("USER"));
  }

  String workingFolder() {
    return last("WORKDIR");
  }

  private String last(String instruction) {
    List<String> texts = all(instruction);
    return texts.get(texts.size() - 1);
  }

  /** The value of the program's pom. */
  static String ofPom(String pattern) {
    try {
      Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("pom.xml")));
      if (!found.find()) {
        throw new IllegalStateException("pom.xml has no " + pattern);
      }
      return found.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program's version. */
  static String version() {
    return ofPom("\n  <version>(.+)</version>\n");
  }
}
