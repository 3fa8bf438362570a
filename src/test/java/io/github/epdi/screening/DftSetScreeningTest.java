package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.SparkExtension;
import io.github.epdi.SparkSuite;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.pes.CoverPercolation;
import io.github.epdi.pes.PercolationBarriers;
import io.github.epdi.pes.SurfaceEnergies;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.BarriersTable;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.ResultTable;
import io.github.epdi.tables.SiteRow;
import io.github.epdi.tables.SitesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped bundle on all grids of the DFT set that it was trained on, in one run: what a user
 * would rely on. Its evaluation is of the first set's grids, so this test stays with them.
 */
@ExtendWith(SparkExtension.class)
class DftSetScreeningTest {
  private static final Path BUNDLE = Path.of("jobs/demo/bundle").toAbsolutePath();

  @TempDir private static Path shared;

  private static String grids;
  private static ScreeningResult result;

  @BeforeAll
  static void screen(SparkSession spark) throws IOException {
    grids = SharedData.path("dft") + "/*.cube.gz";
    result = run(spark, "out", grids);
  }

  private static ScreeningResult run(SparkSession spark, String name, String... globs)
      throws IOException {
    Path file = shared.resolve(name + ".yaml");
    Files.writeString(
        file,
        "name: dft\ninputs: ['"
            + String.join("', '", globs)
            + "']\nmodel: {bundle: '"
            + BUNDLE
            + "'}\noutput: "
            + name
            + "\n");
    Campaign campaign = Campaign.read(file.toString(), List.of(), new Configuration());
    return new ScreeningJob(spark, campaign, 2).run();
  }

  private static <T extends Record> List<T> rows(ScreeningResult of, FlatTable<T> table) {
    return sorted(of, table).collectAsList().stream().map(table::fromRow).toList();
  }

  private static Dataset<Row> sorted(ScreeningResult of, FlatTable<?> table) {
    Column[] key =
        table.key().stream()
            .filter(name -> !name.equals(FlatTable.RUN_ID))
            .map(functions::col)
            .toArray(Column[]::new);
    return of.visible()
        .views(SparkSession.active())
        .table(table.name(), of.runId())
        .drop(FlatTable.RUN_ID)
        .orderBy(key);
  }

  @Test
  void everyMaterialHasFiniteBarriersAndItsUniqueSites() {
    List<MaterialRow> materials = rows(result, MaterialsTable.TABLE);

    assertThat(rows(result, RejectsTable.TABLE)).isEmpty();
    assertThat(materials).hasSize(10);
    for (MaterialRow material : materials) {
      boolean pristine = material.materialId().endsWith("-pristine");
      assertThat(material.sites().unique().top()).isEqualTo(pristine ? 1 : 4);
      assertThat(material.sites().unique().hollow()).isEqualTo(pristine ? 1 : 3);
      assertThat(material.sites().unique().bridge()).isEqualTo(pristine ? 1 : 6);
      assertThat(material.percolation1dEv()).isFinite();
      assertThat(material.percolation2dEv()).isFinite();
    }
    for (BarrierRow barrier : rows(result, BarriersTable.TABLE)) {
      assertThat(barrier.barriers().forwardEv().value()).isFinite();
      assertThat(barrier.barriers().reverseEv().value()).isFinite();
    }
    assertThat(result.run().execution().costs().images()).isEqualTo(6 * 13 + 4 * 3);
  }

  @Test
  void theScreenedEnergiesAreThoseOfTheBundlesOwnEvaluation() throws IOException {
    Map<String, Double> screened = new HashMap<>();
    for (SiteRow site : rows(result, SitesTable.TABLE)) {
      screened.put(
          key(
              site.materialId(),
              site.name().kind(),
              site.place().fraction().u(),
              site.place().fraction().v()),
          site.bindingEnergyEv().value());
    }
    for (HopRow hop : rows(result, HopsTable.TABLE)) {
      screened.put(
          key(hop.materialId(), "B", hop.place().fraction().u(), hop.place().fraction().v()),
          hop.energies().bridgeEv().value());
    }
    List<String> lines = Files.readAllLines(BUNDLE.resolve("evaluation.csv"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    List<Double> labels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      String[] values = line.split(",", -1);
      for (int i = 0; i < values.length; i++) {
        row.put(names.get(i), values[i]);
      }
      double evaluated = Double.parseDouble(row.get("prediction_ev"));
      Double found =
          screened.get(
              key(
                  row.get("material_id"),
                  row.get("kind"),
                  Double.parseDouble(row.get("frac_a")),
                  Double.parseDouble(row.get("frac_b"))));
      assertThat(found).as(line).isNotNull().isCloseTo(evaluated, within(1e-4));
      if (row.get("part").equalsIgnoreCase("training")) {
        labels.add(Double.parseDouble(row.get("label_ev")));
        errors.add(Math.abs(found - Double.parseDouble(row.get("label_ev"))));
      }
    }
    assertThat(lines).hasSize(91);
    double mean = mean(labels);
    double ofTheMean = mean(labels.stream().map(label -> Math.abs(label - mean)).toList());
    assertThat(mean(errors)).isLessThan(ofTheMean);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  /** A place by its coordinates in thousandths of the cell, the set being unrelaxed. */
  private static String key(String material, String kind, double u, double v) {
    return material + " " + kind + " " + thousandths(u) + " " + thousandths(v);
  }

  private static long thousandths(double fraction) {
    return Math.floorMod(Math.round(fraction * 1000), 1000L);
  }

  @Test
  void percolationIsWhatAWalkOverTheSurfaceFinds() {
    Map<String, List<SiteRow>> sites =
        rows(result, SitesTable.TABLE).stream().collect(Collectors.groupingBy(SiteRow::materialId));
    Map<String, List<HopRow>> hops =
        rows(result, HopsTable.TABLE).stream().collect(Collectors.groupingBy(HopRow::materialId));
    GridFiles files = new GridFiles(new Configuration());
    for (MaterialRow material : rows(result, MaterialsTable.TABLE)) {
      String id = material.materialId();
      SurfaceGraph graph =
          files
              .read(
                  SharedData.path("dft/" + id + ".cube.gz").toString(), TestGrids.request(Side.TOP))
              .accepted()
              .graph(Side.TOP);
      SurfaceEnergies energies =
          new SurfaceEnergies(
              energies(sites.get(id).stream().filter(s -> s.name().kind().equals("T"))),
              energies(sites.get(id).stream().filter(s -> s.name().kind().equals("H"))),
              hops.get(id).stream()
                  .sorted(java.util.Comparator.comparingInt(row -> row.route().number()))
                  .mapToDouble(row -> row.energies().bridgeEv().value())
                  .toArray());
      PercolationBarriers walked = CoverPercolation.of(graph, energies);
      assertThat(material.percolation1dEv()).isCloseTo(walked.percolation1dEv(), within(1e-6));
      assertThat(material.percolation2dEv()).isCloseTo(walked.percolation2dEv(), within(1e-6));
    }
  }

  private static double[] energies(Stream<SiteRow> sites) {
    return sites
        .sorted(java.util.Comparator.comparingInt(row -> row.name().number()))
        .mapToDouble(site -> site.bindingEnergyEv().value())
        .toArray();
  }

  @Test
  void tenBrokenFilesAreTenRejectsAndChangeNoRow(SparkSession spark, SparkSuite suite)
      throws IOException {
    Map<String, String> codes = BrokenGrids.write(shared.resolve("broken"));

    ScreeningResult mixed = run(spark, "mixed", grids, shared.resolve("broken") + "/*");

    assertThat(rows(mixed, RejectsTable.TABLE))
        .hasSize(10)
        .allSatisfy(reject -> assertThat(reject.reason().message()).startsWith("Cannot "));
    assertThat(
            rows(mixed, RejectsTable.TABLE).stream()
                .collect(
                    Collectors.toMap(row -> row.key().materialId(), row -> row.reason().code())))
        .isEqualTo(codes);
    for (FlatTable<?> table : ResultTable.projections()) {
      if (!table.name().equals(RejectsTable.TABLE.name())) {
        suite.assertDataFrameEquals(sorted(result, table), sorted(mixed, table));
      }
    }
  }

  @Test
  void aStridedCubeIsOneReject(SparkSession spark) throws IOException {
    ScreeningResult strided = run(spark, "strided", SharedData.path("dft/strided") + "/*");

    assertThat(rows(strided, RejectsTable.TABLE))
        .singleElement()
        .extracting(row -> row.reason().code())
        .isEqualTo("CELL_MISMATCH");
    assertThat(rows(strided, MaterialsTable.TABLE)).isEmpty();
  }
}
