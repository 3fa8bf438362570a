package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.epdi.SharedData;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.SiteRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user would try on the shipped bundle beyond what it was trained on, and what it was
 * trained on. Odd slabs are the demo's with other elements, another lateral scale, or a made-up
 * potential.
 */
class DoubtedSlabsTest {
  private static final Path SLABS = Path.of("jobs/demo/slabs");
  private static final String BUNDLE = "jobs/demo/affinity";

  @TempDir private Path folder;

  private static GridResult screen(Path grid, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    if (all.stream().noneMatch(setting -> setting.startsWith("levels."))) {
      all.add("levels.electron_affinity_ev=4.32");
      all.add("levels.work_function_ev=4.95");
    }
    try (GridScreening screening = GridScreening.with(BUNDLE, all.toArray(String[]::new))) {
      return screening.screen(grid.toString());
    }
  }

  /**
   * The demo's pristine MoS2 with changes.
   *
   * @param metal atomic number of all metals
   * @param oneMetal atomic number of the first metal
   * @param top atomic number of the upper chalcogens
   * @param bottom atomic number of the lower chalcogens
   * @param scale of all lateral lengths
   */
  private Path cube(int metal, int oneMetal, int top, int bottom, double scale) throws IOException {
    List<String> lines;
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(SLABS.resolve("MoS2-pristine.cube.gz")))) {
      lines =
          new ArrayList<>(
              new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
    }
    for (int i = 3; i < 6 + 27; i++) {
      String[] fields = lines.get(i).trim().split(" +");
      int first = fields.length - 3;
      double height = Double.parseDouble(fields[fields.length - 1]);
      if (i >= 6) {
        boolean isMetal = fields[0].equals("42");
        int number = isMetal ? (i == 6 ? oneMetal : metal) : height > 8.5 ? top : bottom;
        fields[0] = Integer.toString(number);
      }
      for (int x = first; x < first + 2; x++) {
        fields[x] = String.format(Locale.ROOT, "%.6f", scale * Double.parseDouble(fields[x]));
      }
      lines.set(i, "  " + String.join("   ", fields));
    }
    return Files.writeString(folder.resolve("slab.cube"), String.join("\n", lines) + "\n");
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        arguments("MoTe2", 42, 42, 52, 52, 1.0, List.of("element_unseen", "host_unseen")),
        arguments(
            "PtS2",
            78,
            78,
            16,
            16,
            1.0,
            List.of("element_unseen", "host_group_unseen", "host_unseen")),
        arguments(
            "SnS2",
            50,
            50,
            16,
            16,
            1.0,
            List.of("element_unseen", "host_group_unseen", "host_unseen")),
        arguments("CrS2", 24, 24, 16, 16, 1.0, List.of("element_unseen", "host_unseen")),
        arguments("Janus", 42, 42, 34, 16, 1.0, List.of("host_unseen", "two_chalcogens_unseen")),
        arguments("strained by 6 %", 42, 42, 16, 16, 1.06, List.of("strained")),
        arguments("pressed by 4 %", 42, 42, 16, 16, 0.96, List.of("strained")),
        arguments("another row", 42, 26, 16, 16, 1.0, List.of("element_unseen")),
        arguments("a host's metal in another host", 42, 72, 16, 16, 1.0, List.of("dopant_unseen")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void whatIsNewIsNamed(
      String name, int metal, int oneMetal, int top, int bottom, double scale, List<String> flags)
      throws IOException {
    GridResult result = screen(cube(metal, oneMetal, top, bottom, scale));

    assertThat(result.reject()).isNull();
    MaterialRow material = result.materials().get(0);
    assertThat(material.remarks().flags()).containsAll(flags).isSorted();
    assertThat(material.doubt().reasons()).hasSizeGreaterThanOrEqualTo(flags.size());
    assertThat(result.sites()).extracting(SiteRow::flags).allMatch(own -> own.containsAll(flags));
    assertThat(result.hops()).extracting(HopRow::flags).allMatch(own -> own.containsAll(flags));
    assertThat(result.barriers()).allMatch(path -> path.flags().containsAll(flags));
    assertThat(material.hasEnergies()).as("only asked for").isTrue();
  }

  @Test
  void aBilayerIsNamed() throws IOException {
    TestSlabs bilayer =
        TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3).bilayer(6.15, 1 / 9.0, 2 / 9.0);
    Path grid = folder.resolve("LOCPOT");
    Files.writeString(grid, TestGrids.of(bilayer.structure(), 27, 27, 120).locpot());

    MaterialRow material = screen(grid).materials().get(0);

    assertThat(material.remarks().flags()).contains("layers_unseen", "level_of_theory_differs");
    assertThat(material.doubt().reasons())
        .contains(
            "The number of layers 2 was not in the training.",
            "The files are of VASP, the labels of CP2K 2023.1.");
  }

  @Test
  void exchangeCorrelationThatWasAllowedIsNamed() throws IOException {
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S).supercell(3, 3);
    Path grid = folder.resolve("LOCPOT");
    Files.writeString(
        grid, TestGrids.of(slab.structure(), 27, 27, 96).plus((u, v, w) -> -4.0).locpot());

    MaterialRow material = screen(grid, "potential.allow_xc=true").materials().get(0);

    assertThat(material.remarks().flags()).contains("xc_included");
  }

  @Test
  void aRealGridOfAnotherCodeIsNamed() {
    Path grid = SharedData.path("real-grids/kumagai-group__pydefect_2d--MoS2_3x3--LOCPOT");

    MaterialRow material = screen(grid).materials().get(0);

    assertThat(material.remarks().flags()).contains("level_of_theory_differs");
    assertThat(material.host().host()).isEqualTo("MoS2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MoS2-pristine", "MoS2-Ti", "TiS2-V", "WS2-Nb"})
  void whatWasTrainedOnHasNoFlags(String name) throws IOException {
    try (GridScreening screening = GridScreening.with(BUNDLE, "side=both")) {
      GridResult result = screening.screen(SLABS.resolve(name + ".cube.gz").toString());

      assertThat(result.materials()).hasSize(2);
      for (MaterialRow material : result.materials()) {
        assertThat(material.remarks().flags()).isEmpty();
        assertThat(material.doubt().reasons()).isEmpty();
        assertThat(material.doubt().barriers().across2dEv().lowEv())
            .isLessThan(material.percolation2dEv());
        assertThat(material.doubt().barriers().across2dEv().highEv())
            .isGreaterThan(material.percolation2dEv());
      }
      assertThat(result.sites())
          .allMatch(
              site ->
                  site.bindingEnergyIntervalEv().lowEv() < site.bindingEnergyEv().value()
                      && site.bindingEnergyEv().value() < site.bindingEnergyIntervalEv().highEv());
    }
  }

  @Test
  void energiesOfDoubtedSidesAreLeftOutOnRequest() throws IOException {
    Path strained = cube(42, 42, 16, 16, 1.06);

    GridResult abstained = screen(strained, "model.on_doubt=abstain");

    MaterialRow material = abstained.materials().get(0);
    assertThat(material.hasEnergies()).isFalse();
    assertThat(material.percolation2dEv()).isNull();
    assertThat(material.remarks().flags()).contains("strained");
    assertThat(material.doubt().reasons()).anyMatch(reason -> reason.contains("Angstrom apart"));
    assertThat(abstained.sites()).isEmpty();
    assertThat(screen(cube(42, 42, 16, 16, 1.0), "model.on_doubt=abstain").materials().get(0))
        .as("nothing new")
        .matches(MaterialRow::hasEnergies);
  }

  /** Otherwise nobody would look at the flags. */
  @Test
  void fewOfTheMaterialsThatAreKnownHaveFlags() throws IOException {
    Path set = SharedData.path("dft2");
    List<Path> grids;
    try (Stream<Path> files = Files.list(set)) {
      grids = files.filter(file -> file.toString().endsWith(".cube.gz")).sorted().toList();
    }
    List<String> flagged = new ArrayList<>();
    try (GridScreening screening = GridScreening.with(BUNDLE)) {
      for (Path grid : grids) {
        MaterialRow material = screening.screen(grid.toString()).materials().get(0);
        if (!material.remarks().flags().isEmpty()) {
          flagged.add(material.materialId());
        }
      }
    }
    assertThat(grids).hasSizeGreaterThan(30);
    assertThat(flagged).hasSizeLessThanOrEqualTo(grids.size() / 10);
  }
}
