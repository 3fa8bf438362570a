package io.github.epdi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a Markdown document.
 *
 * @param language what stands behind the fence: "sh", "sh elsewhere", "yaml", ""
 * @param line number of its first line in the document
 * @param text its lines, each with its line end
 */
record ShellBlock(String language, int line, String text) {
  /** Commands that a reader is told to type, and that a test types for him. */
  static final String RUN = "sh";

  /**
   * Commands that need a cluster, object storage or another machine: only their options are
   * checked.
   */
  static final String NEEDS_MORE = "sh elsewhere";

  /** The fenced blocks of a document, in its order. */
  static List<ShellBlock> of(Path document) throws IOException {
    List<ShellBlock> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(document);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        int first = i + 1;
        StringBuilder text = new StringBuilder();
        for (i = first; i < lines.size() && !lines.get(i).equals("```"); i++) {
          text.append(lines.get(i)).append('\n');
        }
        String language = lines.get(first - 1).substring(3).strip();
        blocks.add(new ShellBlock(language, first + 1, text.toString()));
      }
    }
    return blocks;
  }

  /** Its commands of ours, lines that end in a backslash joined. */
  List<String> commands() {
    return text.replace("\\\n", " ")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("jobs/"))
        .toList();
  }
}
