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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a file holds, inspect shows what was reached, with the reject: never a fault. */
class InspectDamagedFilesTest {
  private static final String[] PIECES = {
    "0", "-1", "99999999", "1e999", "NaN", "X", "*", ".", "\n", "\n\n", " ", "\0", "E", "Gh"
  };

  @Property(tries = 300)
  void noFileIsAFaultOfTheProgram(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> files = samples();
    byte[] file = damaged(files.get(random.nextInt(files.size())), random);
    Path stored = Files.createTempFile("damaged", "");
    try {
      Files.write(stored, file);
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String[] call = {"inspect", "--json", "--side", "both", stored.toString()};
      int exit = Main.run(call, new PrintWriter(out, true), new PrintWriter(err, true));
      assertThat(exit).as("%s%s", out, err).isIn(0, 2);
      JsonNode shown = new ObjectMapper().readTree(out.toString());
      assertThat(shown.has("reject")).as("%s", out).isTrue();
      assertThat(shown.get("reject").isNull()).isEqualTo(exit == 0);
      if (exit == 2) {
        assertThat(shown.get("reject").get("code").asText())
            .as("%s", out)
            .isNotEmpty()
            .isNotEqualTo("FAILED");
      }
    } finally {
      Files.delete(stored);
    }
  }

  private static List<byte[]> samples() throws IOException {
    TestGrids grid = TestGrids.of(TestSlabs.twoH(Element.Mo, Element.S).structure(), 6, 6, 24);
    List<byte[]> samples = new ArrayList<>();
    for (String text : new String[] {grid.locpot(), grid.cube(), grid.xsf()}) {
      samples.add(text.getBytes(StandardCharsets.UTF_8));
    }
    samples.add(Files.readAllBytes(Path.of("src/test/resources/hdf5/vaspout.h5")));
    return samples;
  }

  /** Mostly near the beginning, where each byte means something. */
  private static byte[] damaged(byte[] whole, Random random) {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int within = random.nextInt(3) > 0 ? Math.min(text.length(), 900) : text.length();
      int from = random.nextInt(within);
      int to = Math.min(text.length(), from + random.nextInt(6));
      text = text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(to);
    }
    int end = random.nextInt(5) == 0 ? random.nextInt(text.length()) : text.length();
    return text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
  }
}
