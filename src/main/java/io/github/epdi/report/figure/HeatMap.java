package io.github.epdi.report.figure;

import io.github.epdi.structure.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arranges materials by hosts and dopants. A cell holds all materials of a host (in one phase) with
 * the same dopants, whatever their fraction or side. The value of a cell is the lowest of theirs.
 *
 * @param hosts rows, sorted by name
 * @param dopants columns, pristine first, then single dopants by atomic number, then several
 *     dopants
 */
public record HeatMap(List<String> hosts, List<String> dopants) {
  /** Copies the lists. */
  public HeatMap {
    hosts = List.copyOf(hosts);
    dopants = List.copyOf(dopants);
  }

  /** Returns the map of the hosts and dopants that occur among materials. */
  public static HeatMap of(List<RankedMaterial> materials) {
    return new HeatMap(
        materials.stream().map(RankedMaterial::hostLabel).distinct().sorted().toList(),
        materials.stream()
            .sorted(
                Comparator.comparing((RankedMaterial m) -> m.row().host().dopants().size())
                    .thenComparing(HeatMap::atomicNumber)
                    .thenComparing(RankedMaterial::dopantLabel))
            .map(RankedMaterial::dopantLabel)
            .distinct()
            .toList());
  }

  /** Returns the materials of a cell. */
  public List<RankedMaterial> at(List<RankedMaterial> materials, String host, String dopant) {
    return materials.stream()
        .filter(m -> m.hostLabel().equals(host) && m.dopantLabel().equals(dopant))
        .toList();
  }

  /** Returns the lowest value of a cell, or null if there is none. */
  public Double lowest(List<RankedMaterial> cell, Quantity quantity) {
    return cell.stream()
        .flatMap(m -> Stream.ofNullable(quantity.of(m.row())))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Returns every value that the map shows. */
  List<Double> values(List<RankedMaterial> materials, Quantity quantity) {
    List<Double> values = new ArrayList<>();
    for (String host : hosts) {
      for (String dopant : dopants) {
        Double lowest = lowest(at(materials, host, dopant), quantity);
        if (lowest != null) {
          values.add(lowest);
        }
      }
    }
    return values;
  }

  private static int atomicNumber(RankedMaterial material) {
    return material.isPristine()
        ? 0
        : Element.ofSymbol(material.row().host().dopants().get(0).element())
            .map(Element::atomicNumber)
            .orElse(Integer.MAX_VALUE);
  }
}
