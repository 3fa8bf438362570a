package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.NebFolder;
import io.github.epdi.dataset.VaspFolders;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.SiteRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code epdi dataset} and what {@code epdi compare} makes of it. */
@ExtendWith(SparkExtension.class)
class DatasetCommandTest {
  @TempDir private Path folder;

  private Path runs;
  private Path out;
  private VaspFolders folders;

  /** The commands take this JVM's Spark and leave it running. */
  @BeforeAll
  static void start(SparkSession shared) {
    assertThat(shared.sparkContext().isStopped()).isFalse();
  }

  @AfterAll
  static void isLeftRunning(SparkSession shared) {
    assertThat(shared.sparkContext().isStopped()).isFalse();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    runs = folder.resolve("runs");
    out = folder.resolve("data");
    folders = new VaspFolders(runs, VaspFolders.doped());
    folders.slab("MoS2-Ti");
    new NebFolder(folders, "MoS2-Ti/neb").overFirstHop();
  }

  private record Said(int exit, String out, String err) {}

  private static Said run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>();
    Stream.of(arguments).map(Object::toString).forEach(all::add);
    int exit =
        Main.run(
            all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    return new Said(exit, out.toString(), err.toString());
  }

  private Said dataset() {
    return run(
        "dataset", runs, "--ion-energy-ev=-0.3", "--ion-reference", "isolated atom", "--out", out);
  }

  @Test
  void itEndsWithASummaryAndTheNextCommand() throws IOException {
    folders.run("MoS2-Ti/off", folders.withLithium(0.08, 0.04), Settings.relaxed(-103));
    Said said = dataset();
    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    assertThat(said.out().lines())
        .containsExactly(
            "3 labels of 1 material, 1 NEB path, 1 reject",
            "  AMBIGUOUS 1",
            "  file:"
                + runs
                + "/MoS2-Ti/off: Cannot import it: expected the ion within 0.3 Angstrom of one"
                + " site, found T0 at 0.441 Angstrom",
            "Next: epdi train --labels "
                + out
                + "/labels --level-of-theory "
                + out
                + "/level-of-theory.yaml --out my-bundle",
            "Then: epdi compare --dataset " + out + " --bundle my-bundle");
    assertThat(dataset().err())
        .startsWith("Cannot write file:")
        .endsWith("it exists; give another name\n");
  }

  @Test
  void energiesThatStillMoveAreNamedAndTheirBoundsCanBeGiven() throws IOException {
    Path run = folders.run("MoS2-Ti/li", folders.withLithium(0.5, 0.5), Settings.relaxed(-103));
    Path outcar = run.resolve("OUTCAR");
    String end = "------------------------ aborting";
    Files.writeString(
        outcar,
        Files.readString(outcar)
            .replace(end, " total energy-change (2. order) : 0.3000E-01  (-0.1E-04)\n" + end));
    assertThat(dataset().out().lines())
        .contains("  flag scf_energy_moving 1")
        .contains(
            "  file:"
                + run
                + ": the last SCF step changed the total energy by 0.0300 eV, which is above 0.002"
                + " eV");
    Said strict =
        run(
            "dataset",
            runs,
            "--ion-energy-ev=-0.3",
            "--ion-reference=atom",
            "--max-scf-change=0.01",
            "--out",
            folder.resolve("strict"));
    assertThat(strict.out()).contains("  UNCONVERGED 1\n").contains("at most 0.01 eV");
    Said lax =
        run(
            "dataset",
            runs,
            "--ion-energy-ev=-0.3",
            "--ion-reference=atom",
            "--remark-scf-change=0.04",
            "--out",
            folder.resolve("lax"));
    assertThat(lax.out()).doesNotContain("scf_energy_moving");
  }

  @Test
  void nothingToImportIsAnErrorWithTheReasons() throws IOException {
    Files.delete(runs.resolve("MoS2-Ti/LOCPOT"));
    Said said = dataset();
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .startsWith("Cannot make a data set: nothing could be imported: file:" + runs)
        .contains("MoS2-Ti: NO_ION, Cannot import it: expected a slab with a potential grid")
        .contains("neb: NO_SLAB, Cannot import it: expected a bare slab");
    assertThat(out).doesNotExist();
  }

  @Test
  void usageIsChecked() {
    assertThat(run("dataset", runs, "--out", out).err())
        .startsWith("Cannot count binding energies: expected one reference for Li");
    assertThat(run("dataset", "--out", out).err())
        .isEqualTo(
            "Cannot make a data set: expected folders of calculations or --labels, found"
                + " neither\n");
    assertThat(run("dataset", runs, "--ion", "Xe", "--ion-energy-ev=1", "--out", out).err())
        .isEqualTo("Cannot use --ion: expected Li, Na, K, Mg, Ca, Zn or Al, found Xe\n");
    assertThat(run("dataset", runs, "--grid", "x", "--ion-energy-ev=1", "--out", out).err())
        .startsWith("Cannot use --grid or --material: expected --slab DIR");
  }

  @Test
  void predictionsStandBesideTheBand() throws IOException {
    assertThat(dataset().exit()).isZero();
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 1);

    Said said = run("compare", "--dataset", out, "--bundle", bundle, "--json");

    assertThat(said.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(said.out());
    assertThat(json.get("paths")).hasSize(1);
    JsonNode path = json.get("paths").get(0);
    Map<String, Double> energies = energies(bundle);
    String top = path.get("path_sites").get(0).asText();
    String hollow = path.get("path_sites").get(2).asText();
    double bridge = energies.get("B0") - energies.get(top);
    double end = energies.get(hollow) - energies.get(top);
    double highest = Math.max(0, Math.max(bridge, end));
    assertThat(path.get("neb_barrier_ev").asDouble()).isCloseTo(0.2, within(1e-9));
    assertThat(path.get("predicted_barrier_ev").asDouble()).isCloseTo(highest, within(1e-9));
    double rmse =
        Math.sqrt(
            (square(bridge / 2 - 0.05)
                    + square(bridge - 0.2)
                    + square((bridge + end) / 2 - 0.15)
                    + square(end - 0.1))
                / 4);
    assertThat(path.get("curve_rmse_ev").asDouble()).isCloseTo(rmse, within(1e-4));
    assertThat(path.get("neb_s").asDouble()).isEqualTo(1001 + 1002 + 1003);
    assertThat(path.get("predicted_s").asDouble()).isPositive();
    assertThat(json.get("summary").get("barrier_mae_ev").asDouble())
        .isCloseTo(Math.abs(highest - 0.2), within(1e-9));
    String text = run("compare", "--dataset", out, "--bundle", bundle).out();
    assertThat(text.lines().toList().get(1)).startsWith("MoS2-Ti/neb").contains("T0-B0-H");
    assertThat(text).contains("1 paths: mean curve RMSE 0.");
  }

  @Test
  void aGridThatChangedIsNotCompared() throws IOException {
    assertThat(dataset().exit()).isZero();
    Path locpot = runs.resolve("MoS2-Ti/LOCPOT");
    Files.writeString(locpot, "x" + Files.readString(locpot));
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 1);
    Said said = run("compare", "--dataset", out, "--bundle", bundle);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).endsWith("it has changed since the data set was made of it\n");
  }

  private Map<String, Double> energies(Path bundle) {
    Map<String, Double> energies = new HashMap<>();
    try (GridScreening screening = GridScreening.with(bundle.toString())) {
      GridResult result = screening.screen(runs.resolve("MoS2-Ti/LOCPOT").toString());
      for (SiteRow site : result.sites()) {
        energies.put(site.siteId(), site.bindingEnergyEv().value());
      }
      for (HopRow hop : result.hops()) {
        energies.put(hop.hopId(), hop.energies().bridgeEv().value());
      }
    }
    return energies;
  }

  private static double square(double x) {
    return x * x;
  }
}
