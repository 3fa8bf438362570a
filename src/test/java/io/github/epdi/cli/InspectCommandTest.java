package io.github.epdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
