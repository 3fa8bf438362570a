package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.ValueSummary;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.grid.XcFinding;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Lattice;
import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.SiteRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people's grids did to programs of this trade: each folder's expected.txt, asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedGridCasesTest {
  /** Folders from this number on hold calculations, no grids. */
  private static final String FIRST_CALCULATION = "16";

  /** What a folder must do. */
  @FunctionalInterface
  private interface Expectation {
    void check(Path folder) throws IOException;
  }

  private final Map<String, Expectation> expectations =
      new TreeMap<>(
          Map.of(
              "01", SharedGridCasesTest::valuesThatTouch,
              "04", SharedGridCasesTest::aCommentThatSaysDensity,
              "05", SharedGridCasesTest::repeatedEndPoints,
              "06", SharedGridCasesTest::aBoxThroughTheSlab,
              "09", SharedGridCasesTest::aShiftedOrigin,
              "10", SharedGridCasesTest::aStepNearTheBottom,
              "11", SharedGridCasesTest::valuesTimesVolume,
              "12", SharedGridCasesTest::aRibbon));

  /** Folders of grids; looked up here so that a lack of them is a skip. */
  List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(SharedData.path("cases"))) {
      return all.filter(folder -> number(folder).compareTo(FIRST_CALCULATION) < 0)
          .sorted()
          .toList();
    }
  }

  private static String number(Path folder) {
    return folder.getFileName().toString().substring(0, 2);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void doesWhatIsExpected(Path folder) throws IOException {
    Expectation expectation = expectations.get(number(folder));
    assertThat(expectation).as("what %s must do", folder.getFileName()).isNotNull();
    expectation.check(folder);
  }

  private static void valuesThatTouch(Path folder) {
    GridReading touching = inspect(folder.resolve("MoS2-v_hartree-1_0.cube"), Side.TOP);
    GridReading apart = inspect(folder.resolve("twin-separated.cube"), Side.TOP);
    assertThat(reject(touching)).isNull();
    assertThat(touching.reached().values().unit().orElseThrow()).isEqualTo(EnergyUnit.HARTREE);
    assertThat(summary(touching).statistics()).isEqualTo(summary(apart).statistics());
    assertThat(touching.reached().values().vacuum()).isEqualTo(apart.reached().values().vacuum());
    // The file has five digits.
    assertThat(touching.reached().values().vacuum().get(Side.TOP).levelEv())
        .isCloseTo(4.372431, within(1e-3));
    double ev = EnergyUnit.HARTREE.electronvolts();
    assertThat(summary(touching).statistics().min() * ev).isCloseTo(-53.320042, within(1e-3));
    assertThat(summary(touching).statistics().max() * ev).isCloseTo(4.372775, within(1e-3));
  }

  private static void aCommentThatSaysDensity(Path folder) {
    GridReading found = inspect(folder.resolve("LOCPOT"), Side.TOP);
    assertThat(reject(found)).isNull();
    assertThat(summary(found).xc()).isEqualTo(XcFinding.CHECKED_ABSENT);
    assertThat(found.reached().values().vacuum().get(Side.TOP).levelEv())
        .isCloseTo(4.372431, within(1e-3));
    assertThat(summary(found).statistics().min()).isCloseTo(-53.320042, within(1e-5));
    assertThat(summary(found).statistics().max()).isCloseTo(4.372775, within(1e-5));
  }

  private static void repeatedEndPoints(Path folder) {
    GridReading repeated = inspect(folder.resolve("repeated-1x1.cube"), Side.TOP);
    assertThat(reject(repeated)).isNull();
    assertThat(repeated.reached().header().orElseThrow().nx()).isEqualTo(8);
    assertThat(repeated.reached().header().orElseThrow().nz()).isEqualTo(50);
    Lattice cell = repeated.reached().structure().orElseThrow().lattice();
    assertThat(cell.component(0, 0)).isCloseTo(3.16, within(1e-4));
    assertThat(cell.component(2, 2)).isCloseTo(20, within(1e-3));
    for (String file : List.of("wrongstep-1x1.cube", "wrongstep-3x3.cube")) {
      for (Side side : Side.values()) {
        assertThat(code(inspect(folder.resolve(file), side)))
            .as(file)
            .isEqualTo(RejectCode.CELL_MISMATCH);
      }
    }
  }

  private static void aBoxThroughTheSlab(Path folder) {
    Path file = folder.resolve("upper-half.cube");
    for (Side[] sides : new Side[][] {{Side.TOP}, {Side.BOTTOM}, Side.values()}) {
      GridReading found = inspect(file, sides);
      assertThat(code(found)).isEqualTo(RejectCode.CELL_MISMATCH);
      assertThat(reject(found).message()).contains("S (atom 3)").contains("8.440");
    }
    try (GridScreening screening = GridScreening.with("jobs/demo/bundle", "side=both")) {
      assertThat(screening.screen(file.toString()).reject().reason().code())
          .isEqualTo("CELL_MISMATCH");
    }
  }

  private static void aShiftedOrigin(Path folder) {
    try (GridScreening screening =
        GridScreening.with("jobs/demo/bundle", "potential.unit=hartree")) {
      GridResult shifted = screening.screen(folder.resolve("MoS2-Ti.cube").toString());
      GridResult still = screening.screen(folder.resolve("same-without-shift.cube").toString());
      assertThat(still.reject()).isNull();
      assertThat(shifted.reject()).isNull();
      assertThat(shifted.grid().images().uniqueImages()).isEqualTo(13);
      assertThat(still.grid().images().uniqueImages()).isEqualTo(13);
      for (int i = 0; i < still.sites().size(); i++) {
        SiteRow a = still.sites().get(i);
        SiteRow b = shifted.sites().get(i);
        assertThat(b.name()).isEqualTo(a.name());
        assertThat(b.place().fraction()).isEqualTo(a.place().fraction());
        assertThat(b.orbit()).isEqualTo(a.orbit());
        // The files have five digits.
        assertThat(b.bindingEnergyEv().value())
            .isCloseTo(a.bindingEnergyEv().value(), within(1e-3));
      }
      assertThat(shifted.sites())
          .as("the T site over Ti")
          .anySatisfy(
              site -> {
                assertThat(site.name().kind()).isEqualTo(SiteKind.T.name());
                assertThat(site.orbit().multiplicity()).isEqualTo(1);
                assertThat(site.place().fraction().u()).isCloseTo(0.4444, within(1e-4));
                assertThat(site.place().fraction().v()).isCloseTo(0.5556, within(1e-4));
              });
    }
  }

  private static void aStepNearTheBottom(Path folder) {
    Path file = folder.resolve("LOCPOT");
    GridReading both = inspect(file, Side.values());
    assertThat(reject(both)).isNull();
    assertThat(both.trace().flags()).contains("vacuum_step");
    assertThat(both.reached().values().vacuum().get(Side.TOP).levelEv())
        .isCloseTo(3.6775, within(5e-4));
    assertThat(both.reached().values().vacuum().get(Side.BOTTOM).levelEv())
        .isCloseTo(2.8737, within(5e-3));
    PotentialConventions declared =
        new PotentialConventions(null, PotentialSign.AUTO, XcDeclaration.NONE, 6, 0.05);
    GridReading planes =
        read(file, declared, ReadingRequest.Depth.STOP_AT_REJECT, Side.TOP, Side.BOTTOM);
    assertThat(planes.reached().values().vacuum()).isEqualTo(both.reached().values().vacuum());
  }

  private static void valuesTimesVolume(Path folder) {
    Path file = folder.resolve("LOCPOT");
    GridReading found = inspect(file, Side.values());
    assertThat(code(found)).isEqualTo(RejectCode.IMPLAUSIBLE);
    assertThat(reject(found).message()).contains("173").contains("volume");
    try (GridScreening screening = GridScreening.with("jobs/demo/bundle")) {
      assertThat(screening.screen(file.toString()).reject().reason().code())
          .isEqualTo("IMPLAUSIBLE");
    }
  }

  private static void aRibbon(Path folder) {
    for (Side side : Side.values()) {
      GridReading found = inspect(folder.resolve("LOCPOT"), side);
      assertThat(code(found)).isEqualTo(RejectCode.SURFACE_DEFECT);
      assertThat(reject(found).message()).contains("gap of 11.82 Angstrom along b");
    }
  }

  private static RejectCode code(GridReading reading) {
    return reject(reading) == null ? null : reject(reading).code();
  }

  private static Reject reject(GridReading reading) {
    return reading.either(accepted -> null, GridReading.Rejected::reject);
  }

  private static ValueSummary summary(GridReading reading) {
    return reading.reached().values().summary().orElseThrow();
  }

  private static GridReading inspect(Path file, Side... sides) {
    GridReading found =
        read(file, PotentialConventions.DEFAULT, ReadingRequest.Depth.ALL_THAT_CAN_BE_READ, sides);
    GridReading stopped =
        read(file, PotentialConventions.DEFAULT, ReadingRequest.Depth.STOP_AT_REJECT, sides);
    assertThat(reject(stopped)).isEqualTo(reject(found));
    return found;
  }

  private static GridReading read(
      Path file, PotentialConventions conventions, ReadingRequest.Depth depth, Side... sides) {
    ReadingRequest request =
        new ReadingRequest(
            List.of(sides), List.of(1.5), conventions, GridLimits.DEFAULT, 0.05, depth);
    return new GridFiles(new Configuration(false)).read(file.toString(), request);
  }
}
