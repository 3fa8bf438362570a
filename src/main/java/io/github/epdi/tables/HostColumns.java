package io.github.epdi.tables;

import io.github.epdi.tables.encoding.TableColumn;
import java.util.List;

/** The columns that say what a material is made of. */
public record HostColumns(
    @TableColumn(name = "formula", meaning = "Formula of the cell, metals first.") String formula,
    @TableColumn(name = "host", meaning = "Formula of the host, Janus hosts with both chalcogens.")
        String host,
    @TableColumn(
            name = "host_group",
            meaning = "IVB, VB or VIB; null for other host metals.",
            nullable = true)
        String hostGroup,
    @TableColumn(name = "phase", meaning = "2H, 1T or mixed, with a prime when distorted.")
        String phase,
    @TableColumn(name = "layers", meaning = "Number of metal-chalcogen layers.") int layers,
    @TableColumn(
            name = "dopants",
            meaning = "Metals and chalcogens that are not the host's, with their fraction.")
        List<DopantValue> dopants) {

  static HostColumns of(MaterialDescription material) {
    return new HostColumns(
        material.formula(),
        material.host(),
        material.hostGroup(),
        material.phase(),
        material.layers(),
        material.dopants());
  }
}
