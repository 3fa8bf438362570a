package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final String LOCPOT =
      TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).supercell(2, 2).structure(), 12, 12, 48)
          .locpot();

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private JsonNode inspected(String text, int exit) throws IOException {
    Path file = Files.writeString(folder.resolve("LOCPOT"), text);
    String[] call = {"inspect", "--json", file.toString()};
    int found = Main.run(call, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(found).as(err.toString()).isEqualTo(exit);
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void anAcceptedGridIsShownWithAllItsParts() throws IOException {
    JsonNode shown = inspected(LOCPOT, 0);
    assertThat(shown.get("reject").isNull()).isTrue();
    assertThat(shown.get("formula").asText()).isEqualTo("Mo4S8");
    assertThat(shown.get("cell")).hasSize(3);
    assertThat(shown.get("cell_check").asText()).isEqualTo("verified");
    assertThat(shown.get("xc_check").asText()).isEqualTo("checked");
    assertThat(shown.get("xc_included").asBoolean()).isFalse();
    assertThat(shown.get("vacuum_level_ev").has("top")).isTrue();
    assertThat(shown.get("unique_sites").get("B").asInt()).isEqualTo(1);
  }

  /** Numbers as our DFT set lists them, from the whole grid. */
  @Test
  void levelsBesideAGridAreShownForEachSide() throws IOException {
    String[] call = {
      "inspect", "--json", "--side", "both", "jobs/demo/slabs/MoS2-pristine.cube.gz"
    };
    int exit = Main.run(call, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(exit).as(err.toString()).isZero();
    JsonNode levels = new ObjectMapper().readTree(out.toString()).get("levels");
    assertThat(levels.get("uri").asText()).endsWith("MoS2-pristine.out.gz");
    assertThat(levels.get("code").isNull()).isTrue();
    for (String side : new String[] {"top", "bottom"}) {
      assertThat(levels.get("electron_affinity_ev").get(side).asDouble())
          .isCloseTo(4.320572, within(0.005));
      assertThat(levels.get("work_function_ev").get(side).asDouble())
          .isCloseTo(4.948661, within(0.005));
    }
    assertThat(levels.get("gap_ev").asDouble()).isCloseTo(1.663325, within(2e-6));
  }

  @Test
  void withoutLevelsItSaysWhatWasLookedForAndIsNoFailure() throws IOException {
    JsonNode levels = inspected(LOCPOT, 0).get("levels");
    assertThat(levels.get("uri").isNull()).isTrue();
    assertThat(levels.get("code").asText()).isEqualTo("LEVELS_MISSING");
    assertThat(levels.get("message").asText())
        .contains("beside LOCPOT: expected one of EIGENVAL, OUTCAR, vasprun.xml");
    assertThat(levels.get("electron_affinity_ev").isEmpty()).isTrue();
  }

  @Test
  void levelsThatCannotBeReadAreNoReasonToRejectTheGrid() throws IOException {
    Files.writeString(folder.resolve("EIGENVAL"), "no levels\n");
    JsonNode shown = inspected(LOCPOT, 0);
    assertThat(shown.get("reject").isNull()).isTrue();
    assertThat(shown.get("levels").get("uri").asText()).endsWith("EIGENVAL");
    assertThat(shown.get("levels").get("code").asText()).isEqualTo("LEVELS_BAD");
  }

  /** Without a known element there is no structure, but there are values. */
  @Test
  void ofAGridWithAnUnknownElementTheRestIsShown() throws IOException {
    JsonNode shown = inspected(LOCPOT.replaceFirst("Mo +S", "Qq   S"), 2);
    assertThat(shown.get("reject").get("code").asText()).isEqualTo("UNKNOWN_ELEMENT");
    assertThat(shown.get("dims")).hasSize(3);
    assertThat(shown.get("cell").isNull()).isTrue();
    assertThat(shown.get("formula").isNull()).isTrue();
    assertThat(shown.get("min").asDouble()).isNegative();
    assertThat(shown.get("sign").isNull()).isTrue();
    assertThat(shown.get("vacuum_level_ev").isEmpty()).isTrue();
  }
}
