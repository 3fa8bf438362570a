package io.github.epdi.tables;

import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.ElementCounts;
import java.util.Arrays;
import java.util.List;

/** Values of the columns that are named and defined as in OPTIMADE 1.2, {@code structures}. */
final class StructureValues {
  /** A slab is periodic along a and b. */
  static final List<Integer> DIMENSION_TYPES = List.of(1, 1, 0);

  static final int PERIODIC_DIMENSIONS = 2;

  private final CrystalStructure structure;
  private final ElementCounts counts;

  StructureValues(CrystalStructure structure) {
    this.structure = structure;
    this.counts = structure.elementCounts();
  }

  List<String> elements() {
    return counts.symbols();
  }

  List<Double> elementsRatios() {
    return counts.ratios();
  }

  String chemicalFormulaReduced() {
    return counts.reducedFormula();
  }

  String chemicalFormulaAnonymous() {
    return counts.anonymousFormula();
  }

  List<List<Double>> latticeVectors() {
    return triples(Arrays.asList(structure.lattice().rows()));
  }

  int sites() {
    return structure.atoms().size();
  }

  List<List<Double>> cartesianSitePositions() {
    return triples(structure.cartesianPositions());
  }

  List<String> speciesAtSites() {
    return structure.atoms().stream().map(atom -> atom.element().symbol()).toList();
  }

  private static List<List<Double>> triples(List<double[]> positions) {
    return positions.stream().map(xyz -> Arrays.stream(xyz).boxed().toList()).toList();
  }
}
