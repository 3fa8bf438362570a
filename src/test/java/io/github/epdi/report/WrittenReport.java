package io.github.epdi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports as files, for tests that read them. */
final class WrittenReport {
  private WrittenReport() {}

  /** Writes {@code report.html} and returns its text. */
  static String in(Path folder, ReportInput input, ReportOptions options) throws IOException {
    Path page = folder.resolve("report.html");
    Report.ofTables(input, options).write(page);
    return Files.readString(page);
  }

  static ReportOptions options(String title, int inPage, int beside, String... named) {
    return new ReportOptions(title, new DetailChoice(inPage, beside, Set.of(named)), 0.25);
  }

  /** Returns the rows that the page filters and sorts. */
  static JsonNode data(String page) throws IOException {
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }
}
