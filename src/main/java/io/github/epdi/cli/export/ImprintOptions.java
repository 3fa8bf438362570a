package io.github.epdi.cli.export;

import io.github.epdi.publication.Author;
import io.github.epdi.publication.DataLicence;
import io.github.epdi.publication.Imprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What only the publisher of a package knows. */
final class ImprintOptions {
  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Title of a package of results; needed for one.")
  private String title;

  @Option(
      names = "--author",
      paramLabel = "AUTHOR",
      description =
          "Author of a package: \"Family, Given\" or \"Family, Given; ORCID\"; at least one, in"
              + " order.")
  private List<String> authors = new ArrayList<>();

  @Option(
      names = "--license",
      paramLabel = "SPDX",
      description = "Licence of a package, such as CC-BY-4.0; needed for one.")
  private String licence;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Page where a package will be found (default: none is named).")
  private String url;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Day of publication, such as 2026-11-29 (default: that of the newest run).")
  private LocalDate date;

  /** Tells whether none of the options was given. */
  boolean isEmpty() {
    return title == null && authors.isEmpty() && licence == null && url == null && date == null;
  }

  /**
   * Returns the imprint.
   *
   * @throws ParameterException if an option that a package needs is missing
   */
  Imprint imprint(CommandLine commandLine) {
    List<String> missing = new ArrayList<>();
    if (title == null) {
      missing.add("--title");
    }
    if (authors.isEmpty()) {
      missing.add("--author");
    }
    if (licence == null) {
      missing.add("--license");
    }
    if (!missing.isEmpty()) {
      throw new ParameterException(
          commandLine, "Expected " + String.join(", ", missing) + " with --results");
    }
    return new Imprint(
        title, authors.stream().map(Author::parse).toList(), DataLicence.of(licence), url, date);
  }
}
