package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.Calibration;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.GridResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Labels that are made of a bundle's own energies must give back the line that made them. */
@ExtendWith(SparkExtension.class)
class CalibrateCommandTest {
  private static final String AFFINITY = "jobs/demo/affinity";
  private static final Path SLABS = Path.of("jobs/demo/slabs");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void oneLabelShiftsEveryEnergyAndLeavesBarriers() throws IOException {
    GridResult before = screen(AFFINITY, SLABS.resolve("MoS2-Ti.cube.gz"));
    Path labels = labels(1, 0.2, 1, "MoS2-pristine");
    Files.writeString(folder.resolve("scan.yaml"), "functional: SCAN\n");

    assertThat(run(labels, SLABS, AFFINITY, "--level-of-theory", folder.resolve("scan.yaml")))
        .isEqualTo(ExitCodes.DONE);

    assertThat(out.toString()).contains("+0.2000 eV + 1.0000 x", "not known from one label");
    assertThat(err.toString()).contains("was trained on materials of these names", "MoS2-pristine");
    GridResult after = screen(made().toString(), SLABS.resolve("MoS2-Ti.cube.gz"));
    for (int i = 0; i < before.sites().size(); i++) {
      assertThat(after.sites().get(i).bindingEnergyEv().value())
          .isCloseTo(before.sites().get(i).bindingEnergyEv().value() + 0.2, within(1e-4));
    }
    for (int i = 0; i < before.hops().size(); i++) {
      assertThat(after.hops().get(i).energies().barriers().forwardEv().value())
          .isCloseTo(before.hops().get(i).energies().barriers().forwardEv().value(), within(1e-9));
    }
    BundleMetadata metadata = ModelBundle.read(made()).metadata();
    ModelBundle base = ModelBundle.read(Path.of(AFFINITY));
    Calibration fitted = metadata.calibration();
    assertThat(metadata.theory().functional()).isEqualTo("SCAN");
    assertThat(fitted.base().theory()).isEqualTo(base.metadata().theory());
    assertThat(fitted.base().bundleSha256()).isEqualTo(base.digest());
    assertThat(fitted.errors().beforeEv()).isCloseTo(0.2, within(1e-4));
    assertThat(fitted.errors().leftOutEv()).isNull();
    assertThat(metadata.affinity().rows()).isEqualTo(base.metadata().affinity().rows());
    assertThat(metadata.affinity().trust().intervals().energy()).as("not judged").isNull();
    assertThat(after.sites().get(0).bindingEnergyIntervalEv()).isNull();
    assertThat(after.materials().get(0).percolation2dInterval()).isNotNull();
  }

  @Test
  void theCardNamesBothLevelsOfTheory() throws IOException {
    Files.writeString(folder.resolve("scan.yaml"), "functional: SCAN\n");
    run(
        labels(1, 0.2, 1, "MoS2-pristine"),
        SLABS,
        AFFINITY,
        "--level-of-theory",
        folder.resolve("scan.yaml"));
    Path card = folder.resolve("card");
    assertThat(main("export", "--bundle", made(), "--out", card)).isEqualTo(ExitCodes.DONE);
    assertThat(Files.readString(card.resolve("README.md")))
        .containsSubsequence(
            "- functional: SCAN",
            "## Calibration",
            "energy = 0.2000 eV + 1.0000 * the energy of the bundle before",
            "- functional: PBE-D3",
            "## Accuracy");
  }

  @Test
  void severalMaterialsFixTheSlope() throws IOException {
    Path labels = labels(4, -0.3, 0.9, "MoS2-Ti", "MoS2-pristine", "TiS2-V", "WS2-Nb");
    assertThat(run(labels, SLABS, AFFINITY)).isEqualTo(ExitCodes.DONE);
    Calibration fitted = ModelBundle.read(made()).metadata().calibration();
    assertThat(fitted.slope()).isCloseTo(0.9, within(0.02));
    assertThat(fitted.labels().count()).isEqualTo(16);
    assertThat(fitted.errors().leftOutEv()).isLessThan(fitted.errors().beforeEv() / 2);
  }

  /** Networks: the line goes into the target's mean and scale. */
  @Test
  void aBundleOfNetworksIsCalibratedToo() throws IOException {
    Path bundle = folder.resolve("network");
    ScreeningBundles.write(bundle, 2);
    String locpot = TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).structure()).locpot();
    Path grid = Files.writeString(folder.resolve("MoS2.vasp"), locpot);
    GridResult before = screen(bundle.toString(), grid);
    Path labels = labels(before, 1, -0.25, 1, List.of(), "MoS2");
    assertThat(run(labels, folder, bundle, "--grid-pattern", "{material_id}.vasp"))
        .as(err.toString())
        .isEqualTo(ExitCodes.DONE);
    GridResult after = screen(made().toString(), grid);
    for (int i = 0; i < before.hops().size(); i++) {
      assertThat(after.hops().get(i).energies().bridgeEv().value())
          .isCloseTo(before.hops().get(i).energies().bridgeEv().value() - 0.25, within(1e-4));
    }
  }

  @Test
  void aSecondLabelOfASiteIsNamedAndTheFirstOneCounts() throws IOException {
    Path labels = labels(1, 0.2, 1, "MoS2-pristine");
    List<String> lines = new ArrayList<>(Files.readAllLines(labels));
    String last = lines.get(lines.size() - 1);
    lines.add(last.substring(0, last.lastIndexOf(',')) + ",-3.5");
    Files.write(labels, lines);
    assertThat(run(labels, SLABS, AFFINITY)).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString())
        .contains(
            "Cannot use label of row 2, MoS2-pristine: its site T0 has the label of row 1,"
                + " MoS2-pristine already");
    assertThat(made()).doesNotExist();
    assertThat(run(labels, SLABS, AFFINITY, "--skip-unusable")).isEqualTo(ExitCodes.DONE);
    Calibration fitted = ModelBundle.read(made()).metadata().calibration();
    assertThat(fitted.labels().count()).isEqualTo(1);
    assertThat(fitted.errors().beforeEv()).isCloseTo(0.2, within(1e-4));
  }

  @Test
  void whatCannotBeUsedIsNamed() throws IOException {
    Path labels = labels(1, 0.2, 1, "MoS2-pristine");
    Files.writeString(labels, Files.readString(labels) + "MoS2-Nowhere,T,0.1,0.1,-2.0\n");
    assertThat(run(labels, SLABS, AFFINITY)).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("MoS2-Nowhere.cube.gz", "--skip-unusable");
    assertThat(made()).doesNotExist();
    assertThat(run(labels, SLABS, AFFINITY, "--skip-unusable")).isEqualTo(ExitCodes.DONE);
    assertThat(run(labels, SLABS, AFFINITY, "--skip-unusable")).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("expected a new name, found that it exists");
  }

  @Test
  void labelsThatFollowNothingAreRefused() throws IOException {
    Path labels = labels(4, -4, -1, "MoS2-Ti", "MoS2-pristine", "TiS2-V", "WS2-Nb");
    assertThat(run(labels, SLABS, AFFINITY)).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString()).contains("with a slope of 0.5 to 2.0, found -");
  }

  private Path made() {
    return folder.resolve("made");
  }

  private static GridResult screen(String bundle, Path grid) {
    try (GridScreening screening = GridScreening.with(bundle)) {
      return screening.screen(grid.toString());
    }
  }

  /** Writes labels of the first sites of some materials, on a line of the affinity bundle's. */
  private Path labels(int each, double offset, double slope, String... materials)
      throws IOException {
    List<String> lines = new ArrayList<>();
    Path file = null;
    for (String material : materials) {
      GridResult result = screen(AFFINITY, SLABS.resolve(material + ".cube.gz"));
      file = labels(result, each, offset, slope, lines, material);
      lines = new ArrayList<>(Files.readAllLines(file));
    }
    return file;
  }

  private Path labels(
      GridResult result,
      int each,
      double offset,
      double slope,
      List<String> before,
      String material)
      throws IOException {
    List<String> lines = new ArrayList<>(before);
    if (lines.isEmpty()) {
      lines.add("material_id,kind,frac_a,frac_b,binding_energy_ev");
    }
    result.sites().stream()
        .limit(each)
        .map(
            site ->
                String.format(
                    Locale.ROOT,
                    "%s,%s,%.6f,%.6f,%.6f",
                    material,
                    site.name().kind(),
                    site.place().fraction().u(),
                    site.place().fraction().v(),
                    offset + slope * site.bindingEnergyEv().value()))
        .forEach(lines::add);
    return Files.write(folder.resolve("labels.csv"), lines);
  }

  private int run(Path labels, Path grids, Object bundle, Object... more) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "calibrate",
                "--labels",
                labels,
                "--grids",
                grids,
                "--bundle",
                bundle,
                "--out",
                made()));
    all.addAll(List.of(more));
    return main(all.toArray());
  }

  private int main(Object... arguments) {
    return Main.run(
        Stream.of(arguments).map(Object::toString).toArray(String[]::new),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }
}
