package io.github.epdi.cli.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SparkExtension;
import io.github.epdi.cli.Main;
import io.github.epdi.cli.shell.ExitCodes;
import io.github.epdi.dataset.RunList;
import io.github.epdi.dataset.VaspFolders;
import io.github.epdi.grid.VaspStructures;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.screening.GridFolder;
import io.github.epdi.screening.ScreeningJob;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command on four hand-made slabs that cannot be told apart, and on the demo's four. */
@ExtendWith(SparkExtension.class)
class SuggestCommandTest {
  private static final Path DEMO = Path.of("jobs/demo").toAbsolutePath();

  @TempDir private static Path folder;
  private static String output;

  private record Said(int exit, String out, String err) {}

  @BeforeAll
  static void screen(SparkSession spark) throws IOException {
    for (int dopant = 0; dopant < 4; dopant++) {
      TestSlabs slab =
          TestSlabs.twoH(Element.Mo, Element.S)
              .supercell(2, 2)
              .replaced(Element.Mo, dopant, Element.Ti);
      new VaspFolders(folder.resolve("slabs"), slab).slab("ti-" + dopant);
    }
    output = screen(spark, "results", folder.resolve("slabs/*/LOCPOT"), DEMO.resolve("affinity"));
  }

  private static String screen(SparkSession spark, String name, Path inputs, Path bundle)
      throws IOException {
    Path campaign = folder.resolve(name + ".yaml");
    Files.writeString(
        campaign,
        "name: suggest\ninputs: ['"
            + inputs
            + "']\nmodel: {bundle: '"
            + bundle
            + "'}\noutput: "
            + name
            + "\n");
    new ScreeningJob(spark, Campaign.read(campaign.toString(), List.of(), new Configuration()))
        .run();
    return folder.resolve(name).toString();
  }

  @AfterAll
  static void sparkIsLeftRunning(SparkSession shared) {
    assertThat(shared.sparkContext().isStopped()).isFalse();
  }

  private static Said run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("suggest"));
    Stream.of(arguments).map(Object::toString).forEach(all::add);
    int exit =
        Main.run(
            all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    return new Said(exit, out.toString(), err.toString());
  }

  @Test
  void itSaysWhyAndWritesInputs() throws IOException {
    Path next = folder.resolve("next");
    Said said = run("--output", output, "--budget", 4, "--out", next, "--neb", 3);

    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isEqualTo(ExitCodes.DONE);
    assertThat(said.out().lines().findFirst().orElseThrow())
        .matches("Of the best 2 of 4 materials \\d\\.\\d\\d places are open; 4 calculations are.*");
    assertThat(said.out())
        .contains(
            ": lowest site; ", ": saddle; ", "rank 1 to 4, among the best 2 with probability");
    assertThat(said.out()).contains("6 folders and " + RunList.NAME);
    List<String> list = Files.readAllLines(next.resolve(RunList.NAME));
    assertThat(list).hasSize(7);
    for (String line : list.subList(1, list.size())) {
      Path run = next.resolve(line.substring(1, line.indexOf('"', 1)));
      Path poscar = run.resolve(run.toString().endsWith("-neb") ? "04/POSCAR" : "POSCAR");
      try (InputStream in = Files.newInputStream(poscar)) {
        assertThat(VaspStructures.read(in).atoms()).hasSize(13);
      }
      assertThat(run.resolve("INCAR.hints")).exists();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".tmp"));
    }
  }

  /** The first suggestion is followed; then it is not made again. */
  @Test
  void whatIsCalculatedIsNotSuggestedAgain() throws IOException {
    Path followed = folder.resolve("followed");
    run("--output", output, "--budget", 2, "--out", followed);
    List<String> list = Files.readAllLines(followed.resolve(RunList.NAME));
    StringBuilder labels = new StringBuilder("material_id,frac_a,frac_b,binding_energy_ev\n");
    String material = null;
    for (String line : list.subList(1, 3)) {
      String[] cells = line.substring(1).split("\",\"", -1);
      material = cells[1];
      List<String> poscar = Files.readAllLines(followed.resolve(cells[0]).resolve("POSCAR"));
      String[] ion = poscar.get(poscar.size() - 1).strip().split("\\s+", -1);
      labels.append(material).append(',').append(ion[0]).append(',').append(ion[1]);
      labels.append(',').append(cells[3].startsWith("B") ? -2.0 : -2.4).append('\n');
    }
    Path file = Files.writeString(folder.resolve("labels.csv"), labels);

    Said again =
        run("--output", output, "--labels", file, "--budget", 8, "--out", folder.resolve("more"));

    assertThat(again.exit()).as(again.err()).isEqualTo(ExitCodes.DONE);
    assertThat(again.out()).contains("top side").doesNotContain(material + ", top side");
  }

  @Test
  void aCertainRankingWritesNothing(SparkSession spark) throws IOException {
    String demo = screen(spark, "demo", DEMO.resolve("slabs/*.cube.gz"), DEMO.resolve("affinity"));
    Path next = folder.resolve("nothing-to-do");
    Said said = run("--output", demo, "--budget", 4, "--out", next);
    assertThat(said.exit()).isEqualTo(ExitCodes.DONE);
    assertThat(said.out())
        .isEqualToIgnoringNewLines(
            "Of the best 2 of 4 materials 0.00 places are open; no calculation is expected to close"
                + " 0.002 of one. Nothing is suggested.");
    assertThat(next).doesNotExist();
  }

  @Test
  void theSameTablesGiveTheSameSuggestions() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Said first = run("--output", output, "--budget", 6, "--top", 1, "--out", one);
    Said second = run("--output", output, "--budget", 6, "--top", 1, "--out", two);
    assertThat(second.out().replace("two", "one")).isEqualTo(first.out());
    assertThat(one.resolve(RunList.NAME)).hasSameTextualContentAs(two.resolve(RunList.NAME));
  }

  @Test
  void aFolderThatExistsIsRefused() {
    Said said = run("--output", output, "--budget", 4, "--out", folder);
    assertThat(said.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(said.err())
        .isEqualToIgnoringNewLines(
            "Cannot write " + folder + ": expected a new folder, found that it exists");
  }

  @Test
  void aFolderAboveThatIsMissingIsNamed() {
    Said said = run("--output", output, "--budget", 4, "--out", folder.resolve("a/b"));
    assertThat(said.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(said.err()).contains("expected the folder " + folder.resolve("a") + ", found none");
  }

  @Test
  void wrongNumbersAreUsage() {
    Path next = folder.resolve("never");
    Said none = run("--output", output, "--budget", 0, "--out", next);
    assertThat(none.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(none.err()).contains("Expected --budget of 1 or more calculations, found 0");
    assertThat(run("--output", output, "--budget", 1, "--out", next).err())
        .contains("Expected --budget of 2 or more with --for materials");
    assertThat(
            run("--output", output, "--budget", 2, "--for", "sites", "--neb", 3, "--out", next)
                .err())
        .contains("Expected --for saddles or materials with --neb");
    assertThat(run("--output", output, "--budget", 2, "--for", "hops", "--out", next).err())
        .contains("Cannot use --for: expected sites, saddles, materials, found hops");
  }

  @Test
  void morePlacesThanMaterialsAreRefused() {
    Said said =
        run("--output", output, "--budget", 2, "--top", 4, "--out", folder.resolve("never"));
    assertThat(said.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(said.err())
        .contains("for the best 4 in", "expected more ranked materials than that, found 4");
  }

  @Test
  void nothingThereIsSaid() {
    Said said =
        run("--output", folder.resolve("nothing"), "--budget", 2, "--out", folder.resolve("n"));
    assertThat(said.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(said.err()).contains("expected a screening's output folder, found nothing there");
  }

  @Test
  void aRunWithoutIntervalsIsRefused(SparkSession spark) throws IOException {
    Path bundle = folder.resolve("images");
    ScreeningBundles.write(bundle, 1);
    new GridFolder(folder.resolve("grids")).withGoodGrids();
    String images = screen(spark, "by-images", folder.resolve("grids/MoS2*"), bundle);
    Said said = run("--output", images, "--budget", 2, "--out", folder.resolve("never"));
    assertThat(said.exit()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.err())
        .contains("expected 2D percolation barriers with intervals")
        .contains("barriers without (screen again with a bundle that states intervals)");
  }
}
