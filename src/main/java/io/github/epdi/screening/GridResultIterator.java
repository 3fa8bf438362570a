package io.github.epdi.screening;

import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.image.Frame;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.levels.LevelsFiles;
import io.github.epdi.model.BindingEnergyModel;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.screening.batch.ImageBatches;
import io.github.epdi.screening.batch.OwnBatches;
import io.github.epdi.screening.batch.TaskNetwork;
import io.github.epdi.structure.RejectException;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.ImageCosts;
import io.github.epdi.tables.MaterialDescription;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;

/**
 * Screens grids one after another as their results are asked for. Images of several grids share
 * batches, so a grid may wait for the next grids' images before its result comes out. While it
 * waits it holds no planes, and no more images wait than the batches hold.
 */
public final class GridResultIterator implements Iterator<GridResult>, AutoCloseable {
  private final Iterator<PlannedGrid> inputs;
  private final ScreeningSpec spec;
  private final GridFiles files;
  private final ImageSpec imageSpec;
  private final List<Frame> frames;
  private final int members;
  private final ImageBatches batches;
  private final AffinityModel affinity;
  private final LevelsFiles levels;
  private final TimeLimit timeLimit;
  private final Deque<PendingGrid> pending = new ArrayDeque<>();
  private final Deque<GridResult> ready = new ArrayDeque<>();

  /**
   * Screens inputs in their order, as they are asked for.
   *
   * @param networks where images go, the caller's to close
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
        new OwnBatches(networks, model.image().length(), spec.batchSize()));
  }

  /**
   * Screens with batches of one's own choice.
   *
   * @param batches of this pipeline alone
   */
  public GridResultIterator(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      BundleMetadata model,
      ImageBatches batches) {
    this.inputs = inputs;
    this.spec = spec;
    this.files = files;
    this.imageSpec = model.image();
    this.frames = Frame.averaged(model.averagedCopies());
    this.members = model.members();
    this.batches = batches;
    this.affinity = null;
    this.levels = null;
    this.timeLimit = new TimeLimit(spec.gridLimit());
  }

  /**
   * Screens by levels and the local potential: no images are drawn, and each grid's result comes
   * out at once.
   *
   * @param affinity what predicts
   * @param levels where files of levels are read
   */
  public GridResultIterator(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      BundleMetadata model,
      AffinityModel affinity,
      LevelsFiles levels) {
    this.inputs = inputs;
    this.spec = spec;
    this.files = files;
    this.imageSpec = model.image();
    this.frames = List.of();
    this.members = 1;
    this.batches = null;
    this.affinity = affinity;
    this.levels = levels;
    this.timeLimit = new TimeLimit(spec.gridLimit());
  }

  /**
   * Screens as a model predicts: by its networks, or by levels.
   *
   * @param network of the model, the caller's to close
   */
  static GridResultIterator of(
      Iterator<PlannedGrid> inputs,
      ScreeningSpec spec,
      GridFiles files,
      LevelsFiles levels,
      BindingEnergyModel model,
      TaskNetwork network) {
    return model.affinity() == null
        ? new GridResultIterator(inputs, spec, files, model.metadata(), network.batches())
        : new GridResultIterator(inputs, spec, files, model.metadata(), model.affinity(), levels);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && (inputs.hasNext() || !pending.isEmpty())) {
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
    String what = "the last images";
    try {
      if (inputs.hasNext()) {
        PlannedGrid input = inputs.next();
        what = input.uri();
        take(input);
      } else if (batches != null) {
        batches.predict();
      }
      while (!pending.isEmpty() && pending.peek().isComplete()) {
        ready.add(pending.remove().result(members, spec));
      }
    } catch (RuntimeException e) {
      // Not the input's fault: the run must not go on and call this a reject.
      throw new IllegalStateException("Cannot screen " + what + ": " + e, e);
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
      draw(input, reading.accepted());
    }
  }

  private void draw(PlannedGrid input, GridReading.Accepted reading) {
    try {
      List<PendingSide> sides = affinity == null ? drawn(reading) : predicted(input, reading);
      MaterialDescription material = MaterialDescription.of(input.materialId(), reading);
      pending.add(
          new PendingGrid(
              input,
              GridRow.of(material, input.identity(), reading, costs(sides)),
              material,
              sides));
    } catch (RejectException e) {
      ready.add(GridRejection.of(input, e.reject()));
    } catch (UncheckedIOException e) {
      ready.add(GridRejection.of(input, e));
    }
  }

  private List<PendingSide> drawn(GridReading.Accepted reading) {
    return spec.sides().stream()
        .map(side -> PendingSide.draw(reading, side, spec, imageSpec, frames, batches))
        .toList();
  }

  private List<PendingSide> predicted(PlannedGrid input, GridReading.Accepted reading) {
    SlabLevels slab = SlabLevels.read(input.input(), reading, levels, spec.levels());
    return spec.sides().stream()
        .map(side -> PendingSide.predict(reading, side, spec, slab, affinity))
        .toList();
  }

  /** Ends the thread that reads. */
  @Override
  public void close() {
    timeLimit.close();
  }

  private ImageCosts costs(List<PendingSide> sides) {
    int images = sides.stream().mapToInt(PendingSide::images).sum();
    double clipped = sides.stream().mapToDouble(PendingSide::clipped).sum();
    return new ImageCosts(
        images, (long) images * members * frames.size(), images == 0 ? 0 : clipped / images);
  }
}
