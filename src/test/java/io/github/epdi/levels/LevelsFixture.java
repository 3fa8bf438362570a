package io.github.epdi.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.AbstractThrowableAssert;

/**
 * A made-up run of three atoms, spin up and down, two k-points and four bands as each format has
 * it, to be changed line by line; written below a folder and read from there.
 */
record LevelsFixture(Path folder) {
  static final double[][][] ENERGIES_EV = {
    {{-3.5, -1.2, 0.4, 6.5}, {-3.1, -0.9, 0.9, 7.0}},
    {{-3.3, -1.0, 1.4, 6.8}, {-2.9, -0.7, 1.9, 7.2}}
  };
  static final double[] WEIGHTS = {0.25, 0.75};
  static final double FERMI_EV = 1.15;

  /** The text of the run's file of this name. */
  static String text(String name) {
    try (InputStream in = LevelsFixture.class.getResourceAsStream("/levels/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same text with one thing in it changed, which must be there. */
  static String changed(String text, String from, String to) {
    assertThat(text).as("the fixture").contains(from);
    return text.replace(from, to);
  }

  /** The first lines of a text. */
  static String head(String text, int lines) {
    return String.join("\n", text.lines().limit(lines).toList()) + "\n";
  }

  ElectronicLevels read(String text) {
    return read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  ElectronicLevels read(byte[] content) {
    try {
      Path file = Files.write(folder.resolve("run.levels"), content);
      return new LevelsFiles(new Configuration(false)).read(file.toString()).levels();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of a file that cannot be used; without the path before the colon. */
  AbstractThrowableAssert<?, ?> rejects(byte[] content, RejectCode code) {
    return assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            RejectException.class,
            e -> {
              Reject reject = e.reject();
              assertThat(reject.code()).isEqualTo(code);
              assertThat(reject.message()).contains("levels of " + folder);
              boolean named = reject.message().contains("(line " + reject.line() + ")");
              assertThat(named || reject.line() == 0).as(reject.message()).isTrue();
            });
  }

  AbstractThrowableAssert<?, ?> rejects(String text, RejectCode code) {
    return rejects(text.getBytes(StandardCharsets.ISO_8859_1), code);
  }

  /** A LEVELS_BAD that ends so. */
  void bad(String text, String end) {
    rejects(text, RejectCode.LEVELS_BAD).hasMessageEndingWith(": expected " + end);
  }

  /** The run as vaspout.h5. */
  Path vaspout() {
    Path file = folder.resolve("vaspout.h5");
    try (WritableHdfFile out = HdfFile.write(file)) {
      WritableGroup results = out.putGroup("results");
      WritableGroup levels = results.putGroup("electron_eigenvalues");
      levels.putDataset("eigenvalues", ENERGIES_EV);
      levels.putDataset("kpoints_symmetry_weight", WEIGHTS);
      levels.putDataset("nelectrons", 5.0);
      WritableGroup dos = results.putGroup("electron_dos");
      dos.putDataset("efermi", FERMI_EV);
      dos.putDataset("ncdij", 2);
      WritableGroup positions = results.putGroup("positions");
      positions.putDataset("ion_types", new String[] {"Mo_sv", "S/f474ac0d"});
      positions.putDataset("number_ion_types", new int[] {1, 2});
    }
    return file;
  }
}
