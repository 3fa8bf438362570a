package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SparkExtension;
import io.github.epdi.dataset.DatasetRequest.Ion;
import io.github.epdi.dataset.VaspFolders.Settings;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.ScfLimits;
import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Lattice;
import io.github.epdi.tables.dataset.ImportRejectRow;
import io.github.epdi.tables.dataset.LabelRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Folders of VASP as people have them: other atoms, other files, other ends than they seem. */
@ExtendWith(SparkExtension.class)
class VaspKindsTest {
  private static final Settings GOOD = Settings.relaxed(-103);
  private static final String CHANGE = " total energy-change (2. order) :%s  (-0.1E-04)\n";

  @TempDir private Path root;

  private VaspFolders folders;
  private Path slab;
  private Path run;

  @BeforeEach
  void makeFolders() throws IOException {
    folders = new VaspFolders(root, VaspFolders.doped());
    slab = folders.slab("m");
    run = folders.run("m/li", folders.withLithium(0, 0), GOOD);
  }

  private static void edit(Path folder, String from, String to) throws IOException {
    Path file = folder.resolve("OUTCAR");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private void assertReject(SparkSession spark, String code, String... words) throws IOException {
    ImportRejectRow reject = Imports.of(root).reject(spark);
    assertThat(reject.code()).as(reject.reason()).isEqualTo(code);
    assertThat(reject.reason()).contains(words);
    assertThat(reject.sourceUri()).endsWith("m/li");
  }

  private LabelRow label(SparkSession spark) throws IOException {
    ImportedDataset found = Imports.of(root).run(spark);
    assertThat(found.rejects()).isEmpty();
    assertThat(found.labels()).hasSize(1);
    return found.labels().get(0);
  }

  @Test
  void potcarsInAnotherOrderThanTheSpecies(SparkSession spark) throws IOException {
    String sulfur = "TITEL  = PAW_PBE S 06Sep2000";
    String titanium = "TITEL  = PAW_PBE Ti_pv 07Sep2000";
    edit(run, sulfur, "TITEL  = x");
    edit(run, titanium, sulfur);
    edit(run, "TITEL  = x", titanium);
    assertReject(
        spark,
        "WRONG_ATOMS",
        "expected the POTCARs of OUTCAR in the order of CONTCAR (Li 1, S 8, Ti 1, Mo 3)",
        "found PAW_PBE Li_sv 10Sep2004, PAW_PBE Ti_pv 07Sep2000, PAW_PBE S 06Sep2000, PAW_PBE"
            + " Mo_sv 02Feb2006 with ions per type 1 8 1 3");
  }

  @Test
  void numbersOfIonsThatAreNotThoseOfTheSpecies(SparkSession spark) throws IOException {
    folders.run("m/li", folders.withLithium(0, 0), GOOD.with("counts", "     1     8     3     1"));
    assertReject(spark, "WRONG_ATOMS", "with ions per type 1 8 3 1");
  }

  @Test
  void titlesOfOtherElementsThanTheirPotentials(SparkSession spark) throws IOException {
    edit(
        run,
        "   LEXCH  = PE\n   TITEL  = PAW_PBE S ",
        "   VRHFIN =Se: s2p4\n   TITEL  = PAW_PBE S ");
    assertReject(spark, "WRONG_ATOMS", "PAW_PBE S 06Sep2000 (VRHFIN Se)");
  }

  @Test
  void outcarsThatDoNotNameTheirAtoms(SparkSession spark) throws IOException {
    String text = Files.readString(run.resolve("OUTCAR"));
    String bare = text.replaceAll("(?m)^ *(TITEL|POTCAR:).*\\n", "");
    Files.writeString(run.resolve("OUTCAR"), bare);
    assertReject(spark, "UNVERIFIED", "TITEL or VRHFIN of each POTCAR");
    // A POTCAR that lies beside it names them, in the order in which VASP read it.
    String potcar =
        "  PAW_PBE Li_sv 10Sep2004\n   TITEL  = PAW_PBE Li_sv 10Sep2004\n"
            + "   TITEL  = PAW_PBE S 06Sep2000\n   TITEL  = PAW_PBE Ti_pv 07Sep2000\n"
            + "   TITEL  = PAW_PBE Mo_sv 02Feb2006\n";
    Files.writeString(run.resolve("POTCAR"), potcar);
    edit(run, "ions per type =", "ions of a type =");
    assertThat(label(spark).energy().bindingEnergyEv()).isCloseTo(-2.7, within(1e-9));
    Files.writeString(run.resolve("POTCAR"), potcar.replace("Mo_sv", "W_sv"));
    assertReject(spark, "WRONG_ATOMS", "PAW_PBE W_sv 02Feb2006");
    Files.delete(run.resolve("POTCAR"));
    Files.writeString(
        run.resolve("vasprun.xml"),
        VasprunText.of(folders.withLithium(0, 0)).step(0.01, -103.0, -103.01).text());
    assertThat(label(spark).energy().bindingEnergyEv()).isCloseTo(-2.7, within(1e-9));
  }

  /** An ionic step of a force field, with its geometry. */
  private String predicted(CrystalStructure structure) {
    StringBuilder text =
        new StringBuilder(" POSITION                       TOTAL-FORCE (eV/Angst) (ML)\n ------\n");
    for (double[] r : VaspFolders.sorted(structure).cartesianPositions()) {
      text.append(
          String.format(java.util.Locale.ROOT, " %.5f %.5f %.5f 0.0 0.0 0.0%n", r[0], r[1], r[2]));
    }
    return text
        + " ------\n  ML FREE ENERGIE OF THE ION-ELECTRON SYSTEM (eV)\n"
        + "  free  energy ML TOTEN  =      -150.00000000 eV\n\n"
        + "  ML energy  without entropy=  -150.00000000  ML energy(sigma->0) =   -150.00000000\n";
  }

  @Test
  void energiesOfAForceFieldAreNoLabels(SparkSession spark) throws IOException {
    String end = " General timing";
    CrystalStructure lithium = folders.withLithium(0, 0);
    edit(run, end, predicted(folders.withIon(Element.Li, 0, 0, 1.53)) + end);
    assertReject(spark, "UNVERIFIED", "a later step of a force field with atom 1 0.030 Angstrom");
    folders.run("m/li", lithium, GOOD);
    edit(run, end, predicted(lithium) + end);
    LabelRow label = label(spark);
    assertThat(label.energy().terms().withIonEv()).isEqualTo(-103);
    assertThat(label.flags()).containsExactly("relaxed_by_force_field");

    // The last DFT step is of a geometry that is near, but another.
    folders.run("m/li", folders.withIon(Element.Li, 0, 0, 1.53), GOOD);
    String contcar = VaspFolders.contcar(VaspFolders.sorted(lithium));
    Files.writeString(run.resolve("CONTCAR"), contcar);
    edit(run, "   NSW    =", "   ML_LMLFF =      T\n   NSW    =");
    assertReject(spark, "UNVERIFIED", "the last one with atom 1 0.030 Angstrom away (ML_LMLFF)");

    // No DFT step at all, and one that comes last.
    folders.run("m/li", lithium, GOOD);
    String text = Files.readString(run.resolve("OUTCAR"));
    int first = text.indexOf("---------------------------------------");
    String settings = text.substring(0, first) + "   ML_LMLFF =      T\n";
    String rest = text.substring(text.indexOf(end));
    Files.writeString(run.resolve("OUTCAR"), settings + predicted(lithium) + rest);
    assertReject(spark, "UNVERIFIED", "energies of a force field alone (ML_LMLFF)");
    Files.writeString(run.resolve("OUTCAR"), settings + predicted(lithium) + text.substring(first));
    assertThat(label(spark).energy().terms().withIonEv()).isEqualTo(-103);
  }

  @Test
  void dipoleCorrectionsThatDifferAreFlags(SparkSession spark) throws IOException {
    String corrected =
        "   LDIPOL =      T\n   IDIPOL =      3\n   DIPOL = 0.5 0.5 0.52\n   NSW    =";
    edit(run, "   NSW    =", corrected);
    LabelRow label = label(spark);
    assertThat(label.flags()).containsExactly("DIPOL_differs", "IDIPOL_differs", "LDIPOL_differs");
    assertThat(label.convergence().remarks())
        .anySatisfy(
            remark ->
                assertThat(remark).endsWith("LDIPOL is T with the ion and F in the bare slab"));
    edit(slab, "   NSW    =", corrected.replace("0.52", "0.50"));
    assertThat(label(spark).flags()).containsExactly("DIPOL_differs");
    edit(slab, "0.5 0.5 0.50", "0.5  0.5 0.520");
    assertThat(label(spark).flags()).isEmpty();
  }

  @Test
  void aVasprunStandsInForAnOutcar(SparkSession spark) throws IOException {
    CrystalStructure lithium = folders.withLithium(0, 0);
    VasprunText text = VasprunText.of(lithium).step(0.01, -102.0, -103.2, -103.2003);
    Files.delete(run.resolve("OUTCAR"));
    Files.writeString(run.resolve("vasprun.xml"), text.text());
    LabelRow label = label(spark);
    assertThat(label.energy().bindingEnergyEv()).isCloseTo(-103.1903 + 100.3, within(1e-6));
    assertThat(label.energy().forceNormalEvPerAngstrom()).isEqualTo(0.01);
    assertThat(label.convergence().withIonEv()).isCloseTo(3e-4, within(1e-9));
    assertThat(label.source().sources()).extracting("role").contains("contcar", "vasprun");
    assertThat(
            Imports.of(root)
                .energy(EnergyKind.FREE)
                .run(spark)
                .labels()
                .get(0)
                .energy()
                .terms()
                .withIonEv())
        .isEqualTo(-103.2003);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(run.resolve("vasprun.xml.gz")))) {
      out.write(text.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.delete(run.resolve("vasprun.xml"));
    assertThat(label(spark).energy().bindingEnergyEv()).isEqualTo(label.energy().bindingEnergyEv());
  }

  @Test
  void outputsBesideTheOutcarAreOfTheSameRun(SparkSession spark) throws IOException {
    VasprunText text = VasprunText.of(folders.withLithium(0, 0));
    Files.writeString(run.resolve("vasprun.xml"), text.step(0.01, -103.0, -103.01).text());
    assertThat(label(spark).flags()).isEmpty();
    Files.writeString(run.resolve("vasprun.xml"), text.step(0.01, -103.0, -103.11).text());
    assertReject(spark, "MIXED_RUN", "in OUTCAR and vasprun.xml", "-103.000000 and -103.100000 eV");
    String whole = text.step(0.01, -103.0, -103.01).text();
    Files.writeString(run.resolve("vasprun.xml"), whole.substring(0, whole.length() / 2));
    Files.writeString(run.resolve("vaspout.h5"), "none of that");
    assertThat(label(spark).flags())
        .containsExactly("vaspout_not_compared", "vasprun_not_compared");
  }

  @Test
  void energiesThatStillMove(SparkSession spark) throws IOException {
    String end = "------------------------ aborting";
    edit(run, end, CHANGE.formatted("-0.1234E-01") + end);
    LabelRow label = label(spark);
    assertThat(label.convergence().withIonEv()).isEqualTo(0.01234);
    assertThat(label.convergence().slabEv()).isNull();
    assertThat(label.flags()).containsExactly("scf_energy_moving");
    assertThat(label.convergence().remarks())
        .singleElement()
        .asString()
        .endsWith(
            "m/li: the last SCF step changed the total energy by 0.0123 eV, which is above 0.002"
                + " eV");
    Imports imports = Imports.of(root);
    assertThat(imports.limits(new ScfLimits(0.02, 0.05)).run(spark).labels().get(0).flags())
        .isEmpty();
    assertThat(imports.limits(new ScfLimits(0.001, 0.01)).reject(spark).reason())
        .isEqualTo(
            "Cannot import it: expected a total energy that the last SCF step changes by at most"
                + " 0.01 eV, found a last change of 0.0123 eV (--max-scf-change)");
    edit(slab, end, CHANGE.formatted(" 0.2700E+00") + end);
    ImportedDataset found = imports.run(spark);
    assertThat(found.rejectCounts()).containsOnlyKeys("UNCONVERGED", "REJECTED_SLAB");
    assertThat(found.rejects().get(1).reason()).contains("0.2700 eV", "0.05 eV");
    edit(slab, " 0.2700E+00", " 0.2700E-02");
    assertThat(label(spark).flags()).containsExactly("scf_energy_moving", "slab_scf_energy_moving");
    assertThat(label(spark).convergence().slabEv()).isEqualTo(0.0027);
    assertThatThrownBy(() -> new ScfLimits(0.1, 0.05)).isInstanceOf(InputException.class);
  }

  @Test
  void changesOfTheOszicarAndOfTheCriterion(SparkSession spark) throws IOException {
    edit(run, "   NSW    =", "   EDIFF  = 0.3E-02   stopping-criterion for ELM\n   NSW    =");
    assertThat(label(spark).convergence().withIonEv()).isEqualTo(0.003);
    Files.writeString(
        run.resolve("OSZICAR"),
        "DAV:   1    -0.1E+03   -0.1E+03   -0.1E+00\nDAV:   2    -0.1E+03    0.90E-01   -0.1E+00\n"
            + "   1 F= -.10301000E+03 E0= -.10300000E+03  d E =-.25E-01\n");
    assertReject(spark, "UNCONVERGED", "0.0900 eV");
  }

  @Test
  void aReferenceThatStillMoves(SparkSession spark, @TempDir Path other) throws IOException {
    CrystalStructure atom =
        new CrystalStructure(
            Lattice.of(new double[][] {{12, 0, 0}, {0, 12, 0}, {0, 0, 12}}),
            List.of(new Atom(Element.Li, 0.5, 0.5, 0.5)));
    Path reference =
        new VaspFolders(other, VaspFolders.doped()).run("atom", atom, Settings.single(-0.3));
    Ion ion = new Ion(Element.Li, null, reference.toString(), null);
    String end = "------------------------ aborting";
    edit(reference, end, CHANGE.formatted(" 0.4000E-02") + end);
    LabelRow label = Imports.of(root).ion(ion).run(spark).labels().get(0);
    assertThat(label.convergence().ionEv()).isEqualTo(0.004);
    assertThat(label.flags()).containsExactly("ion_scf_energy_moving");
    edit(reference, " 0.4000E-02", " 0.4000E+00");
    assertThatThrownBy(() -> Imports.of(root).ion(ion).run(spark))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0.4000 eV")
        .hasMessageContaining("0.05 eV");
  }

  @Test
  void bindingEnergiesThatNoIonHas(SparkSession spark) throws IOException {
    for (double ev : new double[] {-116, -97}) {
      folders.run("m/li", folders.withLithium(0, 0), Settings.relaxed(ev));
      assertReject(
          spark,
          "IMPLAUSIBLE",
          "expected a binding energy of -12 to +3 eV, found ",
          "E(slab + Li) " + (ev == -116 ? "-116.0000" : "-97.0000") + " eV (OUTCAR, line ",
          "E(slab) -100.0000 eV (OUTCAR, line ",
          "E(Li) -0.3000 eV");
    }
  }

  /** No setting of VASP has so many digits; it was an exception that ended the import. */
  @Test
  void settingsBeyondAllIntegersAreNoSettings(SparkSession spark) throws IOException {
    edit(run, "   NSW    =", "   NSW    = 99999999999 was");
    assertReject(spark, "BAD_FILE", "an integer of at most nine digits for NSW", "99999999999");
  }

  @Test
  void electronicStepsBeyondAllIntegersAreNoSteps(SparkSession spark) throws IOException {
    edit(run, "Iteration", "Iteration      1(99999999999) Iteration");
    assertReject(spark, "BAD_FILE", "the number of an electronic step", "99999999999");
  }

  @Test
  void numbersThatAreNoneAreNamedWithTheirLine(SparkSession spark) throws IOException {
    edit(run, "energy(sigma->0) =      -103.00000000", "energy(sigma->0) =      ***************");
    assertReject(spark, "BAD_FILE", "found \"***************\" (OUTCAR, line ");
    folders.run("m/li", folders.withLithium(0, 0), GOOD);
    edit(run, " 0.125000", " 0.12.000");
    assertReject(spark, "BAD_FILE", "found \"0.12.000\" (OUTCAR, line ");
  }

  @Test
  void damagedCompressionStopsNothing(SparkSession spark) throws IOException {
    for (String name : new String[] {"OUTCAR", "CONTCAR"}) {
      folders.run("m/li", folders.withLithium(0, 0), GOOD);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(Files.readAllBytes(run.resolve(name)));
      }
      Files.delete(run.resolve(name));
      byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
      Files.write(run.resolve(name + ".gz"), half);
      assertReject(spark, "BAD_FILE", "can be decompressed");
      Files.delete(run.resolve(name + ".gz"));
    }
  }
}
