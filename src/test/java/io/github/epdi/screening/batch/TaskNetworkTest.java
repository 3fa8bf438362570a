package io.github.epdi.screening.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.screening.GridFolder;
import io.github.epdi.screening.GridResultIterator;
import io.github.epdi.screening.PlannedGrid;
import io.github.epdi.screening.ScreeningSpec;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.tables.GridResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A network that tasks share, here on the processor, against one for each task. */
@Timeout(120)
class TaskNetworkTest {
  private static final int BATCH_SIZE = 4;

  @TempDir private static Path folder;
  private static BindingEnergyModel model;
  private static ScreeningSpec spec;
  private static List<GridInput> inputs;

  @BeforeAll
  static void make() throws IOException {
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 2);
    GridFolder grids = new GridFolder(folder.resolve("grids")).withGoodGrids();
    spec =
        ScreeningSpec.of(grids.campaign(bundle, folder.resolve("out")), ModelBundle.read(bundle));
    assertThat(spec.batchSize()).isEqualTo(BATCH_SIZE);
    model = new BindingEnergyModel(ModelBundle.read(bundle), ComputeDevice.CPU);
    inputs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("grids"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        inputs.add(input(file));
      }
    }
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static GridInput input(Path file) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    FileStatus status = path.getFileSystem(new Configuration()).getFileStatus(path);
    return GridInput.of(status, file.getFileName().toString(), GridOverrides.NONE);
  }

  private static List<GridResult> screen(List<GridInput> grids, TaskNetwork network) {
    List<GridResult> results = new ArrayList<>();
    try (GridResultIterator pipeline =
        new GridResultIterator(
            grids.stream().map(grid -> PlannedGrid.of(grid, spec)).iterator(),
            spec,
            new GridFiles(new Configuration()),
            model.metadata(),
            network)) {
      pipeline.forEachRemaining(results::add);
    }
    return results;
  }

  private static List<GridResult> withItsOwn(List<GridInput> grids) {
    try (TaskNetwork network = TaskNetwork.open(model, BATCH_SIZE)) {
      return screen(grids, network);
    }
  }

  private static List<GridResult> withAShare(List<GridInput> grids) {
    try (TaskNetwork network = TaskNetwork.shared(model, BATCH_SIZE)) {
      return screen(grids, network);
    }
  }

  private static boolean someNetworkIsShared() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("prediction on cpu"));
  }

  @Test
  void sharingChangesNoBitWhoeverElseScreens() throws Exception {
    List<GridResult> expected = withItsOwn(inputs);
    assertThat(expected).hasSize(5).allMatch(result -> result.reject() == null);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, new Random(task));
        List<Integer> mine = order.subList(0, 1 + task % 5);
        tasks.add(
            () ->
                withAShare(mine.stream().map(inputs::get).toList())
                    .equals(mine.stream().map(expected::get).toList()));
      }
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(someNetworkIsShared()).isFalse();
  }

  /** As a killed task ends: in the midst of its images, with some not yet predicted. */
  @Test
  void aTaskThatEndsEarlyLeavesNothingBehindAndHarmsNoOther() {
    List<GridResult> expected = withItsOwn(inputs.subList(0, 2));
    try (TaskNetwork other = TaskNetwork.shared(model, BATCH_SIZE)) {
      try (TaskNetwork killed = TaskNetwork.shared(model, BATCH_SIZE)) {
        ImageBatches batches = killed.batches();
        for (int i = 0; i < BATCH_SIZE + 1; i++) {
          batches.add(
              (out, offset) -> {},
              energies -> {
                throw new IllegalStateException("this task is gone");
              });
        }
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("this task is gone"); // the first batch may be back already
      }
      assertThat(someNetworkIsShared()).isTrue();
      assertThat(screen(inputs.subList(0, 2), other)).isEqualTo(expected);
    }
    assertThat(someNetworkIsShared()).isFalse();
  }

  @Test
  void whatTheNetworkCannotPredictFailsTheTaskWithTheReason() {
    try (TaskNetwork network = TaskNetwork.shared(model, BATCH_SIZE)) {
      ImageBatches batches = network.batches();
      batches.add((out, offset) -> out[offset + 7] = Float.NaN, energies -> {});
      assertThatThrownBy(batches::predict)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("prediction on cpu failed")
          .hasRootCauseInstanceOf(ArithmeticException.class)
          .hasRootCauseMessage("Cannot predict image 0: expected a finite energy, found NaN");
    }
    assertThat(withAShare(inputs.subList(0, 1))).isEqualTo(withItsOwn(inputs.subList(0, 1)));
    assertThat(someNetworkIsShared()).isFalse();
  }
}
