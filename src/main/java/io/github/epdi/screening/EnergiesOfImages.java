package io.github.epdi.screening;

import io.github.epdi.grid.GridReading;
import io.github.epdi.image.Frame;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.screening.batch.BatchSource;
import io.github.epdi.screening.batch.ImageBatches;
import java.util.List;
import java.util.function.Supplier;

/** Predicts energies from images with networks. Images of several grids share batches. */
final class EnergiesOfImages implements SideEnergies {
  private final ScreeningSpec spec;
  private final BundleMetadata model;
  private final List<Frame> frames;
  private final BatchSource source;
  private final Supplier<ImageBatches> fresh;
  private ImageBatches batches;

  EnergiesOfImages(ScreeningSpec spec, BundleMetadata model, BatchSource source) {
    this(spec, model, source, source::batches);
  }

  private EnergiesOfImages(
      ScreeningSpec spec, BundleMetadata model, BatchSource source, Supplier<ImageBatches> fresh) {
    this.spec = spec;
    this.model = model;
    this.frames = Frame.averaged(model.averagedCopies());
    this.source = source;
    this.fresh = fresh;
    this.batches = fresh.get();
  }

  @Override
  public List<PendingSide> begin(PlannedGrid input, GridReading.Accepted reading) {
    return spec.sides().stream()
        .map(side -> PendingSide.draw(reading, side, spec, model.image(), frames, batches))
        .toList();
  }

  @Override
  public void finish() {
    batches.predict();
  }

  @Override
  public void forget() {
    batches = fresh.get();
  }

  @Override
  public SideEnergies alone() {
    return new EnergiesOfImages(spec, model, source, source::ownBatches);
  }

  @Override
  public int members() {
    return model.members();
  }

  @Override
  public int copies() {
    return frames.size();
  }
}
