package io.github.epdi.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.HeatMap;
import io.github.epdi.report.figure.LabelledPair;
import io.github.epdi.report.figure.Quantity;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SyntheticMaterials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a person meets it, in headless Chromium. */
class ReportInBrowserTest {
  private static final String HOSTILE = "\"><img src=x onerror=alert(1)>";
  private static final String ENDING = "</script><script>alert(2)</script>";
  private static final String NAMES =
      "[...document.querySelectorAll('#materials tbody th')].map(th => th.textContent)";

  @TempDir private static Path folder;
  private static ReportInput input;
  private static Path file;
  private static ChromiumPage page;

  @BeforeAll
  static void write() throws IOException {
    ChromiumPage.required();
    ReportInput synthetic = SyntheticReports.of(120, 2);
    List<ScreenedMaterial> materials = new ArrayList<>(synthetic.details().values());
    materials.add(hostile(HOSTILE));
    materials.add(hostile(ENDING));
    List<RejectedGrid> rejects = new ArrayList<>(synthetic.rejects());
    rejects.add(SyntheticReports.reject(HOSTILE, "TRUNCATED", ENDING, 3L));
    input =
        SyntheticReports.of(materials, rejects, 2)
            .withLabels(List.of(new LabelledPair(HOSTILE, "T0", -3.0, -2.9)), 0);
    file = folder.resolve("r e#port.html");
    Report.ofTables(input, new ReportOptions(HOSTILE, new DetailChoice(20, 90, Set.of()), 0.25))
        .write(file);
    page = ChromiumPage.open(folder.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  private static ScreenedMaterial hostile(String name) {
    return SyntheticReports.material(SyntheticMaterials.of(name, "MoS2", "VIB", "Ti", 2), name);
  }

  private static String text(String selector) {
    return page.evaluate("document.querySelector('" + selector + "').textContent").textValue();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    page.evaluate(NAMES).forEach(name -> names.add(name.textValue()));
    return names;
  }

  private static void type(String field, String value) {
    page.evaluate(
        "(() => { const f = document.getElementById('"
            + field
            + "'); f.value = "
            + new ObjectMapper().getNodeFactory().textNode(value)
            + "; f.dispatchEvent(new Event('input', {bubbles: true})); })()");
  }

  @Test
  void itLoadsWithoutErrorsAndFetchesNothing() {
    page.load(file, "");

    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).containsExactly(file.toUri().toString());
    assertThat(names()).hasSize(50);
    assertThat(text("#count")).isEqualTo("122 of 122 rows, 1 to 50 shown");
    assertThat(text("h1")).startsWith(new ReportSummaryText(input).headline());
  }

  /** The policy is the page's own: what somebody got into it could not fetch either. */
  @Test
  void nothingCanBeFetchedOrRunBesideThePagesOwn() {
    page.load(file, "");

    JsonNode refused =
        page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'fetched', e => 'refused')");
    page.evaluate(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            + " document.body.append(s); })()");

    assertThat(refused.textValue()).isEqualTo("refused");
    assertThat(page.evaluate("window.ran === undefined").booleanValue()).isTrue();
  }

  @Test
  void searchAndFiltersNarrowTheRanking() {
    page.load(file, "");
    type("f-q", "mos2-ti");
    assertThat(names()).containsExactly("MoS2-Ti");

    type("f-q", "");
    type("f-host", "NbS2 2H");
    assertThat(names())
        .containsExactlyElementsOf(
            input.materials().stream()
                .filter(m -> m.row().host().host().equals("NbS2"))
                .map(m -> m.row().materialId())
                .toList());

    type("f-max", "0.2");
    assertThat(names())
        .containsExactlyElementsOf(
            input.materials().stream()
                .map(RankedMaterial::row)
                .filter(row -> row.host().host().equals("NbS2") && row.percolation2dEv() <= 0.2)
                .map(MaterialRow::materialId)
                .toList());
    assertThat(page.evaluate("location.hash").textValue()).isEqualTo("#host=NbS2+2H&max=0.2&m=0");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void theAddressKeepsTheView() {
    page.load(file, "#dopant=Ti&sort=ads&order=descending");

    List<String> expected =
        input.materials().stream()
            .map(RankedMaterial::row)
            .filter(row -> row.host().dopants().stream().anyMatch(d -> d.element().equals("Ti")))
            .sorted(
                (a, b) ->
                    Double.compare(
                        b.energies().adsorption().lowestEv().value(),
                        a.energies().adsorption().lowestEv().value()))
            .map(MaterialRow::materialId)
            .toList();
    assertThat(names()).containsExactlyElementsOf(expected);
  }

  @Test
  void everyColumnSortsAndSaysSo() {
    page.load(file, "");
    for (JsonNode key :
        page.evaluate(
            "[...document.querySelectorAll('#materials thead th')].map(t => t.dataset.key)")) {
      String head = "document.querySelector('#materials th[data-key=" + key.textValue() + "]')";
      if (!key.textValue().equals("rank")) {
        page.evaluate(head + ".querySelector('button').click()");
      }
      assertThat(page.evaluate(head + ".getAttribute('aria-sort')").textValue())
          .as(key.textValue())
          .isEqualTo("ascending");
      page.evaluate(head + ".querySelector('button').click()");
      assertThat(page.evaluate(head + ".getAttribute('aria-sort')").textValue())
          .isEqualTo("descending");
      assertThat(
              page.evaluate("document.querySelectorAll('#materials [aria-sort]').length")
                  .intValue())
          .isEqualTo(1);
    }
    page.load(file, "#sort=low&order=ascending");
    List<String> lowest =
        input.materials().stream()
            .map(RankedMaterial::row)
            .sorted(
                java.util.Comparator.comparingDouble(
                    row -> row.energies().lowestBarrier().barrierEv().value()))
            .limit(50)
            .map(MaterialRow::materialId)
            .toList();
    assertThat(names()).containsExactlyElementsOf(lowest);
  }

  @Test
  void shownNumbersAreTheTables() {
    page.load(file, "");
    MaterialRow best = input.materials().get(0).row();

    List<String> cells = new ArrayList<>();
    page.evaluate(
            "[...document.querySelector('#materials tbody tr').children].map(c => c.textContent)")
        .forEach(cell -> cells.add(cell.textValue()));

    assertThat(cells.subList(0, 3))
        .containsExactly(
            "1",
            best.materialId(),
            Digits.energy(best.percolation2dEv(), best.percolation2dStdEv()));
    assertThat(cells)
        .contains(
            Digits.energy(best.percolation1dEv(), best.percolation1dStdEv()),
            Digits.energy(
                best.energies().lowestBarrier().barrierEv().value(),
                best.energies().lowestBarrier().barrierEv().std()),
            Digits.energy(
                    best.energies().adsorption().lowestEv().value(),
                    best.energies().adsorption().lowestEv().std())
                + " "
                + best.energies().adsorption().siteId());
  }

  @Test
  void theHeatMapIsDrawnAndFiltersTheRanking() {
    page.load(file, "");
    Double lowest =
        HeatMap.of(input.materials())
            .lowest(
                HeatMap.of(input.materials()).at(input.materials(), "MoS2 2H", "Ti"),
                Quantity.PERCOLATION_2D);
    String cell = "document.querySelector('#cells [aria-label^=\"MoS2 2H, Ti:\"]')";

    assertThat(page.evaluate(cell + ".textContent").textValue()).isEqualTo(Digits.energy(lowest));
    assertThat(page.evaluate("getComputedStyle(" + cell + ").backgroundColor").textValue())
        .matches("rgb\\(\\d+, \\d+, \\d+\\)");
    page.evaluate(cell + ".click()");

    assertThat(names()).containsExactlyInAnyOrder("MoS2-Ti", HOSTILE, ENDING);
    page.evaluate(
        "(() => { const q = document.getElementById('quantity'); q.value = 'ads';"
            + " q.dispatchEvent(new Event('change')); })()");
    assertThat(text("#cells caption")).isEqualTo("adsorption energy (eV), lowest of each cell");
  }

  @Test
  void curvesAndMapOfAMaterialAreDrawn() {
    page.load(file, "");
    page.evaluate("document.querySelector('#materials a[data-rank=\"2\"]').click()");

    assertThat(text("#detail h3")).startsWith(input.materials().get(2).row().materialId());
    assertThat(page.evaluate("document.querySelectorAll('#detail .curves svg').length").intValue())
        .isEqualTo(Math.min(12, input.details(input.materials().get(2)).paths().size()));
    assertThat(
            page.evaluate(
                    "Math.min(...[...document.querySelectorAll('#detail svg')].map(s =>"
                        + " Math.min(s.getBBox().width, s.getBoundingClientRect().height)))")
                .doubleValue())
        .isGreaterThan(100);
    assertThat(page.evaluate("document.activeElement.tagName").textValue()).isEqualTo("H3");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void aHostileNameDoesNothing() {
    for (int rank = 0; rank < input.materials().size(); rank++) {
      String name = input.materials().get(rank).row().materialId();
      if (name.equals(HOSTILE) || name.equals(ENDING)) {
        page.load(
            file,
            "#q="
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                + "&m="
                + rank);
        assertThat(names()).contains(name);
        assertThat(page.complaints()).isEmpty();
        assertThat(page.evaluate("document.querySelectorAll('img[src=x]').length").intValue())
            .isZero();
        assertThat(page.evaluate("document.scripts.length").intValue()).isEqualTo(2);
      }
    }
    assertThat(page.evaluate("document.title").textValue()).startsWith(HOSTILE);
    assertThat(text("#reject-groups")).contains(HOSTILE).contains(ENDING);
  }

  @Test
  void pagesBesideItOpenFromTheDisk() {
    page.load(file, "#page=2");
    String link =
        page.evaluate("document.querySelector('#materials tbody tr:last-child a').href")
            .textValue();
    int rank = Integer.parseInt(link.substring(link.lastIndexOf('-') + 1));

    page.load(Path.of(java.net.URI.create(link.substring(0, link.indexOf("#m-")))), "#m-" + rank);

    assertThat(text("#m-" + rank + " h3"))
        .startsWith(input.materials().get(rank).row().materialId());
    assertThat(page.complaints()).isEmpty();
    assertThat(page.evaluate("document.querySelector('.eyebrow a').href").textValue())
        .isEqualTo(file.toUri().toString());
  }

  @Test
  void aMaterialWithoutDetailsSaysHowToGetThem() {
    page.load(file, "");
    int last = input.materials().size() - 1;
    page.load(file, "#m=" + last);

    assertThat(text("#bare")).contains("110 of the 122 rows have them, 12 have not.");
    assertThat(text("#detail h3")).contains("rank " + (last + 1));
    assertThat(text("#detail p"))
        .contains("This report has no details of it.")
        .contains("--material and its id, " + input.materials().get(last).row().materialId());
    assertThat(page.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"light,1280", "dark,1280", "light,390", "dark,390"})
  void itKeepsTheRulesOfAccessiblePages(String scheme, int width) throws IOException {
    page.emulate(scheme, width);
    page.load(file, "#m=3");
    page.send("Page.setBypassCSP", node -> node.put("enabled", true));
    page.evaluate(
        ChromiumPage.resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js") + ";0");

    JsonNode violations =
        page.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'best-practice']}).then(r =>"
                + " r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html"
                + " + ' ' + n.failureSummary).join(' | ')))");

    assertThat(violations).as(scheme + " at " + width + " pixels").isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth").intValue())
        .isLessThanOrEqualTo(width);
    page.emulate("light", 1280);
  }

  /** PNG on the command line is drawn by the same Chromium. */
  @Test
  void figuresBecomePixels() throws IOException {
    Path figures = folder.resolve("figures");
    ReportInput one =
        new ReportInput(
            "x",
            List.of(input.details(input.materials().get(0))),
            List.of(),
            input.runs(),
            List.of(),
            0);
    StaticFigures all = new StaticFigures(one, ReportOptions.DEFAULT);
    Path png = folder.resolve("map.png");
    String svg =
        all.figures().entrySet().stream()
            .filter(figure -> figure.getKey().endsWith("-map"))
            .findFirst()
            .orElseThrow()
            .getValue();
    Files.createDirectories(figures);

    ChromiumPage.required().png(svg, 470, 360, png);

    java.awt.image.BufferedImage image = javax.imageio.ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(3 * 470);
    java.util.Set<Integer> colors = new java.util.HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 7) {
      colors.add(image.getRGB(x, image.getHeight() / 2));
    }
    assertThat(colors).hasSizeGreaterThan(5);
  }

  /** The headline of the same input. */
  private record ReportSummaryText(ReportInput input) {
    String headline() {
      return new ReportSummary(
              input,
              ReportOptions.DEFAULT,
              new Reasons(input.materials(), "Li"),
              new Odds(input.materials()))
          .headline();
    }
  }
}
