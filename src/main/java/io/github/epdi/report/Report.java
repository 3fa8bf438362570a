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
import org.apache.hadoop.conf.Configuration;

/**
 * Writes a report. It is one HTML page that needs no network, with the ranking of all materials and
 * the details of the best in it. The details of the next ones are in pages beside it. Where further
 * materials have none, the page says how many, and how to ask for them.
 */
public final class Report {
  /** Number of materials in one page beside the main one. */
  static final int PER_PAGE = 25;

  private static final String PAGES = "_files";

  private final ReportInput input;
  private final ReportOptions options;
  private final DetailRanks ranks;
  private final Map<Integer, MaterialPictures> pictures;
  private final Reasons reasons;
  private final Odds odds;
  private final DetailHtml details;

  private Report(
      ReportInput input,
      ReportOptions options,
      DetailRanks ranks,
      Map<Integer, MaterialPictures> pictures) {
    this.input = input;
    this.options = options;
    this.ranks = ranks;
    this.pictures = pictures;
    this.reasons = new Reasons(input.materials(), ReportSummary.ion(input));
    this.odds = new Odds(input.materials());
    this.details = new DetailHtml(reasons, odds);
  }

  /**
   * Makes a report whose pictures are drawn from grids that are read again.
   *
   * @param configuration configuration of the file systems with the grids
   */
  public static Report of(Configuration configuration, ReportInput input, ReportOptions options) {
    DetailRanks ranks = options.details().of(input.materials());
    List<MaterialPictures> drawn =
        SitePictures.draw(
            configuration, input, ranks.inPage().stream().map(input.materials()::get).toList());
    Map<Integer, MaterialPictures> pictures = new HashMap<>();
    for (int i = 0; i < drawn.size(); i++) {
      pictures.put(ranks.inPage().get(i), drawn.get(i));
    }
    return new Report(input, options, ranks, pictures);
  }

  /** Makes a report of the tables alone, for which no grid is read. */
  static Report ofTables(ReportInput input, ReportOptions options) {
    return new Report(input, options, options.details().of(input.materials()), Map.of());
  }

  /** Returns the number of materials that have pictures of their grids. */
  public long pictured() {
    return pictures.values().stream().filter(p -> p.missing() == null).count();
  }

  /** Returns the number of materials that have details. */
  public int detailed() {
    return ranks.count();
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
    clear(pages);
    if (!ranks.beside().isEmpty()) {
      Files.createDirectories(pages);
      writePages(pages, file.getFileName().toString());
    }
    publish(file, page(name));
  }

  private String page(String name) {
    ReportSummary summary = new ReportSummary(input, options, reasons, odds);
    Map<String, String> values = new HashMap<>();
    values.put("title", Markup.escape(summary.title()));
    values.put("headline", Markup.escape(summary.headline()));
    values.put("trust", Markup.escape(summary.trust()));
    values.put("best", summary.best());
    values.put("numbers", summary.numbers());
    values.put("output", Markup.escape(input.output()));
    values.put("ion", Markup.escape(ReportSummary.ion(input)));
    values.put("pictured", pictureNote());
    values.put("bare", bareNote());
    values.put("affinity", affinity());
    values.put("accuracy", AccuracyHtml.of(input, input.newestModel()));
    values.put("provenance", ProvenanceHtml.of(input));
    values.put("details", templates());
    values.put("data", ReportJson.of(input, reasons, odds, links(name)));
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

  private String pictureNote() {
    Markup note = new Markup();
    note.add("Pictures of the grid: ? of ? in this page.", pictured(), ranks.inPage().size());
    if (!ranks.beside().isEmpty()) {
      note.add(
          " ? other materials have pages beside this one, with curves and maps but without"
              + " pictures of their grids.",
          ranks.beside().size());
    }
    return note.toString();
  }

  /** Says that some materials have no details, and how to get them, where there are such. */
  private String bareNote() {
    int all = input.materials().size();
    return detailed() == all
        ? ""
        : new Markup()
            .add(
                "<p class='note' id='bare'>Details (map, curves, numbers of each site and hop): ? of"
                    + " the ? rows have them, ? have not. Write the report again with"
                    + " <code>--material ID</code> for those of a material, with"
                    + " <code>--pages all</code> for those of all.</p>",
                detailed(),
                all,
                all - detailed())
            .toString();
  }

  private String templates() {
    Markup html = new Markup();
    for (int rank : ranks.inPage()) {
      html.add("<template id='detail-?'>", rank);
      html.raw(article(rank)).add("</template>\n");
    }
    return html.toString();
  }

  private String article(int rank) {
    MaterialPictures drawn =
        pictures.getOrDefault(
            rank,
            MaterialPictures.missing(
                "drawn for the best materials only, see --details, and for those of --material"));
    return details.article(input.details(input.materials().get(rank)), rank, drawn);
  }

  /** Returns the address of each rank's details; null for those in the page itself. */
  private Map<Integer, String> links(String name) {
    Map<Integer, String> links = new HashMap<>();
    ranks.inPage().forEach(rank -> links.put(rank, null));
    for (int i = 0; i < ranks.beside().size(); i++) {
      int rank = ranks.beside().get(i);
      links.put(rank, Urls.segment(name + PAGES) + "/" + pageName(i / PER_PAGE) + "#m-" + rank);
    }
    return links;
  }

  private static String pageName(int number) {
    return String.format(Locale.ROOT, "details-%04d.html", number + 1);
  }

  private void writePages(Path pages, String main) throws IOException {
    PageTemplate template = new PageTemplate("details.html");
    ReportSummary summary = new ReportSummary(input, options, reasons, odds);
    int all = ranks.beside().size();
    for (int first = 0; first < all; first += PER_PAGE) {
      List<Integer> shown = ranks.beside().subList(first, Math.min(first + PER_PAGE, all));
      Markup nav = new Markup();
      Markup articles = new Markup();
      for (int rank : shown) {
        nav.add(
            "<li><a href='#m-?'>?</a></li>", rank, input.materials().get(rank).row().materialId());
        articles.raw(article(rank));
      }
      String html =
          template.fill(
              "",
              Map.of(
                  "title",
                  Markup.escape(
                      summary.title()
                          + ", ranks "
                          + (shown.get(0) + 1)
                          + " to "
                          + (shown.get(shown.size() - 1) + 1)),
                  "back",
                  "../" + Markup.escape(Urls.segment(main)),
                  "nav",
                  nav.toString(),
                  "articles",
                  articles.toString()));
      publish(pages.resolve(pageName(first / PER_PAGE)), html);
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
