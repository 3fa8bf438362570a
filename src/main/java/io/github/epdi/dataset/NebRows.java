package io.github.epdi.dataset;

import io.github.epdi.dataset.calculation.Calculation;
import io.github.epdi.dataset.calculation.UnusableException;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.dataset.NebRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes rows from bands: the reference curve, and labels of the ends and the saddle. */
final class NebRows {
  private static final String BETWEEN = "between";

  private final IonLabels labels;

  NebRows(IonLabels labels) {
    this.labels = labels;
  }

  /**
   * Returns the reference curve, one row for each image.
   *
   * @throws UnusableException OTHER_THEORY or IMPLAUSIBLE, naming the image
   */
  List<NebRow> curve(NebBand band) {
    List<Double> positions = band.positionsAngstrom();
    List<NebRow> rows = new ArrayList<>();
    for (int i = 0; i < band.images().size(); i++) {
      try {
        labels.requireSameTheory(band.slab(), band.images().get(i));
        labels.bindingEv(band.slab(), band.images().get(i));
      } catch (UnusableException e) {
        throw new UnusableException(
            e.code(), String.format(Locale.ROOT, "Image %02d: %s", i, e.getMessage()));
      }
      rows.add(row(band, i, positions.get(i)));
    }
    return rows;
  }

  private NebRow row(NebBand band, int i, double positionAngstrom) {
    Calculation image = band.images().get(i);
    AdsorptionSite site = band.site(i);
    RowRemarks remarks = labels.remarks(band.slab(), image);
    double onWay = band.walkPositionAngstrom(i);
    return new NebRow(
        band.slab().key(),
        new NebRow.ImageColumns(band.folder().id(), i),
        new NebRow.PositionColumns(positionAngstrom, onWay),
        new NebRow.EnergyColumns(
            image.energyEv() - band.images().get(0).energyEv(), image.energyEv()),
        new NebRow.PathColumns(
            site == null ? BETWEEN : site.id(),
            band.walk().hopId(onWay),
            band.walk().hopFraction(onWay),
            band.walk().sites(),
            band.walk().positionsAngstrom()),
        new NebRow.IonColumns(
            band.places().get(i).fracA(),
            band.places().get(i).fracB(),
            band.places().get(i).heightAngstrom()),
        new NebRow.SourceColumns(
            image.elapsedSeconds(),
            image.uri(),
            band.slab().grid().uri(),
            band.slab().grid().sha256(),
            labels.theory(band.slab(), image, image.labelKind()),
            labels.sources(band.slab(), image)),
        new NebRow.ConvergenceColumns(
            image.energy().lastChangeEv(), remarks.flags(), remarks.texts()));
  }

  /**
   * Returns labels of the ends that are at a T or H site, and of the highest image if it is at a
   * bridge. Images between them are not stationary points and give no labels.
   */
  List<LabelRow> labels(NebBand band) {
    List<LabelRow> rows = new ArrayList<>();
    int last = band.images().size() - 1;
    for (int i : new int[] {0, last, band.highest()}) {
      AdsorptionSite site = band.site(i);
      boolean end = i == 0 || i == last;
      if (site != null && end != (site.kind() == SiteKind.B)) {
        IonLabels.Origin origin = end ? IonLabels.Origin.NEB_END : IonLabels.Origin.NEB_SADDLE;
        rows.add(labels.row(band.slab(), band.images().get(i), band.places().get(i), site, origin));
      }
    }
    return rows;
  }
}
