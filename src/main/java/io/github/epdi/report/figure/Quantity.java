package io.github.epdi.report.figure;

import io.github.epdi.tables.MaterialRow;
import java.util.function.Function;

/** The quantities that a heat map may show of a material, in eV. */
public enum Quantity {
  /** The percolation barrier over the whole surface. */
  PERCOLATION_2D("2D percolation barrier", MaterialRow::percolation2dEv),
  /** The percolation barrier in one direction. */
  PERCOLATION_1D("1D percolation barrier", MaterialRow::percolation1dEv),
  /** The lowest forward or reverse barrier. */
  LOWEST_BARRIER("lowest barrier", row -> row.energies().lowestBarrier().barrierEv().value()),
  /** The lowest binding energy. */
  ADSORPTION("adsorption energy", row -> row.energies().adsorption().lowestEv().value());

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // it is a method reference, which holds nothing
  private final Function<MaterialRow, Double> value;

  Quantity(String title, Function<MaterialRow, Double> value) {
    this.title = title;
    this.value = value;
  }

  /** Returns the name for people. */
  String title() {
    return title;
  }

  /** Returns the value of a material, or null where there is none. */
  Double of(MaterialRow row) {
    return value.apply(row);
  }
}
