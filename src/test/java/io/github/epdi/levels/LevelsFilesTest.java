package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelsFilesTest {
  @TempDir private Path folder;
  private final LevelsFiles files = new LevelsFiles(new Configuration(false));

  @Test
  void namesAreTriedInOrderPlainAndCompressed() {
    assertThat(LevelsNames.beside("s3a://b/x/LOCPOT.gz", List.of("{name}.out", "EIGENVAL", "a.h5")))
        .containsExactly(
            "s3a://b/x/EIGENVAL",
            "s3a://b/x/EIGENVAL.gz",
            "s3a://b/x/EIGENVAL.bz2",
            "s3a://b/x/EIGENVAL.zst",
            "s3a://b/x/a.h5",
            "s3a://b/x/a.h5.gz",
            "s3a://b/x/a.h5.bz2",
            "s3a://b/x/a.h5.zst");
  }

  @Test
  void aCubesNameIsThatOfItsOutput() {
    for (String cube :
        List.of(
            "MoS2-Ti.cube",
            "MoS2-Ti.cube.gz",
            "MoS2-Ti.cube.zst",
            "MoS2-Ti-v_hartree-1_0.cube",
            "MoS2-Ti-v_hartree-1_0.cube.bz2")) {
      assertThat(LevelsNames.beside("/a/" + cube, LevelsNames.DEFAULTS))
          .as(cube)
          .startsWith("/a/MoS2-Ti.out", "/a/MoS2-Ti.out.gz");
    }
    assertThat(LevelsNames.beside("MoS2.cube", List.of("{name}.out"))).startsWith("MoS2.out");
  }

  @Test
  void anHdf5FileMayHoldBoth() {
    assertThat(LevelsNames.beside("/a/vaspout.h5", LevelsNames.DEFAULTS))
        .startsWith("/a/vaspout.h5", "/a/EIGENVAL")
        .doesNotHaveDuplicates();
  }

  @Test
  void theFirstThatIsThereIsFoundWithItsLengthAndTime() throws IOException {
    Path file = Files.writeString(folder.resolve("EIGENVAL"), LevelsFixture.text("EIGENVAL"));
    Files.writeString(folder.resolve("OUTCAR"), LevelsFixture.text("OUTCAR"));
    String grid = folder.resolve("LOCPOT").toString();
    LevelsFile found = files.beside(grid, List.of("EIGENVAL", "OUTCAR"));
    assertThat(found)
        .isEqualTo(
            new LevelsFile(
                file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis()));
    assertThat(files.beside(grid, List.of("OUTCAR", "EIGENVAL")).uri()).endsWith("/OUTCAR");
    LevelsReading reading = files.read(found.uri());
    assertThat(reading.file()).isEqualTo(found);
    assertThat(reading.levels().source()).isEqualTo(file.toString());
  }

  @Test
  void whatWasLookedForIsNamed() {
    String cube = folder.resolve("MoS2.cube").toString();
    missing(() -> files.beside(cube, LevelsNames.DEFAULTS))
        .hasMessage(
            "Cannot find the electronic levels beside MoS2.cube: expected one of MoS2.out,"
                + " EIGENVAL, OUTCAR, vasprun.xml, vaspout.h5, data-file-schema.xml (or .gz, .bz2,"
                + " .zst of it), found none");
    String locpot = folder.resolve("LOCPOT").toString();
    missing(() -> files.beside(locpot, List.of("{name}.out", "EIGENVAL")))
        .hasMessage(
            "Cannot find the electronic levels beside LOCPOT: expected one of EIGENVAL (or .gz,"
                + " .bz2, .zst of it), found none");
    missing(() -> files.read(locpot))
        .hasMessage(
            "Cannot read the levels of " + locpot + ": expected a file, found nothing there");
    missing(() -> files.read(folder.toString()))
        .hasMessage("Cannot read the levels of " + folder + ": expected a file, found a directory");
  }

  @Test
  void credentialsAreNotRepeated() {
    assertThatThrownBy(() -> files.read("s3a://key:secret@bucket/EIGENVAL"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Cannot read s3a:...: expected a readable file, found \"a path with credentials in"
                + " it\"");
  }

  @Test
  void levelsOfAnotherRunAreAMismatch() {
    LevelsFixture fixture = new LevelsFixture(folder);
    ElectronicLevels levels = fixture.read(LevelsFixture.text("OUTCAR"));
    LevelsChecks.sameRun(levels, atoms("Mo", 1, "S", 2), 2, 5.0);
    LevelsChecks.sameRun(levels, atoms("Mo", 1, "S", 2), null, null);
    mismatch(levels, atoms("Mo", 9, "S", 18), null, null, "the grid's atoms Mo9S18, found MoS2");
    mismatch(levels, atoms("Mo", 1, "Se", 2), null, null, "the grid's atoms MoSe2, found MoS2");
    mismatch(levels, atoms("Mo", 1, "S", 2), null, 26.0, "the grid's 26.0 electrons, found 5.0");
    mismatch(
        levels,
        atoms("Mo", 1, "S", 2),
        1,
        null,
        "the spin of a grid of 1 block, found levels of spin up and down");
    ElectronicLevels counted = fixture.read(LevelsFixture.text("EIGENVAL"));
    mismatch(counted, atoms("Mo", 9, "S", 18), null, null, "the grid's 27 atoms, found 3");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> missing(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_MISSING));
  }

  private static void mismatch(
      ElectronicLevels levels,
      SortedMap<String, Integer> atoms,
      Integer blocks,
      Double electrons,
      String end) {
    assertThatThrownBy(() -> LevelsChecks.sameRun(levels, atoms, blocks, electrons))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> assertThat(e.reject().code()).isEqualTo(RejectCode.LEVELS_MISMATCH))
        .hasMessage("Cannot use the levels of " + levels.source() + ": expected " + end);
  }

  private static SortedMap<String, Integer> atoms(String one, int n, String other, int m) {
    SortedMap<String, Integer> atoms = new TreeMap<>();
    atoms.put(one, n);
    atoms.put(other, m);
    return atoms;
  }
}
