package io.github.epdi.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.encoding.TableDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The properties of a structure in OPTIMADE JSON Lines: the standard's own, and ours with the
 * prefix of this program and a property definition for each.
 */
final class OptimadeProperties {
  static final String PREFIX = "_epdi_";

  /** The property that lists the screened sides, each with the columns of {@code materials}. */
  static final String SURFACES = PREFIX + "surfaces";

  /** The property that says whether the structure was made by formula. */
  static final String SYNTHETIC = PREFIX + "synthetic";

  private static final String STANDARD = "https://schemas.optimade.org/defs/v1.2/properties/";
  private static final String META =
      "https://schemas.optimade.org/meta/v1.2/optimade/property_definition";

  /** The standard's properties that {@code grids} has as columns, by their OPTIMADE types. */
  static final Set<String> OF_GRIDS =
      Set.of(
          "elements",
          "nelements",
          "elements_ratios",
          "chemical_formula_reduced",
          "chemical_formula_anonymous",
          "lattice_vectors",
          "dimension_types",
          "nperiodic_dimensions",
          "nsites",
          "cartesian_site_positions",
          "species_at_sites");

  /** The standard's other properties that are written, with their types and units. */
  private static final Map<String, String> OTHERS =
      new TreeMap<>(
          Map.of(
              "id", "string",
              "type", "string",
              "immutable_id", "string",
              "last_modified", "timestamp",
              "chemical_formula_descriptive", "string",
              "species", "list",
              "structure_features", "list"));

  private static final Set<String> OF_ALL_ENTRIES =
      Set.of("id", "type", "immutable_id", "last_modified");

  private final ObjectNode grids = TableDocument.of(GridsTable.TABLE);
  private final ObjectNode materials = TableDocument.of(MaterialsTable.TABLE);

  /** Returns the definitions of all properties by their names. */
  ObjectNode definitions() {
    ObjectNode all = JsonText.object();
    OTHERS.forEach((name, type) -> all.set(name, standard(name, type)));
    for (Map.Entry<String, JsonNode> column : grids.path("properties").properties()) {
      if (OF_GRIDS.contains(column.getKey())) {
        String type = column.getValue().path("x-optimade-type").textValue();
        all.set(column.getKey(), standard(column.getKey(), type));
      } else if (isOurs(column.getKey())) {
        all.set(PREFIX + column.getKey(), ours(column.getKey(), column.getValue().deepCopy()));
      }
    }
    all.set(SURFACES, surfaces());
    ObjectNode synthetic =
        JsonText.object()
            .put("title", "Synthetic")
            .put(
                "description",
                "Whether slab and potential were made by formula and stand for no compound.")
            .put("x-optimade-type", "boolean")
            .put("x-optimade-unit", "inapplicable")
            .put("type", "boolean");
    all.set(SYNTHETIC, ours("synthetic", synthetic));
    return all;
  }

  /** Tells whether a column of {@code grids} becomes a property with our prefix. */
  static boolean isOurs(String column) {
    // Twice the same otherwise: the entry's id, and the lattice vectors.
    return !OF_GRIDS.contains(column) && !List.of("material_id", "cell").contains(column);
  }

  private ObjectNode surfaces() {
    ObjectNode side = JsonText.object();
    side.put("x-optimade-type", "dictionary").put("x-optimade-unit", "inapplicable");
    side.put("type", "object");
    side.set("properties", materials.path("properties"));
    side.set("required", materials.path("required"));
    ObjectNode list =
        JsonText.object()
            .put("title", "Surfaces")
            .put("x-optimade-type", "list")
            .put("x-optimade-unit", "inapplicable")
            .put("type", "array");
    list.put("description", "The screened sides of the slab; columns of the table materials.");
    list.set("items", side);
    ObjectNode defined = ours("surfaces", list);
    defined.set("x-optimade-unit-definitions", materials.path("x-optimade-unit-definitions"));
    return defined;
  }

  private static ObjectNode standard(String name, String type) {
    String group = OF_ALL_ENTRIES.contains(name) ? "core/" : "optimade/structures/";
    return JsonText.object()
        .put("$id", STANDARD + group + name)
        .put("title", name.replace('_', ' '))
        .put("description", "As OPTIMADE defines it.")
        .put("x-optimade-type", type);
  }

  private ObjectNode ours(String name, ObjectNode definition) {
    definition
        .put("$id", grids.path("$id").textValue() + "#" + name)
        .put("$schema", META)
        .putObject("x-optimade-definition")
        .put("kind", "property")
        .put("format", "1.2")
        .put("version", grids.path("x-epdi-schema-version").asInt() + ".0.0")
        .put("name", name)
        .put("label", name + "_epdi");
    String unit = definition.path("x-optimade-unit").asText();
    for (JsonNode known : grids.path("x-optimade-unit-definitions")) {
      if (known.path("symbol").asText().equals(unit)) {
        definition.putArray("x-optimade-unit-definitions").add(known);
      }
    }
    return definition;
  }
}
