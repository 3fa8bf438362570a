package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.SharedData;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.Side;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** VASP's HDF5 files against LOCPOTs of the same grid. */
class VaspoutTest extends GridFixture {
  private static final GridFiles FILES = new GridFiles(new Configuration(false));

  /** In the form that VASP's library writes by default (make.py beside it). */
  static final Path AS_VASP = Path.of("src/test/resources/hdf5/vaspout.h5");

  /** Small enough to be written for each case, large enough to have planes worth skipping. */
  private static final TestGrids SMALL = TestGrids.of(SLAB.structure(), 12, 12, 48);

  private VaspoutFixture fixture() {
    return new VaspoutFixture(SMALL, 12, 12);
  }

  private Found read(VaspoutFixture fixture, ReadingRequest request) {
    return new Found(FILES.read(fixture.write(folder.resolve("vaspout.h5")).toString(), request));
  }

  private RejectCode code(VaspoutFixture fixture) {
    Found found = read(fixture, BOTH_SIDES);
    return found.reject() == null ? null : found.reject().code();
  }

  @Test
  void isTheSumOfHartreeAndIonicPotential() {
    Found locpot = read(SMALL.locpot());
    Found found = read(fixture(), BOTH_SIDES);
    assertThat(found.reject()).isNull();
    assertThat(found.header().format()).isEqualTo(GridFormat.VASPOUT);
    assertThat(found.header().format().label()).isEqualTo("vaspout");
    assertThat(found.header().title()).isEqualTo("synthetic slab");
    assertThat(found.structure().formula()).isEqualTo("Mo4S8");
    assertThat(found.unit()).isEqualTo(EnergyUnit.EV);
    assertThat(found.spinBlocks()).isEqualTo(1);
    assertThat(found.xcCheck()).isEqualTo("stated");
    assertThat(found.xcIncluded()).isFalse();
    assertThat(found.readMode()).isEqualTo("planes");
    for (Side side : Side.values()) {
      assertThat(found.vacuum().get(side).levelEv())
          .isCloseTo(locpot.vacuum().get(side).levelEv(), within(1e-9));
    }
    agreeWithin(found.grid(), locpot.grid(), 1e-9);
  }

  private static void agreeWithin(PotentialGrid found, PotentialGrid expected, double ev) {
    for (int k = 0; k < expected.nz(); k++) {
      assertThat(found.holds(k)).isEqualTo(expected.holds(k));
      if (expected.holds(k)) {
        assertThat(found.plane(k)).containsExactly(expected.plane(k), within(ev));
      }
    }
  }

  static Stream<DatasetCreationOptions> layouts() {
    return Stream.of(
        DatasetCreationOptions.DEFAULT,
        DatasetCreationOptions.builder().chunkDimensions(1, 1, 12, 12).build(),
        DatasetCreationOptions.builder().chunkDimensions(1, 5, 7, 9).build(),
        DatasetCreationOptions.builder().chunkDimensions(1, 48, 4, 4).shuffle().deflate().build());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void planesAreThoseOfTheWholeFile(DatasetCreationOptions layout) {
    Found planes = read(fixture().stored(layout), BOTH_SIDES);
    Found whole =
        read(
            fixture().stored(layout),
            new ReadingRequest(
                BOTH_SIDES.sides(),
                BOTH_SIDES.heightsAngstrom(),
                BOTH_SIDES.conventions(),
                BOTH_SIDES.limits(),
                BOTH_SIDES.symmetryToleranceAngstrom(),
                ReadingRequest.Depth.ALL_THAT_CAN_BE_READ));
    assertThat(planes.reject()).isNull();
    assertThat(planes.readMode()).isEqualTo("planes");
    assertThat(whole.readMode()).isEqualTo("full");
    assertThat(whole.statistics().mean()).isCloseTo(0, within(1e-9));
    assertThat(whole.statistics().firstPlaneMean()).isCloseTo(SMALL.planeMean(0), within(1e-9));
    PlaneReaderTest.agree(planes, whole);
  }

  @Test
  void onlyNeededPlanesAreTakenFromStorage() {
    TestGrids large = TestGrids.of(SLAB.structure(), 60, 60, 96);
    Found found = read(new VaspoutFixture(large, 60, 60), TestGrids.request());
    assertThat(found.reject()).isNull();
    assertThat(found.readMode()).isEqualTo("planes");
    assertThat(found.bytesRead()).isLessThan(found.lengthBytes() / 3);
  }

  @Test
  void spinsBeyondTheirMeanAreLeftOut() {
    Found found =
        read(
            fixture().potential("hartree", 2, (a, b, c) -> 300 * Math.cos(2 * Math.PI * c), 0.25),
            BOTH_SIDES);
    assertThat(found.reject()).isNull();
    assertThat(found.spinBlocks()).isEqualTo(2);
    agreeWithin(found.grid(), read(SMALL.locpot()).grid(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(XcDeclaration.class)
  void theTotalPotentialIsTakenOnlyWhereItIsAllowed(XcDeclaration xc) {
    PotentialConventions declared = conventions(null, PotentialSign.AUTO, xc);
    TestGrids.Potential shift = (a, b, c) -> -2;
    VaspoutFixture total =
        fixture()
            .potential("hartree", null)
            .potential("ionic", null)
            .potential("total", 1, shift, 1);
    Found found = read(total, declaring(declared));
    boolean allowed = xc == XcDeclaration.INCLUDED || xc == XcDeclaration.CHECK_AND_ALLOW;
    assertThat(found.xcIncluded()).isTrue();
    assertThat(found.xcCheck()).isEqualTo("stated");
    assertThat(found.reject() == null).isEqualTo(allowed);
    if (!allowed) {
      assertThat(found.reject().code()).isEqualTo(RejectCode.XC_INCLUDED);
      assertThat(found.reject().message()).contains("WRT_POTENTIAL = hartree ionic");
    }
    Found all = read(fixture().potential("total", 1, shift, 1), declaring(declared));
    assertThat(all.reject()).isNull();
    assertThat(all.xcIncluded()).isEqualTo(xc == XcDeclaration.INCLUDED);
  }

  @Test
  void halfOfAPotentialIsNone() {
    Found found = read(fixture().potential("ionic", null), BOTH_SIDES);
    assertThat(found.reject().code()).isEqualTo(RejectCode.NOT_A_POTENTIAL);
    assertThat(found.reject().message())
        .contains("hartree and ionic")
        .endsWith("found in results/potential only [grid, hartree]");
    assertThat(read(fixture().group("other"), BOTH_SIDES).reject().message())
        .endsWith("found only results");
  }

  @Test
  void promisesOfTheHeaderAreChecked() {
    assertThat(code(fixture().potential("grid", new int[] {12, 12, 47})))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().potential("ionic", new double[1][48][12][11])))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().potential("ionic", new float[1][48][12][12])))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().position("ion_types", new String[] {"Mo"})))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().position("ion_types", null))).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().position("ion_types", new String[] {"X", "S"})))
        .isEqualTo(RejectCode.UNKNOWN_ELEMENT);
    assertThat(code(fixture().position("number_ion_types", new int[] {4, 9})))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().position("number_ion_types", new int[] {-4, 16})))
        .isEqualTo(RejectCode.BAD_HEADER);
    assertThat(code(fixture().position("lattice_vectors", new double[3][3])))
        .isEqualTo(RejectCode.BAD_CELL);
    assertThat(code(fixture().position("scale", 0.0))).isEqualTo(RejectCode.BAD_CELL);
    Found huge =
        new Found(
            FILES.read(
                fixture().write(folder.resolve("vaspout.h5")).toString(),
                reading(ReadingRequest.Depth.STOP_AT_REJECT, new GridLimits(6911, 1 << 30))));
    assertThat(huge.reject().code()).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(huge.reject().message()).endsWith("found 6912 points (results/potential/hartree)");
  }

  @Test
  void scalesAndCartesianPositionsAreThoseOfVasp() {
    double[][] halves = new double[3][3];
    double[][] places = new double[12][];
    for (int v = 0; v < 3; v++) {
      for (int x = 0; x < 3; x++) {
        halves[v][x] = SMALL.structure().lattice().vector(v)[x] / 2;
      }
    }
    for (int n = 0; n < 12; n++) {
      var atom = SMALL.structure().atoms().get(n);
      places[n] = SMALL.structure().lattice().cartesian(atom.fa(), atom.fb(), atom.fc());
      for (int x = 0; x < 3; x++) {
        places[n][x] /= 2;
      }
    }
    Found plain = read(fixture(), BOTH_SIDES);
    Found found =
        read(
            fixture()
                .position("scale", 2.0)
                .position("lattice_vectors", halves)
                .position("position_ions", places)
                .position("direct_coordinates", 0),
            BOTH_SIDES);
    assertThat(found.reject()).isNull();
    assertThat(found.vacuum()).isEqualTo(plain.vacuum());
    for (int v = 0; v < 3; v++) {
      assertThat(found.structure().lattice().vector(v))
          .containsExactly(SLAB.structure().lattice().vector(v), within(1e-12));
    }
    Found volume =
        read(
            fixture()
                .position("scale", -Math.abs(SLAB.structure().lattice().volume()))
                .position("lattice_vectors", halves),
            BOTH_SIDES);
    assertThat(volume.structure().lattice().volume())
        .isCloseTo(SLAB.structure().lattice().volume(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoFiniteNumberIsNamedWithItsPlace(double bad) {
    VaspoutFixture broken =
        fixture().potential("ionic", 1, (a, b, c) -> a == 0.25 && b == 0.5 && c == 0 ? bad : 0, 1);
    Found found = read(broken, BOTH_SIDES);
    assertThat(found.reject().code()).isEqualTo(RejectCode.BAD_NUMBER);
    assertThat(found.reject().message()).contains("found " + bad + " (x 3, y 6, z 0,");
  }

  @Test
  void aFileCutAnywhereIsARejectNotACrash() throws IOException {
    byte[] whole = Files.readAllBytes(fixture().write(folder.resolve("vaspout.h5")));
    for (int length = 8; length < whole.length; length += 997) {
      Found found = read(Arrays.copyOf(whole, length), BOTH_SIDES);
      assertThat(found.reject()).as("%d bytes", length).isNotNull();
      assertThat(found.reject().code()).isIn(RejectCode.BAD_HEADER, RejectCode.TRUNCATED);
      assertThat(found.reject().message()).matches("(?s)Cannot read .*: expected .*, found .*");
    }
    Found compressed = read(TestEncoding.GZIP.encode(whole), BOTH_SIDES);
    assertThat(compressed.reject().code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(compressed.reject().message()).endsWith("compressed as a whole: decompress it");
  }

  /** Whatever is damaged in the form that VASP's library writes, or in the newest one. */
  @Property(tries = 1500)
  void damageIsARejectOrOtherValues(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] file = Files.readAllBytes(AS_VASP);
    for (int n = random.nextInt(5); n >= 0; n--) {
      int at = random.nextInt(random.nextInt(3) == 0 ? file.length : 20_000);
      file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
    }
    Path damaged = Files.createTempFile("vaspout", ".h5");
    try {
      Files.write(damaged, file);
      for (ReadingRequest request : new ReadingRequest[] {BOTH_SIDES, toTheEnd()}) {
        Found found = new Found(FILES.read(damaged.toString(), request));
        assertThat(found.reject() != null || found.grid() != null).isTrue();
      }
    } catch (UncheckedIOException e) {
      throw new AssertionError("storage did not fail", e);
    } finally {
      Files.delete(damaged);
    }
  }

  /** As the format's own library writes it in its oldest form, which VASP uses (make.py). */
  @Test
  void readsTheFormThatVaspWrites() {
    Found found = new Found(FILES.read(AS_VASP.toString(), BOTH_SIDES));
    assertThat(found.reject()).isNull();
    assertThat(found.structure().formula()).isEqualTo("MoS2");
    assertThat(found.header().nz()).isEqualTo(40);
    assertThat(found.readMode()).isEqualTo("planes");
    assertThat(found.vacuum().get(Side.TOP).levelEv()).isCloseTo(4.0, within(1e-6));
  }

  /** Values of a run of VASP 6.4.3 that wrote both files. */
  @Test
  void equalsTheLocpotOfTheSameRun() {
    Path file = SharedData.path("real-levels/graphene/vaspout.h5");
    Found found = new Found(FILES.read(file.toString(), toTheEnd()));
    Found locpot = new Found(FILES.read(file.resolveSibling("LOCPOT.gz").toString(), toTheEnd()));
    assertThat(found.reject().code()).isEqualTo(RejectCode.NOT_A_TMD);
    assertThat(new int[] {found.header().nx(), found.header().ny(), found.header().nz()})
        .containsExactly(24, 24, 100);
    assertThat(found.statistics().min()).isCloseTo(-121.34474597, within(5e-9));
    assertThat(found.statistics().max()).isCloseTo(3.3804441692, within(5e-9));
    assertThat(found.statistics().mean()).isCloseTo(0, within(1e-9));
    assertThat(found.statistics().firstPlaneMean()).isCloseTo(-31.62981166, within(5e-9));
    assertThat(found.structure().formula()).isEqualTo(locpot.structure().formula());
    assertThat(found.statistics().min()).isCloseTo(locpot.statistics().min(), within(5e-9));
    assertThat(found.statistics().max()).isCloseTo(locpot.statistics().max(), within(5e-9));
  }
}
