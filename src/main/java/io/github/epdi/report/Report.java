package io.github.epdi.report;

import io.github.epdi.report.figure.AffinityFigure;
import io.github.epdi.report.figure.Markup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a report. It is one HTML page that needs no network, with the details of the best
 * materials in it. Where there are more materials, their details are in pages beside it.
 */
public final class Report {
  /** Number of materials in one page beside the main one. */
  static final int PER_PAGE = 25;

  private static final String PAGES = "_files";

  private final ReportInput input;
  private final ReportOptions options;
  private final List<MaterialPictures> pictures;
  private final Reasons reasons;
  private final Odds odds;
  private final DetailHtml details;

  private Report(ReportInput input, ReportOptions options, List<MaterialPictures> pictures) {
    this.input = input;
    this.options = options;
    this.pictures = pictures;
    this.reasons = new Reasons(input.materials(), ReportSummary.ion(input));
    this.odds = new Odds(input.materials());
    this.details = new DetailHtml(reasons, odds);
  }

  /** Makes a report whose pictures are drawn from grids that are read again, on Spark. */
  public static Report of(SparkSession spark, ReportInput input, ReportOptions options) {
    return new Report(input, options, SitePictures.draw(spark, input, options.details()));
  }

  /** Makes a report of the tables alone, for which no grid is read. */
  static Report ofTables(ReportInput input, ReportOptions options) {
    return new Report(input, options, List.of());
  }

  /** Returns the number of materials that have pictures of their grids. */
  public long pictured() {
    return pictures.stream().filter(p -> p.missing() == null).count();
  }

  /**
   * Writes the page, and the pages beside it in {@code NAME_files/}. Each is written under a
   * temporary name first.
   *
   * @param file a local path ending in .html
   */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    String name = file.getFileName().toString().replaceFirst("\\.html?$", "");
    Path pages = folder.resolve(name + PAGES);
    int inPage = Math.min(options.details(), input.materials().size());
    clear(pages);
    if (inPage < input.materials().size()) {
      Files.createDirectories(pages);
      writePages(pages, file.getFileName().toString(), inPage);
    }
    publish(file, page(name, inPage));
  }

  private String page(String name, int inPage) {
    ReportSummary summary = new ReportSummary(input, options, reasons, odds);
    Map<String, String> values = new HashMap<>();
    values.put("title", Markup.escape(summary.title()));
    values.put("headline", Markup.escape(summary.headline()));
    values.put("trust", Markup.escape(summary.trust()));
    values.put("best", summary.best());
    values.put("numbers", summary.numbers());
    values.put("output", Markup.escape(input.output()));
    values.put("ion", Markup.escape(ReportSummary.ion(input)));
    values.put("pictured", pictureNote(inPage));
    values.put("affinity", affinity());
    values.put("accuracy", AccuracyHtml.of(input, input.newestModel()));
    values.put("provenance", ProvenanceHtml.of(input));
    values.put("details", templates(inPage));
    values.put("data", ReportJson.of(input, reasons, odds, rank -> link(name, rank, inPage)));
    return new PageTemplate("report.html").fill(PageTemplate.script(), values);
  }

  /**
   * Returns the plot against electron affinity where enough materials have one, otherwise nothing.
   */
  private String affinity() {
    String figure = AffinityFigure.of(input.materials());
    return figure == null
        ? ""
        : new Markup()
            .add(
                "<figure class='fig' data-name='binding energy against electron affinity'"
                    + " id='affinity'>")
            .raw(figure)
            .add(
                "<figcaption>Lowest binding energy of each material against the electron affinity"
                    + " of its slab, and the straight line of least squares.</figcaption></figure>")
            .toString();
  }

  private String pictureNote(int inPage) {
    int all = input.materials().size();
    Markup note = new Markup();
    note.add(
        "Pictures of the grid: ? of ? in this page.", pictured(), inPage == all ? all : inPage);
    if (inPage < all) {
      note.add(
          " The other ? materials have pages beside this one, with curves and maps but without"
              + " pictures of their grids.",
          all - inPage);
    }
    return note.toString();
  }

  private String templates(int inPage) {
    Markup html = new Markup();
    for (int rank = 0; rank < inPage; rank++) {
      html.add("<template id='detail-?'>", rank);
      html.raw(article(rank)).add("</template>\n");
    }
    return html.toString();
  }

  private String article(int rank) {
    MaterialPictures drawn =
        rank < pictures.size()
            ? pictures.get(rank)
            : MaterialPictures.missing("drawn for the best materials only, see --details");
    return details.article(input.materials().get(rank), rank, drawn);
  }

  private static String link(String name, int rank, int inPage) {
    return rank < inPage
        ? null
        : Urls.segment(name + PAGES) + "/" + pageName((rank - inPage) / PER_PAGE) + "#m-" + rank;
  }

  private static String pageName(int number) {
    return String.format(Locale.ROOT, "details-%04d.html", number + 1);
  }

  private void writePages(Path pages, String main, int inPage) throws IOException {
    PageTemplate template = new PageTemplate("details.html");
    ReportSummary summary = new ReportSummary(input, options, reasons, odds);
    int all = input.materials().size();
    for (int first = inPage; first < all; first += PER_PAGE) {
      int last = Math.min(first + PER_PAGE, all);
      Markup nav = new Markup();
      Markup articles = new Markup();
      for (int rank = first; rank < last; rank++) {
        nav.add(
            "<li><a href='#m-?'>?</a></li>", rank, input.materials().get(rank).row().materialId());
        articles.raw(article(rank));
      }
      String html =
          template.fill(
              "",
              Map.of(
                  "title",
                  Markup.escape(summary.title() + ", ranks " + (first + 1) + " to " + last),
                  "back",
                  "../" + Markup.escape(Urls.segment(main)),
                  "nav",
                  nav.toString(),
                  "articles",
                  articles.toString()));
      publish(pages.resolve(pageName((first - inPage) / PER_PAGE)), html);
    }
  }

  private static void publish(Path file, String html) throws IOException {
    Path temporary = file.resolveSibling(".report-" + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(temporary, html, StandardCharsets.UTF_8);
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Deletes the pages that an earlier report left, and nothing else. */
  private static void clear(Path pages) throws IOException {
    if (Files.isDirectory(pages)) {
      try (Stream<Path> old = Files.list(pages)) {
        for (Path page : old.toList()) {
          if (page.getFileName().toString().matches("details-\\d{4,}\\.html")) {
            Files.delete(page);
          }
        }
      }
    }
  }
}
