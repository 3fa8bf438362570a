package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.screening.batch.BatchSource;
import io.github.epdi.screening.batch.ImageBatches;
import io.github.epdi.screening.batch.NetworkFailure;
import io.github.epdi.screening.batch.TaskNetwork;
import io.github.epdi.screening.campaign.LevelsSource;
import io.github.epdi.structure.RejectException;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.GridLevels;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.ImageCosts;
import io.github.epdi.tables.LevelColumns;
import io.github.epdi.tables.LevelsOrigin;
import io.github.epdi.tables.MaterialDescription;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screens grids one after another as their results are asked for. Images of several grids share
 * batches, so a grid may wait for the next grids' images before its result comes out. While it
 * waits it holds no planes, and no more images wait than the batches hold.
 *
 * <p>A grid at which the program fails is set aside and tried once more, alone, after all others.
 * If that fails too, its result is a reject with the code FAILED. Errors of the machine, such as
 * memory that runs out, end the iteration.
 */
public final class GridResultIterator implements Iterator<GridResult>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GridResultIterator.class);

  /** Tells what is done with a grid at which the program fails. */
  private enum AfterFailure {
    /** The grid is tried again, alone. */
    TRY_ALONE,
    /** The grid is rejected. */
    REJECT
  }

  private final Iterator<PlannedGrid> inputs;
  private final ScreeningSpec spec;
  private final GridFiles files;
  private final ImageSpec imageSpec;
  private final SideEnergies energies;
  private final AfterFailure afterFailure;
  private final TimeLimit timeLimit;
  private final Deque<PendingGrid> pending = new ArrayDeque<>();
  private final Deque<GridResult> ready = new ArrayDeque<>();
  private final Deque<PlannedGrid> setAside = new ArrayDeque<>();

  private GridResultIterator(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      ImageSpec imageSpec,
      SideEnergies energies,
      AfterFailure afterFailure) {
    this.inputs = inputs;
    this.spec = spec;
    this.files = files;
    this.imageSpec = imageSpec;
    this.energies = energies;
    this.afterFailure = afterFailure;
    this.timeLimit = new TimeLimit(spec.gridLimit());
  }

  /**
   * Makes an iterator that predicts with the networks of a model.
   *
   * @param inputs the grids, screened in this order as results are asked for
   * @param networks runs the batches of images, and is closed by the caller
   */
  public GridResultIterator(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      BundleMetadata model,
      ImageBatches.Networks networks) {
    this(
        inputs,
        spec,
        files,
        model,
        BatchSource.of(networks, model.image().length(), spec.batchSize()));
  }

  /**
   * Makes an iterator that takes its batches from a given source.
   *
   * @param source supplies the batches that images go to, and is closed by the caller
   */
  public GridResultIterator(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      BundleMetadata model,
      BatchSource source) {
    this(
        inputs,
        spec,
        files,
        model.image(),
        new EnergiesOfImages(spec, model, source),
        AfterFailure.TRY_ALONE);
  }

  /**
   * Makes an iterator for a model that predicts from levels and the local potential. No images are
   * drawn, and each grid's result comes out at once.
   *
   * @param affinity the model that predicts
   * @param levels reads files of levels
   */
  public GridResultIterator(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      BundleMetadata model,
      AffinityModel affinity,
      LevelsFiles levels) {
    this(
        inputs,
        spec,
        files,
        model.image(),
        new EnergiesOfLevels(spec, affinity, model.affinity().trust(), levels),
        AfterFailure.TRY_ALONE);
  }

  /**
   * Makes the iterator that suits a model: by its networks, or by levels if it has an affinity
   * part.
   *
   * @param network the model's network, which the caller closes
   */
  static GridResultIterator of(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      LevelsFiles levels,
      BindingEnergyModel model,
      TaskNetwork network) {
    return model.affinity() == null
        ? new GridResultIterator(inputs, spec, files, model.metadata(), network)
        : new GridResultIterator(inputs, spec, files, model.metadata(), model.affinity(), levels);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && (inputs.hasNext() || !pending.isEmpty() || !setAside.isEmpty())) {
      advance();
    }
    return !ready.isEmpty();
  }

  @Override
  public GridResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all grids are screened");
    }
    return ready.remove();
  }

  private void advance() {
    if (inputs.hasNext()) {
      PlannedGrid input = inputs.next();
      attempt(input, () -> take(input));
    } else if (!pending.isEmpty()) {
      attempt(pending.peek().input(), energies::finish);
    } else {
      alone(setAside.remove());
    }
    while (!pending.isEmpty() && pending.peek().isComplete()) {
      PendingGrid complete = pending.remove();
      attempt(complete.input(), () -> ready.add(complete.result(energies.members(), spec)));
    }
  }

  /** Does a part of the work on behalf of one grid, and handles its failure. */
  private void attempt(PlannedGrid input, Runnable work) {
    try {
      work.run();
    } catch (NetworkFailure e) {
      // None of the grids that share the batches gets energies, and any of them may be to blame.
      List<PlannedGrid> waiting = pending.stream().map(PendingGrid::input).toList();
      pending.clear();
      energies.forget();
      waiting.forEach(grid -> failed(grid, e));
      if (!waiting.contains(input)) {
        failed(input, e);
      }
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      pending.removeIf(grid -> grid.input().equals(input));
      failed(input, e);
    }
  }

  private void failed(PlannedGrid input, Throwable failure) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("Cannot go on screening: interrupted", failure);
    }
    LOG.debug("Cannot screen {}", input.uri(), failure);
    if (afterFailure == AfterFailure.TRY_ALONE) {
      LOG.warn("the program failed at {}: it is tried once more, alone", input.uri());
      setAside.add(input);
    } else {
      ready.add(GridRejection.failed(input, failure));
    }
  }

  private void alone(PlannedGrid input) {
    try (GridResultIterator one =
        new GridResultIterator(
            List.of(input).iterator(),
            spec,
            files,
            imageSpec,
            energies.alone(),
            AfterFailure.REJECT)) {
      ready.add(one.next());
    }
  }

  private void take(PlannedGrid input) {
    GridReading reading;
    try {
      reading =
          timeLimit.within(() -> files.read(input.uri(), spec.request(input.input(), imageSpec)));
    } catch (UncheckedIOException e) {
      ready.add(GridRejection.of(input, e));
      return;
    } catch (TimeoutException e) {
      ready.add(GridRejection.tooSlow(input, spec.gridLimit()));
      return;
    }
    if (reading.file().lengthBytes() != input.lengthBytes()
        || reading.file().modifiedMillis() != input.modifiedMillis()) {
      ready.add(GridRejection.changed(input));
    } else if (reading instanceof GridReading.Rejected rejected) {
      ready.add(GridRejection.of(input, rejected));
    } else {
      begin(input, reading.accepted());
    }
  }

  private void begin(PlannedGrid input, GridReading.Accepted reading) {
    try {
      List<PendingSide> sides = energies.begin(input, reading);
      MaterialDescription material = MaterialDescription.of(input.materialId(), reading);
      GridRow row =
          GridRow.of(material, input.identity(), reading, costs(sides), levels(input, sides));
      pending.add(new PendingGrid(input, row, material, sides));
    } catch (RejectException e) {
      ready.add(GridRejection.of(input, e.reject()));
    } catch (UncheckedIOException e) {
      ready.add(GridRejection.of(input, e));
    }
  }

  /** Returns a grid's levels, or null if there are none or the model needs none. */
  private GridLevels levels(PlannedGrid input, List<PendingSide> sides) {
    if (!spec.needsLevels()) {
      return null;
    }
    LevelsSource source = input.input().levels();
    if (source == null) {
      return null;
    }
    Map<Side, LevelColumns> seen = new EnumMap<>(Side.class);
    for (int s = 0; s < sides.size(); s++) {
      if (sides.get(s).levels() != null) {
        seen.put(spec.sides().get(s), sides.get(s).levels());
      }
    }
    return GridLevels.of(
        source.isDeclared() ? LevelsOrigin.declared() : LevelsOrigin.file(source.uri()), seen);
  }

  private ImageCosts costs(List<PendingSide> sides) {
    int images = sides.stream().mapToInt(PendingSide::images).sum();
    double clipped = sides.stream().mapToDouble(PendingSide::clipped).sum();
    return new ImageCosts(
        images,
        (long) images * energies.members() * energies.copies(),
        images == 0 ? 0 : clipped / images);
  }

  /** Ends the thread that reads grids. */
  @Override
  public void close() {
    timeLimit.close();
  }
}
