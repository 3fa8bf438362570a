package io.github.epdi.suggestion;

import io.github.epdi.structure.Element;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bare slab's own input of CP2K, which lies beside its grid. All that makes the level of theory
 * is taken from it word for word; cell, coordinates, names, restarts and motions are not.
 */
final class Cp2kTemplate {
  private static final long MOST_BYTES = 1_000_000;
  private static final Set<String> REPLACED =
      Set.of("&MOTION", "&SUBSYS &CELL", "&SUBSYS &COORD", "&SUBSYS &TOPOLOGY");
  private static final Set<String> DROPPED =
      Set.of("PROJECT", "PROJECT_NAME", "RUN_TYPE", "WFN_RESTART_FILE_NAME", "SCF_GUESS");

  private final List<String> lines;

  private Cp2kTemplate(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Returns the input beside a local grid: the one that the grid is named after, or the only one.
   * Null if there is none, or it uses a preprocessor.
   */
  static Cp2kTemplate beside(String gridUri) throws IOException {
    Path grid = local(gridUri);
    Path folder = grid == null ? null : grid.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return null;
    }
    List<Path> inputs;
    try (Stream<Path> files = Files.list(folder)) {
      inputs = files.filter(file -> file.toString().endsWith(".inp")).sorted().toList();
    }
    String name = grid.getFileName().toString();
    List<Path> named = inputs.stream().filter(file -> name.startsWith(stem(file))).toList();
    List<Path> found = named.isEmpty() ? inputs : named;
    return found.size() == 1 && Files.size(found.get(0)) <= MOST_BYTES
        ? of(Files.readString(found.get(0)))
        : null;
  }

  private static Path local(String gridUri) {
    try {
      return gridUri.startsWith("/")
          ? Path.of(gridUri)
          : gridUri.startsWith("file:") ? Path.of(URI.create(gridUri).getPath()) : null;
    } catch (IllegalArgumentException e) {
      return null; // such a name is no URI as it stands
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.inp$", "");
  }

  /** Returns the template of a text, or null if it cannot be taken apart. */
  static Cp2kTemplate of(String text) {
    List<String> kept = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    int skipped = 0;
    for (String line : text.lines().toList()) {
      String word = word(line);
      if (word.startsWith("@") || line.contains("$") || word.equals("&EXT_RESTART")) {
        return null;
      }
      if (word.startsWith("&END")) {
        if (open.isEmpty()) {
          return null;
        }
        open.pop();
        if (skipped == 0) {
          kept.add(line);
        } else {
          skipped--;
        }
      } else if (word.startsWith("&")) {
        String path = (open.isEmpty() ? "" : open.peek() + " ") + word;
        open.push(word);
        skipped += skipped > 0 || REPLACED.contains(path) ? 1 : 0;
        if (skipped == 0) {
          kept.add(line);
        }
      } else if (skipped == 0 && !DROPPED.contains(word)) {
        kept.add(line);
      }
    }
    boolean whole = open.isEmpty() && kept.stream().anyMatch(l -> word(l).equals("&SUBSYS"));
    return whole ? new Cp2kTemplate(kept) : null;
  }

  private static String word(String line) {
    return line.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
  }

  /** Tells whether all elements but the ion have a section KIND of their symbol. */
  boolean hasKinds(Set<Element> elements, Element ion) {
    return elements.stream().filter(element -> element != ion).allMatch(this::hasKind);
  }

  private boolean hasKind(Element element) {
    return lines.stream()
        .map(line -> line.strip().split("\\s+", -1))
        .anyMatch(
            words ->
                words.length > 1
                    && words[0].equalsIgnoreCase("&KIND")
                    && words[1].equalsIgnoreCase(element.symbol()));
  }

  /** Returns the last word of the first line with a keyword, or a fallback if there is none. */
  String first(String keyword, String fallback) {
    return lines.stream()
        .filter(line -> word(line).equals(keyword))
        .map(line -> line.strip().replaceFirst("^.*\\s", ""))
        .findFirst()
        .orElse(fallback);
  }

  /**
   * Returns the input of a run.
   *
   * @param head lines before everything else
   * @param global lines in the section GLOBAL
   * @param subsystem lines in the section SUBSYS
   * @param kind a section KIND for the ion, which is left out if the template has one
   */
  String with(String head, String global, String subsystem, String kind, Element ion) {
    StringBuilder text = new StringBuilder(head);
    if (lines.stream().noneMatch(line -> word(line).equals("&GLOBAL"))) {
      text.append("&GLOBAL\n").append(global).append("&END\n");
    }
    for (String line : lines) {
      text.append(line).append('\n');
      if (word(line).equals("&GLOBAL")) {
        text.append(global);
      } else if (word(line).equals("&SUBSYS")) {
        text.append(subsystem).append(hasKind(ion) ? "" : kind);
      }
    }
    return text.toString();
  }
}
