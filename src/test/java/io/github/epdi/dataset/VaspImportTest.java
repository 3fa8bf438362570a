package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetRequest.Ion;
import io.github.epdi.dataset.DatasetRequest.SlabChoice;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SurfaceGraph;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class VaspImportTest {
  @TempDir private Path root;

  private VaspFolders folders;
  private SurfaceGraph graph;

  @BeforeEach
  void makeFolders() {
    folders = new VaspFolders(root, VaspFolders.doped());
    graph = folders.graph();
  }

  private Path runAt(String name, AdsorptionSite site, double energyEv) throws IOException {
    return folders.run(name, folders.withLithium(site.u(), site.v()), Settings.relaxed(energyEv));
  }

  @Test
  void runsBelowTheirSlabBecomeLabels(SparkSession spark) throws IOException {
    Path slab = folders.slab("MoS2-Ti");
    Path run = runAt("MoS2-Ti/li-T0", graph.tops().get(0), -103.1);
    runAt("MoS2-Ti/li-H1", graph.hollows().get(1), -103.0);
    runAt("MoS2-Ti/li-B2", graph.bridges().get(2), -102.75);

    ImportedDataset found = Imports.of(root).run(spark);

    assertThat(found.rejects()).isEmpty();
    assertThat(found.labels()).extracting(LabelRow::siteId).containsExactly("B2", "H1", "T0");
    assertThat(found.labels())
        .extracting(row -> row.site().isSaddle())
        .containsExactly(true, false, false);
    LabelRow label = found.labels().get(2);
    assertThat(label.materialId()).isEqualTo("MoS2-Ti");
    assertThat(label.side()).isEqualTo("top");
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-103.1 + 100 + 0.3, within(1e-9));
    assertThat(label.ion().heightAngstrom()).isCloseTo(1.5, within(1e-4));
    assertThat(label.ion().siteDistanceAngstrom()).isLessThan(1e-3);
    assertThat(label.energy().forceNormalEvPerAngstrom()).isEqualTo(0.125);
    assertThat(label.source().elapsedSeconds()).isEqualTo(120.5);
    assertThat(label.energy().energyKind()).isEqualTo("sigma0");
    assertThat(label.energy().origin()).isEqualTo("run");
    assertThat(label.source().gridUri()).endsWith("MoS2-Ti/LOCPOT");
    assertThat(label.source().theory().levelOfTheory().code()).isEqualTo("VASP 6.3.2");
    assertThat(label.source().theory().levelOfTheory().functional()).isEqualTo("PBE");
    assertThat(label.source().theory().levelOfTheory().kPoints()).isEqualTo("3x3x1");
    assertThat(label.source().theory().levelOfTheory().reference()).isEqualTo("isolated atom");
    assertThat(label.source().theory().levelOfTheory().labelKind()).isEqualTo("relaxed");
    assertThat(label.source().theory().levelOfTheory().pseudopotentials())
        .isEqualTo(
            "PAW_PBE Li_sv 10Sep2004, PAW_PBE Mo_sv 02Feb2006, PAW_PBE S 06Sep2000,"
                + " PAW_PBE Ti_pv 07Sep2000");
    assertThat(label.source().sources())
        .extracting(SourceFileValue::role)
        .containsExactly("contcar", "outcar", "grid", "contcar", "outcar");
    byte[] outcar = Files.readAllBytes(run.resolve("OUTCAR"));
    byte[] locpot = Files.readAllBytes(slab.resolve("LOCPOT"));
    assertThat(label.source().sources().get(1).sha256()).isEqualTo(DigestUtils.sha256Hex(outcar));
    assertThat(label.source().sources().get(1).lengthBytes()).isEqualTo(outcar.length);
    assertThat(label.source().sources().get(2).sha256()).isEqualTo(DigestUtils.sha256Hex(locpot));
  }

  @Test
  void aFolderAsVaspLeavesIt(SparkSession spark) throws IOException {
    VaspFolders small = new VaspFolders(root, TestSlabs.twoH(Element.Mo, Element.S));
    small.slab(
        "MoS2",
        Settings.single(-21)
            .with("mesh", "9    9    1")
            .with("ispin", "2")
            .with("ions", " IVDW = 12"));
    Path run = Files.createDirectories(root.resolve("MoS2/Li-on-Mo"));
    Files.writeString(run.resolve("OUTCAR"), VaspFolders.resource("OUTCAR-relaxed"));
    Files.writeString(run.resolve("OSZICAR"), VaspFolders.resource("OSZICAR-relaxed"));
    Files.writeString(run.resolve("CONTCAR"), VaspFolders.resource("CONTCAR-selective"));
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.rejects()).isEmpty();
    LabelRow label = found.labels().get(0);
    assertThat(label.siteId()).isEqualTo("T0");
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-24.125 + 21 + 0.3, within(1e-9));
    assertThat(label.ion().heightAngstrom()).isCloseTo(1.4, within(1e-4));
    assertThat(label.energy().forceNormalEvPerAngstrom()).isEqualTo(0.0125);
    assertThat(label.source().elapsedSeconds()).isEqualTo(530.818);
    assertThat(label.source().theory().levelOfTheory().functional()).isEqualTo("PBE-D3(BJ)");
    assertThat(label.source().sources())
        .extracting(SourceFileValue::role)
        .containsExactly("contcar", "outcar", "oszicar", "grid", "contcar", "outcar");
  }

  @Test
  void numberedFoldersWithoutAFirstImageAreRunsLikeOthers(SparkSession spark) throws IOException {
    folders.slab("m");
    runAt("m/01", graph.tops().get(0), -103.1);
    runAt("m/02", graph.hollows().get(0), -103.0);
    assertThat(Imports.of(root).run(spark).labels()).hasSize(2);
  }

  @Test
  void theEnergyThatIsAskedForIsTakenOfSlabAndRun(SparkSession spark) throws IOException {
    folders.slab("m", Settings.single(-100).with("free", "-100.50000000"));
    runAt("m/li", graph.tops().get(0), -103.1);
    LabelRow label = Imports.of(root).energy(EnergyKind.FREE).run(spark).labels().get(0);
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-103.11 + 100.5 + 0.3, within(1e-9));
    assertThat(label.energy().energyKind()).isEqualTo("free");
  }

  @Test
  void compressedFilesAreReadAsTheyAre(SparkSession spark) throws IOException {
    Path slab = folders.slab("m");
    Path run = runAt("m/li", graph.tops().get(0), -103.1);
    for (Path file :
        List.of(slab.resolve("LOCPOT"), run.resolve("OUTCAR"), run.resolve("CONTCAR"))) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
        out.write(Files.readAllBytes(file));
      }
      Files.delete(file);
    }
    assertThat(Imports.of(root).run(spark).labels()).hasSize(1);
  }

  @Test
  void aRelaxedSurfaceAndAnotherOrderOfAtomsAreTheSameSlab(SparkSession spark) throws IOException {
    folders.slab("m");
    CrystalStructure structure =
        TestSlabs.of(folders.withLithium(graph.tops().get(1).u(), graph.tops().get(1).v()))
            .noisy(0.05, 1)
            .shuffled(2)
            .shifted(0, 0, 0)
            .structure();
    folders.run("m/li", structure, Settings.relaxed(-103));
    assertThat(Imports.of(root).run(spark).labels())
        .singleElement()
        .satisfies(label -> assertThat(label.siteId()).isEqualTo("T1"));
  }

  @Test
  void theSlabMayBeBesideOrElsewhereBelow(SparkSession spark) throws IOException {
    folders.slab("slabs/MoS2-Ti");
    new VaspFolders(root, TestSlabs.twoH(Element.Mo, Element.S).supercell(2, 2)).slab("slabs/MoS2");
    runAt("lithium/a", graph.tops().get(0), -103.1);
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.labels()).extracting(LabelRow::materialId).containsExactly("slabs/MoS2-Ti");
    assertThat(found.rejects()).isEmpty();
  }

  @Test
  void theUserMayNameTheSlab(SparkSession spark, @TempDir Path elsewhere) throws IOException {
    Path slab = new VaspFolders(elsewhere, VaspFolders.doped()).slab("bare");
    Path grid = Files.move(slab.resolve("LOCPOT"), elsewhere.resolve("potential"));
    runAt("a", graph.tops().get(0), -103.1);
    SlabChoice named = new SlabChoice(slab.toString(), grid.toString(), "MoS2-Ti");
    assertThat(Imports.of(root).slab(named).run(spark).labels())
        .singleElement()
        .satisfies(label -> assertThat(label.materialId()).isEqualTo("MoS2-Ti"))
        .satisfies(label -> assertThat(label.source().gridUri()).endsWith("/potential"));
    Files.delete(slab.resolve("OUTCAR"));
    assertThat(Imports.of(root).slab(named).run(spark).rejectCounts())
        .containsOnlyKeys("MISSING_FILE", "REJECTED_SLAB");
  }

  @Test
  void theOtherSideIsImportedOnRequest(SparkSession spark) throws IOException {
    folders.slab("m");
    SurfaceGraph bottom = VaspFolders.doped().graph(Side.BOTTOM);
    AdsorptionSite site = bottom.tops().get(2);
    double c = VaspFolders.doped().structure().lattice().heightAngstrom();
    CrystalStructure structure =
        VaspFolders.doped()
            .added(Element.Li, site.u(), site.v(), -(site.anchorAngstrom() + 1.4) / c)
            .structure();
    folders.run("m/li", structure, Settings.relaxed(-103));
    assertThat(Imports.of(root).reject(spark).reason())
        .isEqualTo(
            "Cannot import it: expected Li on the top side, found it on the bottom side (--side"
                + " bottom imports those)");
    LabelRow label = Imports.of(root).side(Side.BOTTOM).run(spark).labels().get(0);
    assertThat(label.siteId()).isEqualTo("T2");
    assertThat(label.side()).isEqualTo("bottom");
    assertThat(label.ion().heightAngstrom()).isCloseTo(1.4, within(1e-4));
    assertThat(label.energy().forceNormalEvPerAngstrom()).isEqualTo(-0.125);
  }

  @Test
  void placesAreProjectedAlongTheNormalNotAlongC(SparkSession spark) throws IOException {
    TestSlabs tilted = VaspFolders.doped().tilted(0.3, -0.2);
    VaspFolders leaning = new VaspFolders(root, tilted);
    leaning.slab("m");
    AdsorptionSite site = tilted.graph(Side.TOP).hollows().get(1);
    Lattice lattice = tilted.structure().lattice();
    double[] flat = lattice.cartesian(site.u(), site.v(), 0);
    double z = site.anchorAngstrom() + 1.6;
    double[] f = lattice.fractional(flat[0], flat[1], z);
    // One cell up: the ion is far from the slab only in the file.
    leaning.run(
        "m/li", tilted.added(Element.Li, f[0], f[1], f[2] + 1).structure(), Settings.relaxed(-103));
    LabelRow label = Imports.of(root).run(spark).labels().get(0);
    assertThat(label.siteId()).isEqualTo("H1");
    assertThat(label.ion().siteDistanceAngstrom()).isLessThan(1e-3);
    assertThat(label.ion().heightAngstrom()).isCloseTo(1.6, within(1e-3));
  }

  @Test
  void theReferenceMayBeARunOfBulk(SparkSession spark, @TempDir Path other) throws IOException {
    folders.slab("m");
    runAt("m/li", graph.tops().get(0), -103.1);
    CrystalStructure bcc =
        new CrystalStructure(
            Lattice.of(new double[][] {{3.43, 0, 0}, {0, 3.43, 0}, {0, 0, 3.43}}),
            List.of(new Atom(Element.Li, 0, 0, 0), new Atom(Element.Li, 0.5, 0.5, 0.5)));
    VaspFolders bulk = new VaspFolders(other, VaspFolders.doped());
    Path run = bulk.run("bulk", bcc, Settings.single(-3.8).with("mesh", "15   15   15"));
    Ion ion = new Ion(Element.Li, null, run.toString(), null);
    LabelRow label = Imports.of(root).ion(ion).run(spark).labels().get(0);
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-103.1 + 100 + 1.9, within(1e-9));
    assertThat(label.source().theory().levelOfTheory().reference())
        .isEqualTo("bulk, one of 2 atoms");
    assertThat(label.energy().terms().ionEv()).isEqualTo(-1.9);

    bulk.run("bulk", bcc, Settings.single(-3.8).with("encut", "600.0"));
    assertThat(Imports.of(root).ion(ion).reject(spark).reason())
        .isEqualTo(
            "Cannot import it: expected the level of theory of the reference run, found there"
                + " cutoff 600 eV instead of 500 eV");
    bulk.run("bulk", folders.withLithium(0, 0), Settings.single(-3.8));
    assertThatThrownBy(() -> Imports.of(root).ion(ion).run(spark))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("bulk: expected Li alone, found LiMo3TiS8");
  }

  @Test
  void oszicarsAloneAreTakenWhenTheUserVouchesForThem(SparkSession spark) throws IOException {
    folders.slab("m");
    Path run = runAt("m/li", graph.tops().get(0), -103.1);
    Files.delete(run.resolve("OUTCAR"));
    Files.writeString(
        run.resolve("OSZICAR"),
        "   9 F= -.10312000E+03 E0= -.10310000E+03  d E =-.250000E-01  mag=     0.9990\n");
    assertThat(Imports.of(root).reject(spark).code()).isEqualTo("UNVERIFIED");
    LabelRow label = Imports.of(root).trusting().run(spark).labels().get(0);
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-2.8, within(1e-9));
    assertThat(label.flags()).containsExactly("energy_of_oszicar");
  }
}
