package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetRequest.Ion;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.dataset.ImportRejectRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a calculation cannot be used has its code and says why. */
@ExtendWith(SparkExtension.class)
class BrokenRunsTest {
  private static final Settings GOOD = Settings.relaxed(-103);

  @TempDir private Path root;

  private VaspFolders folders;
  private Path slab;

  @BeforeEach
  void makeSlab() throws IOException {
    folders = new VaspFolders(root, VaspFolders.doped());
    slab = folders.slab("m");
  }

  private Path good() throws IOException {
    return folders.run("m/li", folders.withLithium(0, 0), GOOD);
  }

  private void assertReject(SparkSession spark, String code, String reason) throws IOException {
    ImportRejectRow reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).isEqualTo(code);
    assertThat(reject.reason()).isEqualTo(reason);
    assertThat(reject.sourceUri()).endsWith("m/li");
  }

  @Test
  void aTruncatedOutcar(SparkSession spark) throws IOException {
    Path outcar = good().resolve("OUTCAR");
    String text = Files.readString(outcar);
    Files.writeString(outcar, text.substring(0, text.length() / 2));
    assertReject(
        spark,
        "TRUNCATED",
        "Cannot import it: expected an OUTCAR to its timing (General timing and accounting), found"
            + " one that ends before: the run was killed, or goes on");
  }

  @Test
  void electronsOrIonsThatDidNotConverge(SparkSession spark) throws IOException {
    CrystalStructure lithium = folders.withLithium(0, 0);
    folders.run("m/li", lithium, GOOD.with("ions", ""));
    assertThat(Imports.of(root).reject(spark).code()).isEqualTo("UNCONVERGED");
    folders.run(
        "m/li",
        lithium,
        GOOD.with("electrons", "aborting loop EDIFF was not reached (unconverged)"));
    assertThat(Imports.of(root).reject(spark).code()).isEqualTo("UNCONVERGED");
  }

  @Test
  void aMissingOrEmptyContcar(SparkSession spark) throws IOException {
    Path contcar = good().resolve("CONTCAR");
    Path poscar = Files.move(contcar, contcar.resolveSibling("POSCAR"));
    assertReject(
        spark,
        "MISSING_FILE",
        "Cannot import it: expected a CONTCAR, found none (a POSCAR is where it began)");
    Files.delete(poscar);
    assertReject(spark, "MISSING_FILE", "Cannot import it: expected a CONTCAR, found none");
    Files.createFile(contcar);
    assertReject(
        spark,
        "MISSING_FILE",
        "Cannot import it: expected a CONTCAR with a structure, found an empty file: the run was"
            + " killed before its first step ended");
    Files.writeString(contcar, "MoS2\n 1.0\n 1 0 0\n 0 1 0\n");
    assertReject(
        spark,
        "BAD_FILE",
        "Cannot import it: CONTCAR: Cannot read the header: expected a cell vector, found the end"
            + " of the file (line 5)");
  }

  @Test
  void noOutcar(SparkSession spark) throws IOException {
    Files.delete(good().resolve("OUTCAR"));
    assertReject(spark, "MISSING_FILE", "Cannot import it: expected an OUTCAR, found none");
  }

  @Test
  void otherAtoms(SparkSession spark) throws IOException {
    TestSlabs two = TestSlabs.of(folders.withLithium(0, 0)).added(Element.Li, 0.5, 0.5, 0.72);
    folders.run("m/li", two.structure(), GOOD);
    assertReject(
        spark, "WRONG_ATOMS", "Cannot import it: expected Mo3TiS8 and one Li, found Li2Mo3TiS8");
    folders.run(
        "m/li", TestSlabs.of(folders.withLithium(0, 0)).without(Element.S, 0).structure(), GOOD);
    assertReject(
        spark, "WRONG_ATOMS", "Cannot import it: expected Mo3TiS8 and one Li, found LiMo3TiS7");
  }

  @Test
  void contcarAndOutcarOfDifferentRuns(SparkSession spark) throws IOException {
    Path run = good();
    Files.writeString(
        run.resolve("OUTCAR"),
        VaspFolders.outcar(VaspFolders.sorted(VaspFolders.doped().structure()), GOOD));
    assertReject(
        spark,
        "MIXED_RUN",
        "Cannot import it: expected as many atoms in OUTCAR and CONTCAR, found 12 and 13");
    Files.writeString(
        run.resolve("OUTCAR"),
        VaspFolders.outcar(VaspFolders.sorted(folders.withLithium(0.1, 0)), GOOD));
    assertReject(
        spark,
        "MIXED_RUN",
        "Cannot import it: expected atoms of CONTCAR where the OUTCAR's last step has them, found"
            + " atom 1 0.64 Angstrom away");
    good();
    Files.writeString(
        run.resolve("OSZICAR"), "   1 F= -.10312000E+03 E0= -.10210000E+03  d E =-.250000E-01\n");
    assertReject(
        spark,
        "MIXED_RUN",
        "Cannot import it: expected the same energy in OUTCAR and OSZICAR, found -103.000000 and"
            + " -102.100000 eV");
  }

  @Test
  void anotherCellOrASlabThatMoved(SparkSession spark) throws IOException {
    CrystalStructure lithium = folders.withLithium(0, 0);
    double[][] rows = lithium.lattice().rows();
    rows[0][0] += 0.05;
    folders.run(
        "m/li",
        new CrystalStructure(io.github.epdi.structure.Lattice.of(rows), lithium.atoms()),
        GOOD);
    assertReject(
        spark,
        "OTHER_CELL",
        "Cannot import it: expected the slab's cell, found vector a 0.050 Angstrom away");
    folders.run("m/li", TestSlabs.of(lithium).shifted(0, 0, 0.1).structure(), GOOD);
    assertReject(
        spark,
        "ATOMS_MOVED",
        "Cannot import it: expected each atom within 0.60 Angstrom of its place in the bare slab,"
            + " not moved as a whole, found Ti 1.71 Angstrom away");
  }

  @Test
  void lithiumThatLeftTheSurfaceOrWentThroughIt(SparkSession spark) throws IOException {
    folders.run("m/li", folders.withIon(Element.Li, 0, 0, 4.5), GOOD);
    assertReject(
        spark,
        "DESORBED",
        "Cannot import it: expected Li at most 4.0 Angstrom above the chalcogens, found 4.50"
            + " Angstrom");
    folders.run("m/li", folders.withIon(Element.Li, 0.2, 0.2, -0.5), GOOD);
    assertReject(
        spark,
        "PENETRATED",
        "Cannot import it: expected Li above the chalcogens, found it 0.50 Angstrom below their"
            + " mean");
  }

  @Test
  void lithiumBetweenSites(SparkSession spark) throws IOException {
    folders.run("m/li", folders.withLithium(0.08, 0.04), GOOD);
    assertReject(
        spark,
        "AMBIGUOUS",
        "Cannot import it: expected the ion within 0.3 Angstrom of one site, found T0 at 0.441"
            + " Angstrom");
  }

  @Test
  void anotherLevelOfTheory(SparkSession spark) throws IOException {
    CrystalStructure lithium = folders.withLithium(0, 0);
    folders.run(
        "m/li",
        lithium,
        GOOD.with("ispin", "2")
            .with("title S", "PAW_PBE S_h 06Sep2000")
            .with("mesh", "5    5    1"));
    assertReject(
        spark,
        "OTHER_THEORY",
        "Cannot import it: expected the slab's level of theory, found pseudopotential of S PAW_PBE"
            + " S_h 06Sep2000 instead of PAW_PBE S 06Sep2000, k-points 5x5x1 instead of 3x3x1,"
            + " spin polarised instead of restricted");
    // Symmetry leaves other numbers of points of the same mesh.
    folders.run("m/li", lithium, GOOD.with("nkpts", "9"));
    assertThat(Imports.of(root).run(spark).rejects()).isEmpty();
  }

  @Test
  void aSecondRunAtTheSameSite(SparkSession spark) throws IOException {
    good();
    folders.run("m/li-again", folders.withLithium(0.01, 0), GOOD);
    ImportRejectRow reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).isEqualTo("DUPLICATE");
    assertThat(reject.reason()).contains("one label for site T0").contains("m/li before it");
  }

  @Test
  void aSlabWhoseGridIsRejectedTakesItsRunsWithIt(SparkSession spark) throws IOException {
    good();
    Files.writeString(
        slab.resolve("LOCPOT"),
        TestGrids.of(VaspFolders.doped().structure(), 12, 12, 48).plus((a, b, c) -> -3).locpot());
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.isEmpty()).isTrue();
    assertThat(found.rejectCounts())
        .containsEntry("XC_INCLUDED", 1L)
        .containsEntry("REJECTED_SLAB", 1L);
    assertThat(found.rejects().get(1).reason())
        .startsWith("Cannot import it: its slab m is rejected, XC_INCLUDED: Cannot ");
  }

  @Test
  void aSlabOfAnotherGeometryThanItsGrid(SparkSession spark) throws IOException {
    folders.run("m", VaspFolders.doped().noisy(0.3, 3).structure(), Settings.single(-100));
    ImportRejectRow reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).isEqualTo("ATOMS_MOVED");
    assertThat(reject.materialId()).isEqualTo("m");
  }

  @Test
  void foldersThatHoldNeither(SparkSession spark) throws IOException {
    folders.run("m/relax", VaspFolders.doped().structure(), GOOD);
    assertThat(Imports.of(root).reject(spark).reason())
        .isEqualTo(
            "Cannot import it: expected a slab with a potential grid (LOCPOT, a cube named"
                + " ...hartree...), or one with Li, found Mo3TiS8 without either");
  }

  @Test
  void runsWithoutASlab(SparkSession spark) throws IOException {
    good();
    Files.delete(slab.resolve("LOCPOT"));
    assertThat(Imports.of(root).run(spark).rejectCounts()).containsOnlyKeys("NO_ION", "NO_SLAB");
  }

  @Test
  void aRootThatIsNotThereIsAnInputError(SparkSession spark) {
    Path none = root.resolve("none");
    assertThatThrownBy(() -> Imports.of(none).run(spark))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a folder, found nothing");
    assertThatThrownBy(() -> Imports.of(root, root).run(spark))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("twice");
    assertThatThrownBy(() -> Imports.of(root).ion(new Ion(Element.Li, null, null, null)))
        .hasMessage(
            "Cannot count binding energies: expected one reference for Li (--ion-energy-ev,"
                + " --ion-energy-hartree or --ion-run), found none");
    assertThatThrownBy(() -> Imports.of(root).ion(new Ion(Element.Li, -0.3, null, null)))
        .hasMessage(
            "Cannot record what the energy of Li is: expected --ion-reference, such as 'isolated"
                + " atom' or 'bcc', found none");
  }
}
