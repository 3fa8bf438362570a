package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.screening.batch.ImageBatches;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.screening.campaign.LevelsSettings;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.GridResult;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of grids by networks that are a formula of the pixels. */
class GridResultIteratorTest {
  private static final int LENGTH = 3 * 32 * 32;

  @TempDir private static Path folder;
  private static List<GridInput> inputs;

  @BeforeAll
  static void writeGrids() throws IOException {
    new GridFolder(folder.resolve("grids")).withGoodGrids();
    try (Stream<Path> files = Files.walk(folder.resolve("grids"))) {
      inputs = files.filter(Files::isRegularFile).sorted().map(f -> input(f)).toList();
    }
  }

  private static GridInput input(Path file) {
    try {
      return new GridInput(
          "file:" + file,
          file.getFileName().toString(),
          Files.size(file),
          Files.getLastModifiedTime(file).toMillis(),
          "",
          GridOverrides.NONE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ScreeningSpec spec(int batchSize, int pointsPerHop) {
    return new ScreeningSpec(
        List.of(Side.TOP),
        PotentialConventions.DEFAULT,
        GridLimits.DEFAULT,
        java.time.Duration.ofMinutes(1),
        0.05,
        pointsPerHop,
        1.5,
        null,
        io.github.epdi.model.torch.ComputeDevice.Kind.CPU,
        batchSize,
        io.github.epdi.model.torch.Precision.FLOAT32,
        "digest",
        "{}",
        List.of(),
        LevelOfTheory.UNSAID,
        Campaign.OnDoubt.FLAG,
        null,
        new LevelsSettings(List.of(), null, LevelsSettings.WithoutLevels.REJECT));
  }

  /** Mean pixel by the first member, its square by the second. */
  private static double[][] means(float[] images, int count) {
    double[][] energies = new double[2][count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int j = 0; j < LENGTH; j++) {
        sum += images[i * LENGTH + j];
      }
      energies[0][i] = sum / LENGTH;
      energies[1][i] = energies[0][i] * energies[0][i];
    }
    return energies;
  }

  private static Iterator<PlannedGrid> planned(List<GridInput> grids, ScreeningSpec spec) {
    return grids.stream().map(grid -> PlannedGrid.of(grid, spec)).iterator();
  }

  private static List<GridResult> screen(
      List<GridInput> grids, ScreeningSpec spec, BundleMetadata model) {
    List<GridResult> results = new ArrayList<>();
    new GridResultIterator(
            grids.stream().map(grid -> PlannedGrid.of(grid, spec)).iterator(),
            spec,
            new GridFiles(new Configuration()),
            model,
            GridResultIteratorTest::means)
        .forEachRemaining(results::add);
    return results;
  }

  @Test
  void batchesAcrossGridsGiveTheSameRowsInOrder() {
    BundleMetadata model = ScreeningBundles.metadata(2, 1);
    List<GridResult> reference = screen(inputs, spec(1, 0), model);

    assertThat(reference)
        .extracting(GridResult::inputUri)
        .containsExactlyElementsOf(inputs.stream().map(GridInput::uri).toList());
    for (int batchSize : new int[] {4, 7, 64}) {
      List<GridResult> other = screen(inputs, spec(batchSize, 0), model);
      assertThat(other).isEqualTo(reference);
    }
  }

  @Test
  void copiesAreAveragedAndCountedAsEvaluationsOnly() {
    List<GridInput> one = inputs.subList(0, 1);
    GridResult single = screen(one, spec(8, 0), ScreeningBundles.metadata(2, 1)).get(0);
    GridResult averaged = screen(one, spec(8, 0), ScreeningBundles.metadata(2, 12)).get(0);

    assertThat(averaged.grid().images().uniqueImages())
        .isEqualTo(single.grid().images().uniqueImages());
    assertThat(averaged.grid().images().networkEvaluations())
        .isEqualTo(12 * single.grid().images().networkEvaluations());
    for (int i = 0; i < single.sites().size(); i++) {
      double energy = averaged.sites().get(i).bindingEnergyEv().value();
      // A mean pixel hardly depends on the frame, but is not the same number.
      assertThat(energy)
          .isNotEqualTo(single.sites().get(i).bindingEnergyEv().value())
          .isCloseTo(
              single.sites().get(i).bindingEnergyEv().value(),
              org.assertj.core.api.Assertions.within(0.2));
    }
  }

  @Test
  void extraPointsLieBetweenTheFiveAndChangeNoBarrier() {
    BundleMetadata model = ScreeningBundles.metadata(2, 1);
    GridResult plain = screen(inputs.subList(0, 1), spec(8, 0), model).get(0);
    GridResult more = screen(inputs.subList(0, 1), spec(8, 4), model).get(0);

    for (int i = 0; i < plain.barriers().size(); i++) {
      BarrierRow barrier = more.barriers().get(i);
      assertThat(barrier.curve().energies().valuesEv())
          .isEqualTo(plain.barriers().get(i).curve().energies().valuesEv());
      assertThat(barrier.barriers().forwardEv().value())
          .isEqualTo(plain.barriers().get(i).barriers().forwardEv().value());
      assertThat(barrier.extra().positionsAngstrom()).hasSize(8).isSorted();
      assertThat(barrier.extra().energies().valuesEv()).hasSize(8);
      double low =
          barrier.curve().energies().valuesEv().stream().mapToDouble(e -> e).min().orElseThrow();
      double high =
          barrier.curve().energies().valuesEv().stream().mapToDouble(e -> e).max().orElseThrow();
      assertThat(barrier.extra().energies().valuesEv())
          .allSatisfy(e -> assertThat(e).isBetween(low - 0.1, high + 0.1));
    }
    assertThat(more.grid().images().uniqueImages())
        .isEqualTo(plain.grid().images().uniqueImages() + 8 * plain.barriers().size());
  }

  @Test
  void aFileThatIsGoneOrAnotherIsARejectAndStopsNothing() {
    GridInput first = inputs.get(0);
    GridInput gone = new GridInput("file:/gone/LOCPOT", "gone", 5, 5, "", GridOverrides.NONE);
    GridInput grown =
        new GridInput(
            first.uri(),
            "grown",
            first.lengthBytes() - 1,
            first.modifiedMillis(),
            "",
            GridOverrides.NONE);

    List<GridResult> results =
        screen(List.of(gone, first, grown), spec(8, 0), ScreeningBundles.metadata(2, 1));

    assertThat(results).filteredOn(r -> r.grid() != null).hasSize(1);
    assertThat(results)
        .filteredOn(r -> r.reject() != null)
        .extracting(r -> r.reject().key().materialId(), r -> r.reject().reason().code())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("gone", "FILE_CHANGED"),
            org.assertj.core.groups.Tuple.tuple("grown", "FILE_CHANGED"));
  }

  /** Fails at every batch that holds an image of a grid that is to blame. */
  private static ImageBatches.Networks failingAt(Predicate<Integer> isToBlame) {
    return (images, count) -> {
      for (int i = 0; i < count; i++) {
        if (isToBlame.test(digest(images, i))) {
          throw new ArithmeticException("not finite");
        }
      }
      return means(images, count);
    };
  }

  private static int digest(float[] images, int image) {
    return Arrays.hashCode(Arrays.copyOfRange(images, image * LENGTH, (image + 1) * LENGTH));
  }

  @Test
  void whereTheProgramFailsAtEveryGridEachIsARejectThatSaysWhere() {
    List<GridResult> results = new ArrayList<>();
    new GridResultIterator(
            planned(inputs, spec(1, 0)),
            spec(1, 0),
            new GridFiles(new Configuration()),
            ScreeningBundles.metadata(2, 1),
            failingAt(image -> true))
        .forEachRemaining(results::add);

    assertThat(results).hasSameSizeAs(inputs);
    assertThat(results)
        .allSatisfy(result -> assertThat(result.reject().reason().code()).isEqualTo("FAILED"));
    assertThat(results.get(0).reject().reason().message())
        .startsWith(
            "Cannot screen the file: expected the program to come to a result, found"
                + " java.lang.ArithmeticException (not finite) at"
                + " io.github.epdi.screening.GridResultIteratorTest.")
        .contains("GridResultIteratorTest.java:")
        .endsWith("please report it with the file " + inputs.get(0).uri());
  }

  @Test
  void aGridAtWhichTheProgramFailsTakesNoOtherWithIt() {
    BundleMetadata model = ScreeningBundles.metadata(2, 1);
    List<GridResult> expected = screen(inputs, spec(8, 0), model);
    Set<Integer> ofOne = new TreeSet<>();
    new GridResultIterator(
            planned(inputs.subList(2, 3), spec(1, 0)),
            spec(1, 0),
            new GridFiles(new Configuration()),
            model,
            (images, count) -> {
              ofOne.add(digest(images, 0));
              return means(images, count);
            })
        .forEachRemaining(result -> {});

    List<GridResult> results = new ArrayList<>();
    new GridResultIterator(
            planned(inputs, spec(8, 0)),
            spec(8, 0),
            new GridFiles(new Configuration()),
            model,
            failingAt(ofOne::contains))
        .forEachRemaining(results::add);

    assertThat(results).hasSameSizeAs(inputs);
    assertThat(results)
        .filteredOn(result -> result.reject() != null)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.inputUri()).isEqualTo(inputs.get(2).uri());
              assertThat(result.reject().reason().code()).isEqualTo("FAILED");
            });
    assertThat(results)
        .filteredOn(result -> result.reject() == null)
        .containsExactlyInAnyOrderElementsOf(
            expected.stream()
                .filter(result -> !result.inputUri().equals(inputs.get(2).uri()))
                .toList());
  }

  @Test
  void anExceptionThatDoesNotComeAgainHarmsNoGrid() {
    BundleMetadata model = ScreeningBundles.metadata(2, 1);
    AtomicInteger passes = new AtomicInteger();
    List<GridResult> results = new ArrayList<>();
    new GridResultIterator(
            planned(inputs, spec(8, 0)),
            spec(8, 0),
            new GridFiles(new Configuration()),
            model,
            failingAt(image -> passes.incrementAndGet() == 1))
        .forEachRemaining(results::add);

    assertThat(results).containsExactlyInAnyOrderElementsOf(screen(inputs, spec(8, 0), model));
  }

  @Test
  void memoryThatRunsOutIsNoRejectButTheWorkersEnd() {
    GridResultIterator results =
        new GridResultIterator(
            inputs.stream().map(grid -> PlannedGrid.of(grid, spec(1, 0))).iterator(),
            spec(1, 0),
            new GridFiles(new Configuration()),
            ScreeningBundles.metadata(2, 1),
            (images, count) -> {
              throw new OutOfMemoryError("on purpose");
            });

    assertThatThrownBy(results::hasNext).isInstanceOf(OutOfMemoryError.class);
  }

  /**
   * Values of one grid by a network that is a formula. Whoever changes them on purpose raises
   * {@link AlgorithmVersion#CURRENT} as well.
   */
  @Test
  void valuesBelongToTheAlgorithmVersion() {
    GridResult result =
        screen(inputs.subList(1, 2), spec(8, 0), ScreeningBundles.metadata(2, 4)).get(0);

    assertThat(AlgorithmVersion.CURRENT).isEqualTo(2);
    assertThat(result.inputUri()).endsWith("/MoS2.locpot");
    org.assertj.core.data.Offset<Double> rounding = org.assertj.core.api.Assertions.within(1e-7);
    assertThat(result.sites().get(0).bindingEnergyEv().value()).isCloseTo(-0.032785777, rounding);
    assertThat(result.sites().get(1).bindingEnergyEv().value()).isCloseTo(-0.032838290, rounding);
    assertThat(result.hops().get(0).energies().bridgeEv().value())
        .isCloseTo(-0.029010984, rounding);
    assertThat(result.sites().get(0).bindingEnergyEv().std()).isCloseTo(0.053404794, rounding);
    assertThat(result.sites().get(0).meanLocalPotentialEv()).isCloseTo(-0.581994540, rounding);
    assertThat(result.barriers().get(0).barriers().forwardEv().value())
        .isCloseTo(0.003774793, rounding);
    assertThat(result.materials().get(0).percolation2dEv()).isCloseTo(0.003827306, rounding);
  }
}
