package io.github.epdi.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.SiteKind;
import io.github.epdi.tables.dataset.LabelRow;
import io.github.epdi.tables.encoding.SurfaceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A slab that stopped short of convergence shifts all labels of its material alike. */
class OddLabelsTest {
  private static final String VICTIM = "M4";

  /** By as much as a slab of our first set was off. */
  private static final double SHIFT_EV = 0.141;

  @Test
  void exactlyTheShiftedMaterialIsNamed() {
    for (double shift : new double[] {SHIFT_EV, -SHIFT_EV}) {
      List<LabelRow> labels = madeUp(12, shift);

      assertThat(LabelLine.offTheLineEv(labels)).containsOnlyKeys(VICTIM);
      assertThat(LabelLine.offTheLineEv(labels).get(VICTIM)).isCloseTo(-shift, within(0.04));
      List<LabelRow> flagged = OddLabels.flagged(labels);
      assertThat(flagged).as("nothing is dropped").hasSameSizeAs(labels);
      for (LabelRow row : flagged) {
        if (row.materialId().equals(VICTIM)) {
          assertThat(row.flags()).containsExactly("a_flag", "label_off_line");
          assertThat(row.convergence().remarks())
              .singleElement()
              .asString()
              .startsWith("M4: labels lie 0.1")
              .contains("eV off the line of the other materials (unconverged slab");
        } else {
          assertThat(labels).as("the others stay as they are").contains(row);
        }
      }
    }
  }

  @Test
  void nobodyIsNamedWhereAllFollowTheLine() {
    List<LabelRow> labels = madeUp(12, 0);
    assertThat(LabelLine.offTheLineEv(labels)).isEmpty();
    assertThat(OddLabels.flagged(labels)).isEqualTo(labels);
  }

  @Test
  void fewerThanSixMaterialsAreNotJudged() {
    assertThat(LabelLine.offTheLineEv(madeUp(5, SHIFT_EV))).isEmpty();
    assertThat(LabelLine.offTheLineEv(madeUp(1, SHIFT_EV))).isEmpty();
    assertThat(LabelLine.offTheLineEv(List.of())).isEmpty();
  }

  @Test
  void labelsWithoutLevelsAreNotLookedAt() {
    List<LabelRow> labels = new ArrayList<>(madeUp(12, SHIFT_EV));
    labels.replaceAll(
        row ->
            row.materialId().equals(VICTIM)
                ? row(row, new LabelRow.LevelColumns(null, null, null))
                : row);
    assertThat(LabelLine.offTheLineEv(labels)).isEmpty();
  }

  /** Labels that follow a line but for 0.01 eV, with one material shifted. */
  private static List<LabelRow> madeUp(int materials, double shiftEv) {
    Random random = new Random(1);
    List<LabelRow> rows = new ArrayList<>();
    for (int m = 0; m < materials; m++) {
      double affinity = 4 + 2 * random.nextDouble();
      double work = affinity + 0.6 * random.nextDouble();
      double own = 0.01 * random.nextGaussian() + (VICTIM.equals("M" + m) ? shiftEv : 0);
      for (SiteKind kind : SiteKind.values()) {
        double energy = 2.4 + 0.1 * kind.ordinal() - 0.9 * affinity - 0.1 * work + own;
        rows.add(
            new LabelRow(
                new SurfaceKey("M" + m, "top"),
                new LabelRow.SiteColumns(kind + "0", kind.name(), false, kind + "0", 9),
                null,
                new LabelRow.EnergyColumns(energy, null, "table", null, null),
                null,
                List.of("a_flag"),
                null,
                new LabelRow.LevelColumns(affinity, work, 0.0)));
      }
    }
    return rows;
  }

  private static LabelRow row(LabelRow row, LabelRow.LevelColumns levels) {
    return new LabelRow(
        row.surface(),
        row.site(),
        row.ion(),
        row.energy(),
        row.source(),
        row.flags(),
        row.convergence(),
        levels);
  }
}
