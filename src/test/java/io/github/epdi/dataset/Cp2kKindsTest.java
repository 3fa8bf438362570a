package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.SourceFileValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Folders of CP2K as people have them, hand-made: not results of calculations. */
@ExtendWith(SparkExtension.class)
class Cp2kKindsTest {
  private static final double HARTREE_EV = 27.211386245988;
  private static final TestSlabs SLAB = TestSlabs.twoH(Element.Mo, Element.S).supercell(2, 2);

  @TempDir private Path root;

  private CrystalStructure lithium;

  @BeforeEach
  void makeFolders() throws IOException {
    CrystalStructure slab = SLAB.structure();
    double c = slab.lattice().heightAngstrom();
    double anchor = SLAB.graph(Side.TOP).tops().get(0).anchorAngstrom();
    lithium = SLAB.added(Element.Li, 0, 0, (anchor + 1.5) / c).structure();
    Path folder = Files.createDirectories(root.resolve("m"));
    Files.writeString(folder.resolve("v_hartree.cube"), TestGrids.of(slab, 12, 12, 48).cube());
    Files.writeString(folder.resolve("slab.inp"), input(slab, vectors(slab), coordinates(slab)));
    Files.writeString(folder.resolve("slab.out"), output(slab, -350, "-1.00E-06"));
    Files.createDirectories(root.resolve("m/li"));
    write("li.inp", input(lithium, vectors(lithium), coordinates(lithium)));
    write("li.out", output(lithium, -350.1, "-1.00E-06"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve("m/li").resolve(name), text);
  }

  private static String vectors(CrystalStructure structure) {
    StringBuilder text = new StringBuilder();
    double[][] rows = structure.lattice().rows();
    for (int i = 0; i < 3; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %c %.8f %.8f %.8f%n",
              "ABC".charAt(i),
              rows[i][0],
              rows[i][1],
              rows[i][2]));
    }
    return text.toString();
  }

  private static String atoms(CrystalStructure structure) {
    StringBuilder text = new StringBuilder();
    List<double[]> positions = structure.cartesianPositions();
    for (int i = 0; i < positions.size(); i++) {
      double[] r = positions.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "%s %.8f %.8f %.8f%n",
              structure.atoms().get(i).element(),
              r[0],
              r[1],
              r[2]));
    }
    return text.toString();
  }

  private static String coordinates(CrystalStructure structure) {
    return "&COORD\n" + atoms(structure) + "&END\n";
  }

  private static String input(CrystalStructure structure, String cell, String coordinates) {
    StringBuilder kinds = new StringBuilder();
    structure.atoms().stream()
        .map(Atom::element)
        .distinct()
        .forEach(
            element ->
                kinds.append(
                    "&KIND %s%nBASIS_SET DZVP%nPOTENTIAL GTH-PBE%n&END%n".formatted(element)));
    return "&GLOBAL\nRUN_TYPE ENERGY\n&END\n&FORCE_EVAL\n&DFT\n&MGRID\nCUTOFF 400\n&END\n&XC\n"
        + "&XC_FUNCTIONAL PBE\n&END\n&END\n&END\n&SUBSYS\n&CELL\n"
        + cell
        + "&END\n"
        + coordinates
        + kinds
        + "&END\n&END\n";
  }

  private static String begun(CrystalStructure structure, double hartree, String change) {
    return String.format(
        Locale.ROOT,
        " CP2K| version string:                 CP2K version 2025.2%n"
            + "                             - Atoms:            %d%n"
            + " SCF WAVEFUNCTION OPTIMIZATION%n"
            + "     1 OT DIIS     0.15E+00    0.5     0.01329231  %20.10f -3.50E+02%n"
            + "     2 OT DIIS     0.15E+00    0.5     0.00000931  %20.10f %s%n"
            + "  *** SCF run converged in     2 steps ***%n"
            + " ENERGY| Total FORCE_EVAL ( QS ) energy [hartree]  %.12f%n",
        structure.atoms().size(),
        hartree,
        hartree,
        change,
        hartree);
  }

  private static String output(CrystalStructure structure, double hartree, String change) {
    return begun(structure, hartree, change) + "  **  PROGRAM ENDED AT   2026-01-02\n";
  }

  private LabelRow label(SparkSession spark) throws IOException {
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.rejects()).isEmpty();
    assertThat(found.labels()).hasSize(1);
    LabelRow label = found.labels().get(0);
    assertThat(label.siteId()).isEqualTo("T0");
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-0.1 * HARTREE_EV + 0.3, within(1e-6));
    return label;
  }

  private void assertReject(SparkSession spark, String code, String... words) throws IOException {
    var reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).as(reject.reason()).isEqualTo(code);
    assertThat(reject.reason()).contains(words);
    assertThat(reject.sourceUri()).endsWith("li.out");
  }

  @Test
  void severalRunsInOneOutput(SparkSession spark) throws IOException {
    String first = output(lithium, -349, "-1.00E-06");
    write("li.out", begun(lithium, -348, "-1.00E-06") + first + output(lithium, -350.1, "1.0E-07"));
    label(spark);
    write("li.out", output(lithium, -350.1, "-1.00E-06") + begun(lithium, -351, "-1.00E-06"));
    assertReject(spark, "TRUNCATED", "run 2 of 2 in the file");
  }

  @Test
  void theCellByItsLengths(SparkSession spark) throws IOException {
    String lengths =
        String.format(
            Locale.ROOT,
            "ABC [nm] 0.636 0.636 %.8f%nALPHA_BETA_GAMMA [deg] 90 90 120%n&CELL_REF%nABC 9 9 9%n"
                + "&END%n",
            lithium.lattice().heightAngstrom() / 10);
    String wrong = "A 7.0 0 0\nB -3.5 6.06217783 0\nC 0 0 20\n";
    write("li.inp", input(lithium, wrong + lengths, coordinates(lithium)));
    label(spark);
    write("li.inp", input(lithium, wrong, coordinates(lithium)));
    assertReject(spark, "OTHER_CELL", "vector a 0.640 Angstrom away");
  }

  @Test
  void coordinatesInOtherFiles(SparkSession spark) throws IOException {
    write("atoms.inc", atoms(lithium));
    write("li.inp", input(lithium, vectors(lithium), "&COORD\n@INCLUDE 'atoms.inc'\n&END\n"));
    assertThat(label(spark).source().sources())
        .extracting(SourceFileValue::uri)
        .anySatisfy(uri -> assertThat(uri).endsWith("li/atoms.inc"));
    String topology = "&TOPOLOGY\nCOORD_FILE_NAME ../li.xyz\nCOORD_FILE_FORMAT XYZ\n&END\n";
    write("li.inp", input(lithium, vectors(lithium), topology));
    assertReject(spark, "MISSING_FILE", "../li.xyz, which the input takes in (li.inp, line ");
    write("../li.xyz", lithium.atoms().size() + "\n\n" + atoms(lithium));
    label(spark);
  }

  @Test
  void energiesThatStillMove(SparkSession spark) throws IOException {
    write("li.out", output(lithium, -350.1, "-8.46E-04"));
    LabelRow label = label(spark);
    assertThat(label.convergence().withIonEv()).isCloseTo(8.46e-4 * HARTREE_EV, within(1e-9));
    assertThat(label.convergence().slabEv()).isCloseTo(1e-6 * HARTREE_EV, within(1e-12));
    assertThat(label.flags()).containsExactly("scf_energy_moving");
    write("li.out", output(lithium, -350.1, " 9.95E-03"));
    assertReject(spark, "UNCONVERGED", "0.2708 eV", "0.05 eV");
  }

  @Test
  void anOutputOfAnotherInput(SparkSession spark) throws IOException {
    String printed =
        " CELL| Vector a [angstrom]:       6.460     0.000     0.000    |a| =       6.460\n";
    write("li.out", printed + output(lithium, -350.1, "-1.00E-06"));
    assertReject(spark, "MIXED_RUN", "one cell in output and input", "vector a 0.100 Angstrom");
    write("li.out", " GLOBAL| Run type          GEO_OPT\n" + output(lithium, -350.1, "1.00E-06"));
    assertReject(spark, "MIXED_RUN", "found GEO_OPT and ENERGY");
  }

  @Test
  void anotherLevelOfTheory(SparkSession spark) throws IOException {
    String input = input(lithium, vectors(lithium), coordinates(lithium));
    write("li.inp", input.replace("&KIND S\nBASIS_SET DZVP", "&KIND S\nBASIS_SET ORB TZVP"));
    assertReject(spark, "OTHER_THEORY", "basis set of S TZVP instead of DZVP");
    write(
        "li.inp",
        input.replace("CUTOFF 400", "CUTOFF [Ry] 400.0").replace("BASIS_SET", "BASIS_SET ORB"));
    label(spark);
  }
}
