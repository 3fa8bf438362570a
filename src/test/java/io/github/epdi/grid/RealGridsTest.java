package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SharedData;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.grid.vacuum.VacuumLevel;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of real codes against numbers that pymatgen and ASE agree on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealGridsTest {
  private static final ReadingRequest INSPECT =
      new ReadingRequest(
          List.of(Side.TOP),
          List.of(1.5),
          PotentialConventions.DEFAULT,
          GridLimits.DEFAULT,
          0.05,
          ReadingRequest.Depth.ALL_THAT_CAN_BE_READ);

  private final GridFiles files = new GridFiles(new Configuration(false));

  /** Names of all reference grids; the folder is looked up here so that a lack of it is a skip. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    reference().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithTheReference(String name) throws IOException {
    JsonNode expected = reference().get(name);
    Found found = read(name);
    GridHeader header = found.header();
    assertThat(header.format().label()).isEqualTo(expected.get("kind").asText());
    assertThat(List.of(header.nx(), header.ny(), header.nz()))
        .isEqualTo(
            List.of(
                expected.get("dims").get(0).asInt(),
                expected.get("dims").get(1).asInt(),
                expected.get("dims").get(2).asInt()));
    assertThat(counts(found.structure().formula()))
        .isEqualTo(counts(expected.get("formula").asText()));
    Lattice lattice = found.structure().lattice();
    for (int v = 0; v < 3; v++) {
      for (int x = 0; x < 3; x++) {
        assertThat(lattice.component(v, x))
            .isCloseTo(expected.get("cell").get(v).get(x).asDouble(), within(1.1e-6));
      }
    }
    assertThat(found.spinBlocks()).isEqualTo(expected.get("ngrids").asInt());
    statisticsAgree(found.statistics(), expected.get("grids").get(0));
    codeIsOneOf(found, expected.get("reject_one_of"));
    assertThat(read(name, ReadingRequest.Depth.STOP_AT_REJECT).reject()).isEqualTo(found.reject());
  }

  @Test
  void readsTheVacuumLevelOfAScreenableSlab() {
    Found found = read("kumagai-group__pydefect_2d--MoS2_3x3--LOCPOT");
    assertThat(found.reject()).isNull();
    assertThat(found.slab().gapAngstrom()).isCloseTo(6.88, within(0.005));
    VacuumLevel vacuum = found.vacuum().get(Side.TOP);
    assertThat(vacuum.levelEv()).isCloseTo(6.917, within(0.0005));
    assertThat(vacuum.flatnessEv()).isCloseTo(0.0045, within(0.00005));
    assertThat(found.sign()).isEqualTo(PotentialSign.ELECTRON);
    assertThat(found.xcIncluded()).isFalse();
    assertThat(found.slab().phase()).isEqualTo("2H");
    assertThat(found.graphs().get(Side.TOP).sites(SiteKind.B)).hasSize(27);
  }

  @ParameterizedTest
  @MethodSource("names")
  void planesAloneGiveTheSame(String name) {
    Found whole = read(name, XcDeclaration.CHECK_AND_ALLOW);
    Found planes = read(name, XcDeclaration.INCLUDED);
    PlaneReaderTest.agree(planes, whole);
    if (whole.reject() == null && planes.header().format() == GridFormat.VASP) {
      assertThat(planes.readMode()).isEqualTo("planes");
    }
  }

  private Found read(String name, XcDeclaration xc) {
    PotentialConventions conventions =
        GridFixture.conventions(INSPECT.conventions().unit(), PotentialSign.AUTO, xc);
    return new Found(
        files.read(
            SharedData.path("real-grids/" + name).toString(), GridFixture.declaring(conventions)));
  }

  private static void statisticsAgree(GridStatistics found, JsonNode grid) {
    assertThat(found.min()).isEqualTo(grid.get("min").asDouble());
    assertThat(found.max()).isEqualTo(grid.get("max").asDouble());
    double scale = Math.max(Math.abs(found.min()), Math.abs(found.max()));
    assertThat(found.mean()).isCloseTo(grid.get("mean").asDouble(), within(1e-14 * scale));
    assertThat(found.firstPlaneMean())
        .isCloseTo(grid.get("plane0_mean_c").asDouble(), within(1e-14 * scale));
  }

  private static void codeIsOneOf(Found found, JsonNode codes) {
    if (codes.isNull()) {
      assertThat(found.reject()).isNull();
      return;
    }
    List<String> names = new ArrayList<>();
    codes.forEach(code -> names.add(code.asText()));
    assertThat(found.reject().code().name()).isIn(names);
  }

  private static Map<String, Integer> counts(String formula) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher part = Pattern.compile("([A-Z][a-z]?)(\\d*)").matcher(formula);
    while (part.find()) {
      int n = part.group(2).isEmpty() ? 1 : Integer.parseInt(part.group(2));
      counts.merge(part.group(1), n, Integer::sum);
    }
    return counts;
  }

  private Found read(String name) {
    return read(name, INSPECT.depth());
  }

  private Found read(String name, ReadingRequest.Depth depth) {
    ReadingRequest request =
        new ReadingRequest(
            INSPECT.sides(),
            INSPECT.heightsAngstrom(),
            INSPECT.conventions(),
            INSPECT.limits(),
            INSPECT.symmetryToleranceAngstrom(),
            depth);
    Path path = SharedData.path("real-grids/" + name);
    return new Found(files.read(path.toString(), request));
  }

  private static JsonNode reference() throws IOException {
    return new ObjectMapper().readTree(SharedData.path("real-grids/reference.json").toFile());
  }
}
