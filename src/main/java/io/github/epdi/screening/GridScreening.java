package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.TorchEngine;
import io.github.epdi.screening.batch.TaskNetwork;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.CampaignReader;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.screening.campaign.LevelsListing;
import io.github.epdi.screening.campaign.Locations;
import io.github.epdi.screening.campaign.MaterialIds;
import io.github.epdi.screening.campaign.StoredBundle;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.GridResult;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Screens single grids in this JVM, without Spark. The way from a file to its rows is the same as
 * in {@link ScreeningJob}, and the values are bit-equal.
 *
 * <pre>{@code
 * try (GridScreening screening = GridScreening.with("jobs/demo/bundle", "side=both")) {
 *   GridResult result = screening.screen("runs/MoS2-Ti/LOCPOT");
 * }
 * }</pre>
 *
 * <p>An instance holds a loaded network, which is native memory, so close it. It is thread-safe:
 * any number of threads may screen at a time, each grid on its caller's thread, and {@link
 * #close()} waits for them.
 */
public final class GridScreening implements AutoCloseable {
  private final Configuration configuration;
  private final Locations locations = Locations.ofWorkingDirectory();
  private final GridFiles files;
  private final ScreeningSpec spec;
  private final LevelsFiles levels;
  private final LevelsListing listing;
  private final BindingEnergyModel model;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private GridScreening(Campaign asked, Configuration configuration) {
    Campaign campaign = RunDevice.decideHere(asked);
    this.configuration = configuration;
    this.files = new GridFiles(configuration);
    this.levels = new LevelsFiles(configuration);
    this.listing = new LevelsListing(campaign.levels(), configuration);
    if (StoredBundle.metadata(campaign.bundle(), configuration).members() > 0) {
      TorchEngine.startAhead();
    }
    ModelBundle bundle = StoredBundle.read(campaign.bundle(), configuration);
    this.spec = ScreeningSpec.of(campaign, bundle);
    this.model =
        BindingEnergyModel.forBatches(
            bundle, new ComputeDevice(spec.device(), 0), spec.precision(), spec.batchSize());
  }

  /**
   * Opens a screening with a given model and conventions.
   *
   * @param bundle folder of a model bundle, a local path or a Hadoop URI
   * @param settings "key=value" with the keys of a campaign, for example "side=both"; what is not
   *     set has the campaign's default
   * @throws InputException if the bundle or a setting cannot be used
   */
  public static GridScreening with(String bundle, String... settings) {
    List<String> all = new ArrayList<>(Arrays.asList(settings));
    all.add("model.bundle=" + bundle);
    return with(all);
  }

  /**
   * Opens a screening from settings alone, which must include {@code model.bundle}.
   *
   * @param settings "key=value", later ones win
   * @throws InputException if the bundle or a setting cannot be used
   */
  public static GridScreening with(List<String> settings) {
    return new GridScreening(CampaignReader.ofSettings(settings), new Configuration());
  }

  /**
   * Opens a screening with the model and the conventions of a campaign. The campaign's inputs and
   * output are not looked at.
   *
   * @param configuration configuration of Hadoop's file systems
   * @throws InputException if the bundle cannot be used
   */
  public static GridScreening of(Campaign campaign, Configuration configuration) {
    return new GridScreening(campaign, configuration);
  }

  /**
   * Screens one grid. A grid that cannot be screened gives a result with a reject instead of an
   * exception.
   *
   * @param file a local path, relative to the working directory, or a Hadoop URI
   * @return rows as in the tables of a run; the material is named by the file, or by the folder of
   *     a file LOCPOT
   * @throws InputException if there is no such file, or a directory
   * @throws IllegalStateException after {@link #close()}
   */
  public GridResult screen(String file) {
    GridInput input = input(file);
    use.readLock().lock();
    try {
      requireOpen();
      try (TaskNetwork network = TaskNetwork.open(model, spec.batchSize());
          GridResultIterator pipeline =
              GridResultIterator.of(
                  List.of(PlannedGrid.of(input, spec)).iterator(),
                  spec,
                  files,
                  levels,
                  model,
                  network)) {
        return pipeline.next();
      }
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Reads a grid as {@link #screen} does, for callers who want its potential or its structure. The
   * planes that the model's images need are kept.
   *
   * @throws InputException if there is no such file, or a directory
   */
  public GridReading read(String file) {
    GridInput input = input(file);
    return files.read(input.uri(), spec.pictureRequest(input, model.metadata().image()));
  }

  /** Returns what is known of the model. */
  public BundleMetadata model() {
    return model.metadata();
  }

  /** Frees the network once no thread screens with it any more. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("Cannot screen: this screening is closed");
    }
  }

  private GridInput input(String file) {
    try {
      Path path = new Path(locations.resolve(file));
      FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
      Path found = status.getPath();
      GridInput input =
          GridInput.of(status, MaterialIds.of(found.getParent(), found), GridOverrides.NONE);
      return spec.needsLevels() ? listing.withLevels(input) : input;
    } catch (FileNotFoundException e) {
      throw new InputException(
          "Cannot screen " + file + ": expected a grid file, found nothing there", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException("Cannot screen " + file + ": " + e.getMessage(), e);
    }
  }
}
