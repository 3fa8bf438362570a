package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelOfTheoryFileTest {
  @TempDir private Path directory;

  @Test
  void yamlAndJson() throws IOException {
    LevelOfTheory expected =
        new LevelOfTheory("CP2K 2023.1", "PBE-D3", null, "Gamma", null, "Li", null, null);
    assertThat(read("code: CP2K 2023.1\nfunctional: PBE-D3\nk_points: Gamma\nion: Li\n"))
        .isEqualTo(expected);
    assertThat(
            read(
                "{\"code\": \"CP2K 2023.1\", \"functional\": \"PBE-D3\", \"k_points\": \"Gamma\","
                    + " \"ion\": \"Li\"}"))
        .isEqualTo(expected);
  }

  @Test
  void errorsNameKeyAndNearest() {
    assertThatThrownBy(() -> read("code: x\nkpoints: Gamma\n"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "expected keys of code, functional, pseudopotentials, k_points, spin, ion, reference,"
                + " label_kind, found kpoints (nearest: k_points)");
    assertThatThrownBy(() -> read("code: [a, b]\n"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("expected text for code, found [\"a\",\"b\"]");
    assertThatThrownBy(() -> read("code: \"a\nb"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected YAML or JSON, found something else (line");
    assertThatThrownBy(() -> read("nothing"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("expected keys, found none");
  }

  private LevelOfTheory read(String text) throws IOException {
    return LevelOfTheoryFile.read(Files.writeString(directory.resolve("theory.yaml"), text));
  }
}
