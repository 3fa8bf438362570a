package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;

/** A dopant within a row of a table. */
public record DopantValue(
    @TableColumn(name = "element", meaning = "Symbol of the element.") String element,
    @TableColumn(name = "fraction", meaning = "Its fraction of the metals, or of the chalcogens.")
        double fraction) {}
