package io.github.epdi.tables;

import io.github.epdi.structure.ElementCounts;
import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** The columns of the elements in a cell, as OPTIMADE 1.2 defines them. */
public record ElementColumns(
    @TableColumn(
            name = "elements",
            meaning = "Symbols of the elements in the cell, in alphabetical order.",
            nullable = true,
            since = 2)
        List<String> elements,
    @TableColumn(name = "nelements", meaning = "Number of elements.", nullable = true, since = 2)
        Integer nelements) {

  static ElementColumns of(ElementCounts counts) {
    return new ElementColumns(counts.symbols(), counts.symbols().size());
  }
}
