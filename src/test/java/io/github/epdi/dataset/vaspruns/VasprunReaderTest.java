package io.github.epdi.dataset.vaspruns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.dataset.VaspFolders;
import io.github.epdi.dataset.VasprunText;
import io.github.epdi.dataset.calculation.EnergyKind;
import io.github.epdi.dataset.calculation.NumberedLines;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.dataset.calculation.Unverified;
import io.github.epdi.dataset.vaspruns.VaspOutput.Milestone;
import io.github.epdi.grid.hdf5.StoredHdf5;
import io.github.epdi.grid.text.StorageInput;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vasprun.xml says is what the OUTCAR of the same calculation says. */
class VasprunReaderTest {
  private static final CrystalStructure LITHIUM =
      TestSlabs.twoH(Element.Mo, Element.S).added(Element.Li, 0, 0, 0.68).structure();

  private static final VasprunText RELAXED =
      VasprunText.of(LITHIUM).step(0.5, -23.5, -24.0).step(0.01, -24.1, -24.135, -24.1351);

  private static VaspOutput read(String text) throws IOException {
    return VasprunReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertUnusable(
      String text, String code) {
    return assertThatThrownBy(() -> read(text).requireConverged())
        .isInstanceOfSatisfying(UnusableException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theLastStepWithElectronsCounts() throws IOException {
    VaspOutput output = read(RELAXED.text());
    output.requireConverged();
    assertThat(output.energiesEv().get(EnergyKind.FREE)).isEqualTo(-24.1351);
    assertThat(output.energiesEv().get(EnergyKind.SIGMA0))
        .as("with the difference of the last electronic step, not the ionic step's own number")
        .isCloseTo(-24.1251, within(1e-9));
    assertThat(output.last().lastChangeEv()).isCloseTo(1e-4, within(1e-9));
    assertThat(output.electronicSteps()).isEqualTo(3);
    assertThat(output.atoms()).isEqualTo(4);
    assertThat(output.positions()).hasSize(4);
    List<double[]> expected = VaspFolders.sorted(LITHIUM).cartesianPositions();
    assertThat(output.positions().get(3)).containsExactly(expected.get(3), within(1e-6));
    assertThat(output.forces()).hasSize(4);
    assertThat(output.version()).isEqualTo("6.3.2");
    assertThat(VaspTheory.of(output).functional()).isEqualTo("PBE");
    assertThat(VaspTheory.of(output).kPoints()).isEqualTo("3x3x1");
    assertThat(VaspTheory.of(output).cutoff()).isEqualTo("500 eV");
    VaspChecks.structure(output, VaspFolders.sorted(LITHIUM), "CONTCAR");
  }

  @Test
  void convergenceIsJudgedByItsCriteria() throws IOException {
    assertUnusable(RELAXED.step(0.03, -24.2, -24.21).text(), "UNCONVERGED")
        .hasMessageContaining("ions that reach EDIFFG");
    assertUnusable(RELAXED.with("nsw", "2").text(), "UNCONVERGED");
    read(RELAXED.with("nsw", "0").with("ibrion", "-1").text()).requireConverged();
    double[] many = new double[60];
    java.util.Arrays.fill(many, -24.0);
    assertUnusable(RELAXED.step(0.001, many).text(), "UNCONVERGED")
        .hasMessageContaining("found 60 electronic steps with NELM = 60");
    // A force on an ion that is held is none that has to vanish.
    VasprunText pushed = RELAXED.step(0.5, -24.2, -24.21);
    assertUnusable(pushed.text(), "UNCONVERGED");
    String held = "<v type=\"logical\" > F F F </v>\n";
    String free = "<v type=\"logical\" > T T T </v>\n".repeat(3);
    assertThat(read(pushed.with("selective", held + free).text()).milestones())
        .as("lithium, the first atom, is held")
        .contains(Milestone.IONS_CONVERGED);
    assertThat(read(pushed.with("selective", free + held).text()).milestones())
        .as("the last atom is held")
        .doesNotContain(Milestone.IONS_CONVERGED);
    // Of an energy as criterion.
    VasprunText energy = RELAXED.with("ediffg", "0.00100000");
    assertUnusable(energy.text(), "UNCONVERGED");
    read(energy.step(9, -24.1, -24.1355).text()).requireConverged();
  }

  @Test
  void stepsWithoutElectronsAreThoseOfAForceField() throws IOException {
    CrystalStructure sorted = VaspFolders.sorted(LITHIUM);
    VaspOutput same = read(RELAXED.with("mlff", "T").text());
    same.forceField().check(same, sorted, "CONTCAR");
    VaspOutput later = read(RELAXED.step(0.001).text());
    later.forceField().check(later, sorted, "CONTCAR");
    CrystalStructure higher =
        TestSlabs.twoH(Element.Mo, Element.S).added(Element.Li, 0, 0, 0.69).structure();
    VaspOutput moved = read(RELAXED.moved(higher).step(0.001).text());
    for (CrystalStructure contcar : List.of(sorted, VaspFolders.sorted(higher))) {
      assertThatThrownBy(() -> moved.forceField().check(moved, contcar, "CONTCAR"))
          .hasMessageContaining("(ML_LMLFF)")
          .isInstanceOfSatisfying(
              UnusableException.class, e -> assertThat(e.code()).isEqualTo("UNVERIFIED"));
    }
    assertThat(moved.energiesEv().get(EnergyKind.FREE)).isEqualTo(-24.1351);
  }

  @Test
  void textThatEndsEarlyIsTruncated() throws IOException {
    String text = RELAXED.text();
    for (int length : new int[] {text.length() - 12, text.length() / 2, 400}) {
      assertUnusable(text.substring(0, length), "TRUNCATED");
    }
    assertUnusable("", "TRUNCATED");
    assertUnusable("<html><body/></html>", "BAD_FILE").hasMessageContaining("modeling");
    assertUnusable(text.replace("-24.13510000", "*************"), "BAD_FILE")
        .hasMessageMatching("(?s).*found \"\\*+\" \\(vasprun.xml, line \\d+\\)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE modeling [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE modeling SYSTEM \"http://127.0.0.1:9/none.dtd\">",
        "<!DOCTYPE modeling [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
      })
  void declarationsAreNotRead(String declaration) throws IOException {
    String text = RELAXED.text().replace("?>\n", "?>\n" + declaration + "\n");
    assertUnusable(text, "BAD_FILE").hasMessageContaining("without declarations of types");
  }

  /** Energies, atoms and settings of true calculations, from three files of each. */
  @ParameterizedTest
  @ValueSource(strings = {"graphene", "nitric_oxide-polarized"})
  void allFilesOfOneCalculationSayTheSame(String name) throws IOException {
    Path folder = SharedData.path("real-levels/" + name);
    VaspOutput outcar;
    try (BufferedReader in = Files.newBufferedReader(folder.resolve("OUTCAR"))) {
      outcar = OutcarReader.read(new NumberedLines("OUTCAR", in));
    }
    VaspOutput vasprun;
    try (InputStream in = Files.newInputStream(folder.resolve("vasprun.xml"))) {
      vasprun = VasprunReader.read(in);
    }
    VaspOutput vaspout = vaspout(folder.resolve("vaspout.h5"), Unverified.TRUST);
    outcar.requireConverged();
    for (VaspOutput other : List.of(vasprun, vaspout)) {
      other.requireConverged();
      for (EnergyKind kind : EnergyKind.values()) {
        assertThat(other.energiesEv().get(kind))
            .as("%s %s", other.file(), kind)
            .isCloseTo(outcar.energiesEv().get(kind), within(2e-8));
      }
      assertThat(other.species()).as(other.file()).isEqualTo(outcar.species());
      assertThat(VaspTheory.of(outcar).differences(VaspTheory.of(other)))
          .as(other.file())
          .isEmpty();
      assertThat(VaspTheory.of(outcar).remarks(VaspTheory.of(other))).as(other.file()).isEmpty();
      assertThat(other.atoms()).isEqualTo(outcar.atoms());
      for (int i = 0; i < outcar.atoms(); i++) {
        assertThat(other.positions().get(i))
            .as("%s atom %d", other.file(), i)
            .containsExactly(outcar.positions().get(i), within(1e-5));
      }
    }
    assertThat(vasprun.last().lastChangeEv()).isCloseTo(outcar.last().lastChangeEv(), within(2e-8));
    assertThatThrownBy(() -> vaspout(folder.resolve("vaspout.h5"), Unverified.REJECT))
        .hasMessageContaining("a vaspout.h5 of a VASP before 6.5 alone");
  }

  private static VaspOutput vaspout(Path file, Unverified unverified) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    try (FSDataInputStream in = path.getFileSystem(new Configuration()).open(path)) {
      StoredHdf5 opened = StoredHdf5.open(new StorageInput(in, Files.size(file)));
      return VaspoutReader.read(opened, unverified);
    }
  }
}
