package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.SharedData;
import io.github.epdi.cli.shell.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void oneOfEachOrbitIsDrawnAndABadGridDoesNotStopTheOthers() throws IOException {
    String bad = SharedData.path("real-grids/hackingmaterials__atomate--LOCPOT.Si_static.gz") + "";
    String good = SharedData.path("dft2/MoS2-pristine.cube.gz").toString();
    Path pictures = folder.resolve("new/pictures");
    int exit =
        run("render", bad, "missing.cube", good, good, "--out", pictures + "", "--side", "both");
    assertThat(exit).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(names(pictures))
        .hasSize(6)
        .allMatch(name -> name.matches("MoS2-pristine_(top|bottom)_[THB]\\d\\.png"));
    assertThat(ImageIO.read(pictures.resolve(names(pictures).get(0)).toFile()).getWidth())
        .isEqualTo(224);
    assertThat(err.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("Si_static.gz: NO_VACUUM: "))
        .anyMatch(line -> line.contains("missing.cube"))
        .anyMatch(line -> line.contains("would have the same names as those of " + good));
    assertThat(out.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("MoS2-pristine, (top|bottom): 3 pictures, -.* eV, .*"));
  }

  @Test
  void sitesAreChosenByIdAndDecorated() throws IOException {
    String grid = SharedData.path("dft2/MoS2-pristine.cube.gz").toString();
    String[] call = {
      "render",
      grid,
      "--out",
      folder + "",
      "--sites",
      "T3,B26",
      "--pixels",
      "64",
      "--colormap",
      "grey",
      "--scale-bar",
      "--color-bar",
      "--atoms",
      "--caption",
      "--fit-colors"
    };
    assertThat(run(call)).isZero();
    assertThat(names(folder))
        .containsExactly("MoS2-pristine_top_B26.png", "MoS2-pristine_top_T3.png");
    assertThat(out.toString()).contains("2 pictures").contains(" 0.0 % of pixels beyond");
    assertThat(run("render", grid, "--out", folder + "", "--sites", "T3,Q1"))
        .isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(err.toString())
        .contains("expected all, unique or sites of the top side, T0 to B26, found Q1");
  }

  @Test
  void whatCannotBeDrawnIsAnErrorOfUse() {
    assertThat(run("render", "any.cube", "--out", folder + "", "--pixels", "0"))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("pixels: expected 1 to 4096, found 0");
    assertThat(run("render", "any.cube")).isEqualTo(ExitCodes.USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "runs/MoS2-Ti/LOCPOT, MoS2-Ti",
    "runs/MoS2-Ti/LOCPOT.gz, MoS2-Ti",
    "hdfs://name:8020/a/WS2.cube.gz, WS2",
    "LOCPOT, LOCPOT",
    "./LOCPOT, LOCPOT",
    "a/b.xsf.zst, b",
    "a/v1.2.cube, v1.2"
  })
  void materialsAreNamedByTheirFiles(String grid, String material) {
    assertThat(PictureName.material(grid)).isEqualTo(material);
  }

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
