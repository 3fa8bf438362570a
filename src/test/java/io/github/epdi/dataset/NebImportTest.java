package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Hop;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.dataset.ImportRejectRow;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.NebRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class NebImportTest {
  /** From a T to an H of the ideal lattice, Angstrom. */
  private static final double HOP_ANGSTROM = TestSlabs.A / Math.sqrt(3);

  @TempDir private Path root;

  private VaspFolders folders;
  private SurfaceGraph graph;
  private NebFolder band;

  @BeforeEach
  void makeSlab() throws IOException {
    folders = new VaspFolders(root, VaspFolders.doped());
    graph = folders.graph();
    folders.slab("m");
    band = new NebFolder(folders, "m/neb");
  }

  @Test
  void aBandIsACurveOverAHop(SparkSession spark) throws IOException {
    band.overFirstHop();
    Hop hop = graph.hops().get(0);

    ImportedDataset found = Imports.of(root).run(spark);

    assertThat(found.rejects()).isEmpty();
    List<NebRow> rows = found.neb();
    assertThat(rows).extracting(row -> row.image().number()).containsExactly(0, 1, 2, 3, 4);
    assertThat(rows).extracting(row -> row.image().nebId()).containsOnly("m/neb");
    String top = "T" + hop.top();
    String hollow = "H" + hop.hollow();
    assertThat(rows)
        .extracting(row -> row.path().place())
        .containsExactly(top, "between", "B0", "between", hollow);
    for (int i = 0; i < 5; i++) {
      NebRow row = rows.get(i);
      double position = i * HOP_ANGSTROM / 4;
      assertThat(row.position().travelledAngstrom()).isCloseTo(position, within(2e-3));
      assertThat(row.position().alongPathAngstrom()).isCloseTo(position, within(2e-3));
      assertThat(row.path().hopFraction()).isCloseTo(i / 4.0, within(1e-3));
      assertThat(row.path().hopId()).isEqualTo("B0");
      assertThat(row.path().sites()).containsExactly(top, "B0", hollow);
      assertThat(row.source().elapsedSeconds()).isEqualTo(1000 + i);
      assertThat(row.ion().heightAngstrom()).isCloseTo(1.5, within(1e-3));
    }
    assertThat(rows.get(0).path().positionsAngstrom().get(2)).isCloseTo(HOP_ANGSTROM, within(2e-3));
    double[] expected = {0, 0.05, 0.2, 0.15, 0.1};
    for (int i = 0; i < 5; i++) {
      assertThat(rows.get(i).energy().relativeEv()).isCloseTo(expected[i], within(1e-9));
      assertThat(rows.get(i).energy().totalEv()).isCloseTo(-103 + expected[i], within(1e-9));
    }
  }

  @Test
  void itsEndsAndItsSaddleAreLabelsWhatLiesBetweenIsNot(SparkSession spark) throws IOException {
    band.overFirstHop();
    Hop hop = graph.hops().get(0);
    List<LabelRow> labels = Imports.of(root).run(spark).labels();
    assertThat(labels)
        .extracting(
            LabelRow::siteId,
            row -> row.energy().origin(),
            row -> row.source().theory().levelOfTheory().labelKind())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("B0", "neb-saddle", "neb saddle"),
            org.assertj.core.groups.Tuple.tuple("H" + hop.hollow(), "neb-end", "relaxed"),
            org.assertj.core.groups.Tuple.tuple("T" + hop.top(), "neb-end", "relaxed"));
    assertThat(labels.get(0).energy().bindingEnergyEv())
        .isCloseTo(-103 + 0.2 + 100 + 0.3, within(1e-9));

    // A relaxation of its own goes before the band's end.
    folders.run(
        "m/li",
        folders.withLithium(graph.tops().get(hop.top()).u(), graph.tops().get(hop.top()).v()),
        Settings.relaxed(-103.4));
    ImportedDataset both = Imports.of(root).run(spark);
    assertThat(both.rejects()).isEmpty();
    assertThat(both.labels().get(2).energy().origin()).isEqualTo("run");
    assertThat(both.neb()).hasSize(5);
  }

  @Test
  void aBandMayLeadBackwardsOverSeveralHopsAndCells(SparkSession spark) throws IOException {
    TestSlabs pristine = TestSlabs.twoH(Element.Mo, Element.S);
    VaspFolders small = new VaspFolders(root.resolve("small"), pristine);
    small.slab("MoS2");
    SurfaceGraph sites = small.graph();
    List<double[]> places = new ArrayList<>(NebFolder.along(sites, sites.hops().get(0), 5));
    List<double[]> back = new ArrayList<>(NebFolder.along(sites, sites.hops().get(2), 5));
    Collections.reverse(back);
    double du = places.get(4)[0] - back.get(0)[0];
    double dv = places.get(4)[1] - back.get(0)[1];
    back.subList(1, 5).forEach(p -> places.add(new double[] {p[0] + du, p[1] + dv}));
    new NebFolder(small, "MoS2/neb").write(places, 0, 0.1, 0.2, 0.1, 0.05, 0.1, 0.2, 0.1, 0);

    List<NebRow> rows = Imports.of(root.resolve("small")).run(spark).neb();

    assertThat(rows).hasSize(9);
    assertThat(rows.get(0).path().sites()).containsExactly("T0", "B0", "H0", "B2", "T0");
    assertThat(rows.get(8).position().travelledAngstrom())
        .isCloseTo(2 * HOP_ANGSTROM, within(5e-3));
    assertThat(rows.get(6).path().hopId()).isEqualTo("B2");
    assertThat(rows.get(6).path().hopFraction()).isCloseTo(0.5, within(1e-3));
    assertThat(rows.get(5).path().hopFraction()).isCloseTo(0.75, within(2e-3));
  }

  @Test
  void anEndHasItsPoscarAndNeedsAnOutcar(SparkSession spark) throws IOException {
    Path folder = band.overFirstHop();
    Files.move(folder.resolve("00/CONTCAR"), folder.resolve("00/POSCAR"));
    assertThat(Imports.of(root).run(spark).neb()).hasSize(5);
    Files.delete(folder.resolve("00/OUTCAR"));
    assertReject(
        spark,
        "MISSING_FILE",
        "Cannot import it: expected an OUTCAR in the end image 00 (VASP does not calculate the"
            + " ends: copy that of the relaxed structure there), found none");
  }

  @Test
  void anImageThatCannotBeUsedIsNamed(SparkSession spark) throws IOException {
    Path folder = band.overFirstHop();
    List<double[]> places = NebFolder.along(graph, graph.hops().get(0), 5);
    band.image(2, places.get(2), Settings.relaxed(-102.8).with("ions", ""));
    assertReject(
        spark,
        "UNCONVERGED",
        "Image 02: Cannot import it: expected ions that reach EDIFFG (reached required accuracy),"
            + " found none after NSW = 60, IBRION = 2");
    band.image(2, places.get(2), Settings.relaxed(-102.8).with("ispin", "2"));
    assertReject(
        spark,
        "OTHER_THEORY",
        "Image 02: Cannot import it: expected the slab's level of theory, found spin polarised"
            + " instead of restricted");
    Files.delete(folder.resolve("02/OUTCAR"));
    assertReject(
        spark, "MISSING_FILE", "Image 02: Cannot import it: expected an OUTCAR, found none");
  }

  @Test
  void imagesWithAGap(SparkSession spark) throws IOException {
    Path folder = band.overFirstHop();
    Files.move(folder.resolve("03"), folder.resolve("07"));
    assertReject(
        spark,
        "MISSING_FILE",
        "Cannot import it: expected images 00, 01, ... without a gap, three or more, found 00, 01,"
            + " 02, 04, 07");
  }

  @Test
  void imagesThatDoNotFollowHops(SparkSession spark) throws IOException {
    double u = graph.tops().get(0).u();
    double v = graph.tops().get(0).v();
    // Straight from a T over a chalcogen.
    band.write(
        List.of(
            new double[] {u, v},
            new double[] {u + 1 / 6.0, v + 1 / 3.0},
            new double[] {u + 1 / 3.0, v + 2 / 3.0}),
        0,
        1,
        0);
    ImportRejectRow reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).isEqualTo("OFF_PATH");
    assertThat(reject.reason())
        .matches(
            "Cannot import it: expected images on a way over hops from T\\d to H\\d .*, found"
                + " image 01 \\d\\.\\d\\d Angstrom beside it");
    band.write(
        List.of(new double[] {u + 0.125, v + 0.25}, new double[] {u, v}, new double[] {u, v + 0.1}),
        0,
        1,
        0);
    assertThat(Imports.of(root).reject(spark).reason())
        .startsWith(
            "Cannot import it: expected the first image within 0.6 Angstrom of a T or H site,");
  }

  private void assertReject(SparkSession spark, String code, String reason) throws IOException {
    ImportRejectRow reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).isEqualTo(code);
    assertThat(reject.reason()).isEqualTo(reason);
    assertThat(reject.sourceUri()).endsWith("m/neb");
  }
}
