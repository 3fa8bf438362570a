package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.BarriersTable;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.HopsTable;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.RejectsTable;
import io.github.epdi.tables.SitesTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path bundle;
  private static Path grid;
  private static Path broken;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void write() throws IOException {
    bundle = shared.resolve("bundle");
    ScreeningBundles.write(bundle, 2);
    String locpot = TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).structure()).locpot();
    grid = Files.writeString(shared.resolve("MoS2.vasp"), locpot);
    broken =
        Files.writeString(shared.resolve("half.vasp"), locpot.substring(0, locpot.length() / 2));
  }

  private int run(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("predict"));
    Stream.of(arguments).map(Object::toString).forEach(all::add);
    return Main.run(
        all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void aPersonSeesWhereTheSlabsElectronsAre() {
    int exit = run("jobs/demo/slabs/MoS2-pristine.cube.gz", "--bundle", "jobs/demo/affinity");

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern(
            "(?m)^  levels      electron affinity 4\\.32\\d\\d eV, work function 4\\.9[45]\\d\\d eV,"
                + " gap 1\\.6633 eV$");
  }

  @Test
  void aPersonSeesEnergiesCurvesAndBarriers() {
    StringWriter said = new StringWriter();
    PredictionText text =
        new PredictionText(
            new PrintWriter(said), picocli.CommandLine.Help.Ansi.OFF, CurvePlot.Characters.ASCII);
    try (var screening = io.github.epdi.screening.GridScreening.with(bundle.toString())) {
      text.print("MoS2.vasp", screening.screen(grid.toString()));
    }

    assertThat(said.toString().lines())
        .containsExactly(
            "MoS2.vasp, top side",
            "  slab        MoS2 (VIB), 2H, layers 1, dopants none",
            "  binding     T0   -1.4924 +- 0.0563 eV, x1",
            "              H0   -1.4908 +- 0.0529 eV, x1",
            "              B0   -1.4903 +- 0.0530 eV, x3",
            "  percolation 2D 0.0021 +- 0.0026 eV, 1D 0.0021 +- 0.0026 eV",
            "  path        B0-H0-B1, x3: forward 0.0021 +- 0.0031 eV, reverse 0.0021 +- 0.0031 eV"
                + " (lowest)",
            "    -1.490 +            *******                  *******",
            "           |          **       ******      ******       **",
            "           |         *               ******               *",
            "           |       **                                      **",
            "           |      *                                          *",
            "           |     *                                            *",
            "           |   **                                              **",
            "    -1.492 +***                                                  ***",
            "            T0           B0           H0            B1            T0",
            "");
  }

  @Test
  void bothSidesAreShownOnRequest() {
    assertThat(run(grid, "--bundle", bundle, "--side", "both")).isEqualTo(ExitCodes.DONE);
    assertThat(out.toString()).containsSubsequence("MoS2.vasp, top side", "MoS2.vasp, bottom side");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aRejectHasCodeAndLineAndTheOtherFilesGoOn() {
    assertThat(run("no/such", broken, shared, grid, "--bundle", bundle))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(out.toString())
        .contains("half.vasp\n  REJECTED    TRUNCATED (line ")
        .contains("MoS2.vasp, top side");
    assertThat(err.toString().lines())
        .hasSize(2)
        .first()
        .isEqualTo("Cannot screen no/such: expected a grid file, found nothing there");
  }

  @Test
  void jsonHasTheColumnsOfTheTables() throws IOException {
    assertThat(run(grid, broken, "no/such", "--bundle", bundle, "--json"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    JsonNode array = new ObjectMapper().readTree(out.toString());

    assertThat(array).hasSize(3);
    JsonNode good = array.get(0);
    assertThat(good.get("file").asText()).isEqualTo(grid.toString());
    assertThat(good.get("reject").isNull()).isTrue();
    assertColumns(GridsTable.TABLE, good.get("grid"));
    assertColumns(SitesTable.TABLE, good.get("sites").get(0));
    assertColumns(HopsTable.TABLE, good.get("hops").get(0));
    assertColumns(BarriersTable.TABLE, good.get("barriers").get(0));
    assertColumns(MaterialsTable.TABLE, good.get("materials").get(0));
    assertThat(good.get("materials").get(0).get("members").asInt()).isEqualTo(2);
    assertThat(array.get(1).get("grid").isNull()).isTrue();
    assertColumns(RejectsTable.TABLE, array.get(1).get("reject"));
    assertThat(array.get(2).get("error").asText()).contains("no/such");
  }

  private static void assertColumns(FlatTable<?> table, JsonNode row) {
    List<String> names = new ArrayList<>();
    row.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactlyElementsOf(
            Arrays.stream(table.schema().fieldNames())
                .filter(name -> !name.equals(FlatTable.RUN_ID))
                .toList());
  }

  @Test
  void conventionsAndBundleComeFromACampaignAndOptionsGoOverThem() throws IOException {
    Path campaign =
        Files.writeString(
            folder.resolve("c.yaml"),
            "name: c\ninputs: [none/*]\nmodel: {bundle: '"
                + bundle
                + "'}\nside: both\noutput: out\n");

    assertThat(run(grid, "--campaign", campaign, "--json")).isEqualTo(ExitCodes.DONE);
    assertThat(new ObjectMapper().readTree(out.toString()).get("materials")).hasSize(2);
    out.getBuffer().setLength(0);

    Path inRydberg =
        Files.writeString(
            folder.resolve("rydberg.vasp"),
            TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).structure())
                .times(1 / EnergyUnit.RYDBERG.electronvolts())
                .locpot());
    assertThat(
            run(
                inRydberg,
                "--campaign",
                campaign,
                "--json",
                "--side",
                "bottom",
                "--unit",
                "rydberg"))
        .isEqualTo(ExitCodes.DONE);
    JsonNode object = new ObjectMapper().readTree(out.toString());
    assertThat(object.get("materials")).hasSize(1);
    assertThat(object.get("materials").get(0).get("side").asText()).isEqualTo("bottom");
    assertThat(object.get("grid").get("file_unit").asText()).isEqualTo("rydberg");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void withoutAModelItSaysHowToGetOne() {
    assertThat(run(grid)).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            "Cannot predict without a model: expected --bundle DIR or --campaign FILE, found none"
                + " (jobs/demo/bundle is one to try; epdi train makes your own)");
  }

  @Test
  void picturesAreDrawn() throws IOException {
    Path pictures = folder.resolve("deep/pictures");
    assertThat(run(grid, "--bundle", bundle, "--out", pictures)).isEqualTo(ExitCodes.DONE);
    try (Stream<Path> files = Files.list(pictures)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly(
              "MoS2_top_curve_B0-H0-B1.svg",
              "MoS2_top_path0_T0.png",
              "MoS2_top_path1_B0.png",
              "MoS2_top_path2_H0.png",
              "MoS2_top_path3_B1.png",
              "MoS2_top_path4_T0.png",
              "MoS2_top_surface.svg");
    }
    assertThat(javax.imageio.ImageIO.read(pictures.resolve("MoS2_top_path2_H0.png").toFile()))
        .isNotNull();
    assertThat(pictures.resolve("MoS2_top_surface.svg")).content().startsWith("<svg");
  }

  @Test
  void picturesOfTwoFilesOfOneNameDoNotOverwriteEachOther() throws IOException {
    Path other = Files.copy(grid, folder.resolve("MoS2.vasp"));
    assertThat(run(grid, other, "--bundle", bundle, "--out", folder.resolve("p")))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("its pictures would have the same names as those of");
  }

  @Test
  void verboseShowsWhereAnInputErrorComesFrom() {
    assertThat(run(grid, "--bundle", "none", "--verbose")).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("Cannot use model").contains("\tat io.github.epdi");
  }

  @Test
  void quietAndVerboseExcludeEachOther() {
    assertThat(run(grid, "-q", "-v")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).startsWith("Expected either --quiet or --verbose, found both");
  }
}
