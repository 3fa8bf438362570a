package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.luben.zstd.Zstd;
import io.github.epdi.structure.RejectCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One run in every format says the same. */
class LevelsFormatsTest {
  @TempDir private Path folder;
  private LevelsFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new LevelsFixture(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "EIGENVAL, EIGENVAL",
    "OUTCAR, OUTCAR",
    "vasprun.xml, VASPRUN",
    "cp2k.out, CP2K",
    "data-file-schema.xml, QUANTUM_ESPRESSO"
  })
  void ofText(String name, LevelsFormat format) {
    String text = LevelsFixture.text(name);
    check(fixture.read(text), format);
    check(fixture.read(text.replace("\n", "\r\n")), format);
  }

  @Test
  void ofHdf5() throws IOException {
    byte[] file = Files.readAllBytes(fixture.vaspout());
    check(fixture.read(file), LevelsFormat.VASPOUT);
    check(fixture.read(gzip(file)), LevelsFormat.VASPOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EIGENVAL", "vasprun.xml", "cp2k.out"})
  void compressed(String name) throws IOException {
    byte[] text = LevelsFixture.text(name).getBytes(StandardCharsets.ISO_8859_1);
    String digest = fixture.read(text).digest();
    assertThat(fixture.read(gzip(text)).digest()).isEqualTo(digest);
    assertThat(fixture.read(bzip2(text)).digest()).isEqualTo(digest);
    assertThat(fixture.read(Zstd.compress(text)).digest()).isEqualTo(digest);
  }

  @Test
  void theDigestIsThatOfTheLevels() {
    String text = LevelsFixture.text("EIGENVAL");
    String digest = fixture.read(text).digest();
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(fixture.read(LevelsFixture.changed(text, " own", " another name")).digest())
        .isEqualTo(digest);
    assertThat(fixture.read(LevelsFixture.changed(text, "-3.300000", "-3.300001")).digest())
        .isNotEqualTo(digest);
    assertThat(fixture.read(LevelsFixture.changed(text, "2.5000000E-01", "2.4000000E-01")).digest())
        .isNotEqualTo(digest);
  }

  @Test
  void aTornCompressedFileIsBad() throws IOException {
    byte[] whole = gzip(LevelsFixture.text("EIGENVAL").getBytes(StandardCharsets.ISO_8859_1));
    fixture
        .rejects(Arrays.copyOf(whole, whole.length / 2), RejectCode.LEVELS_BAD)
        .hasMessageContaining(": expected a whole file, found \"");
  }

  @Test
  void somethingElseIsBad() {
    fixture.bad(
        "potatoes\n",
        "EIGENVAL, OUTCAR, vasprun.xml or vaspout.h5 of VASP, an output of CP2K, or"
            + " data-file-schema.xml of Quantum ESPRESSO, found none of them (line 1)");
    fixture.rejects("", RejectCode.LEVELS_BAD).hasMessageEndingWith("found an empty file");
  }

  private static void check(ElectronicLevels levels, LevelsFormat format) {
    assertThat(levels.format()).isEqualTo(format);
    assertThat(levels.electrons()).isEqualTo(5);
    assertThat(levels.spin()).isEqualTo(SpinTreatment.POLARIZED);
    assertThat(levels.kpoints()).isEqualTo(2);
    assertThat(TestLevels.formula(levels.atoms()))
        .isEqualTo(format == LevelsFormat.EIGENVAL ? "3" : "MoS2");
    if (format == LevelsFormat.EIGENVAL) {
      assertThat(levels.fermiEnergyEv()).isNull();
    } else {
      assertThat(levels.fermiEnergyEv()).isCloseTo(LevelsFixture.FERMI_EV, within(1e-6));
    }
    for (int c = 0; c < 2; c++) {
      assertThat(levels.bands(c)).isEqualTo(4);
      for (int k = 0; k < 2; k++) {
        assertThat(levels.weight(k)).isCloseTo(LevelsFixture.WEIGHTS[k], within(1e-12));
        for (int band = 0; band < 4; band++) {
          assertThat(levels.energyEv(c, k, band))
              .isCloseTo(LevelsFixture.ENERGIES_EV[c][k][band], within(1e-6));
        }
      }
    }
    assertThat(ElectronUptake.of(levels, 0.1).gapEv()).isCloseTo(0.5, within(1e-6));
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] bzip2(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }
}
