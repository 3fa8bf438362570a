package io.github.epdi.report.figure;

import io.github.epdi.tables.MaterialRow;
import java.util.function.Function;

/** What a heat map may show of a material, eV. */
public enum Quantity {
  /** Percolation barrier over the whole surface. */
  PERCOLATION_2D("2D percolation barrier", MaterialRow::percolation2dEv),
  /** Percolation barrier in one direction. */
  PERCOLATION_1D("1D percolation barrier", MaterialRow::percolation1dEv),
  /** Lowest forward or reverse barrier. */
  LOWEST_BARRIER("lowest barrier", row -> row.energies().lowestBarrier().barrierEv().value()),
  /** Lowest binding energy. */
  ADSORPTION("adsorption energy", row -> row.energies().adsorption().lowestEv().value());

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference, which holds nothing
  private final Function<MaterialRow, Double> value;

  Quantity(String title, Function<MaterialRow, Double> value) {
    this.title = title;
    this.value = value;
  }

  /** Its name for people. */
  String title() {
    return title;
  }

  /** Its value; null where there is none. */
  Double of(MaterialRow row) {
    return value.apply(row);
  }
}
