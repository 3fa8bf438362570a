package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BindingEnergyPredictor;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.screening.campaign.StoredBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/**
 * A process that does all of a campaign's reading, rendering and predicting on plain threads, and
 * nothing else: no Spark, no tables. What a run costs beyond this is overhead.
 */
final class PlainThreads {
  private PlainThreads() {}

  /** Arguments: campaign file, threads, folder of the grids. */
  public static void main(String[] arguments) throws Exception {
    Configuration configuration = new Configuration();
    Campaign campaign = Campaign.read(arguments[0], List.of(), configuration);
    ModelBundle bundle = StoredBundle.read(campaign.bundle(), configuration);
    ScreeningSpec spec = ScreeningSpec.of(campaign, bundle);
    int threads = Integer.parseInt(arguments[1]);
    List<List<GridInput>> shares = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      shares.add(new ArrayList<>());
    }
    List<GridInput> inputs = inputs(Path.of(arguments[2]), configuration);
    for (int i = 0; i < inputs.size(); i++) {
      shares.get(i % threads).add(inputs.get(i));
    }
    try (BindingEnergyModel model =
        new BindingEnergyModel(bundle, ComputeDevice.CPU, campaign.precision())) {
      System.out.println("{\"grids\": " + run(shares, spec, model, configuration) + "}");
    }
    System.exit(0);
  }

  private static int run(
      List<List<GridInput>> shares,
      ScreeningSpec spec,
      BindingEnergyModel model,
      Configuration configuration)
      throws InterruptedException, ExecutionException {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (List<GridInput> share : shares) {
      tasks.add(() -> screen(share, spec, model, configuration));
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(shares.size(), work -> new Thread(work, "plain thread"));
    int done = 0;
    for (Future<Integer> result : pool.invokeAll(tasks)) {
      done += result.get();
    }
    pool.shutdown();
    return done;
  }

  private static int screen(
      List<GridInput> share,
      ScreeningSpec spec,
      BindingEnergyModel model,
      Configuration configuration) {
    int screened = 0;
    try (BindingEnergyPredictor predictor = model.newPredictor(spec.batchSize())) {
      GridResultIterator pipeline =
          new GridResultIterator(
              share.stream().map(grid -> PlannedGrid.of(grid, spec)).iterator(),
              spec,
              new GridFiles(configuration),
              model.metadata(),
              predictor::predict);
      while (pipeline.hasNext()) {
        if (pipeline.next().reject() != null) {
          throw new IllegalStateException("a benchmark's grid was rejected");
        }
        screened++;
      }
    }
    return screened;
  }

  private static List<GridInput> inputs(Path folder, Configuration configuration)
      throws IOException {
    List<GridInput> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
        inputs.add(
            new GridInput(
                status.getPath().toString(),
                file.getFileName().toString(),
                status.getLen(),
                status.getModificationTime(),
                "",
                GridOverrides.NONE));
      }
    }
    return inputs;
  }
}
