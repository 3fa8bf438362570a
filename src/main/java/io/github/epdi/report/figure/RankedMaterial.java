package io.github.epdi.report.figure;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.Side;
import io.github.epdi.tables.DopantValue;
import io.github.epdi.tables.MaterialRow;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * One side of one material as it stands in a ranking, without its sites, hops and paths.
 *
 * @param runId id of the run that the row belongs to
 * @param row the side as a whole
 */
public record RankedMaterial(String runId, MaterialRow row) {
  private static final String PRISTINE = "pristine";

  /** Returns the side. */
  public Side side() {
    return row.side().equals(Side.TOP.label()) ? Side.TOP : Side.BOTTOM;
  }

  /** Returns the name for figures and links, which is material and side. */
  public String name() {
    return row.materialId() + ", " + row.side() + " side";
  }

  /** Returns host and phase, within which dopants are compared. */
  public String hostLabel() {
    return row.host().host() + " " + row.host().phase();
  }

  /**
   * Returns the elements of the dopants in the order of the periodic table, joined by +, or
   * "pristine" if there are none.
   */
  public String dopantLabel() {
    return row.host().dopants().isEmpty()
        ? PRISTINE
        : row.host().dopants().stream()
            .map(DopantValue::element)
            .sorted(Comparator.comparingInt(RankedMaterial::number))
            .collect(Collectors.joining("+"));
  }

  public boolean isPristine() {
    return row.host().dopants().isEmpty();
  }

  private static int number(String symbol) {
    return Element.ofSymbol(symbol).map(Element::atomicNumber).orElse(0);
  }
}
