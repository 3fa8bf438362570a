package io.github.epdi.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table of a run, in Markdown and as JSON.
 *
 * @param machine where and when
 * @param measurements the rows
 */
record Report(Map<String, String> machine, List<Measurement> measurements) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| part | figure | peer | peer's figure | ratio | target | met |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Measurement m : measurements) {
      text.append("| ").append(m.part()).append(" | ").append(m.figure());
      text.append(" | ").append(m.peer()).append(" | ").append(m.peerFigure());
      text.append(" | ").append(m.ratio() == null ? "" : ratio(m.ratio()));
      text.append(" | ").append(m.target() == null ? "" : m.target().text());
      text.append(" | ").append(m.verdict()).append(" |\n");
    }
    text.append('\n');
    machine.forEach((name, value) -> text.append("- ").append(name + ": " + value).append('\n'));
    return text.toString();
  }

  /** Writes both forms. */
  void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("table.md"), markdown());
    Files.writeString(folder.resolve("table.json"), JSON.writeValueAsString(this) + "\n");
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%.1f", value);
  }
}
