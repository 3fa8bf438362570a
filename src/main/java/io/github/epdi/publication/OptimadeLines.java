package io.github.epdi.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.runs.RunViews;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.GridRow;
import io.github.epdi.tables.GridsTable;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import io.github.epdi.tables.encoding.ColumnValues;
import io.github.epdi.tables.encoding.SharedColumns;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * Writes the screened structures as OPTIMADE JSON Lines: a line with the version, a line that
 * defines the properties, and a line for each structure, in order of the materials.
 */
final class OptimadeLines {
  static final String NAME = "optimade.jsonl";
  private static final String API_VERSION = "1.3.0";
  private static final String STRUCTURES = "structures";

  private final RunViews views;
  private final PublishedRuns runs;
  private long structures;
  private long synthetic;

  OptimadeLines(RunViews views, PublishedRuns runs) {
    this.views = views;
    this.runs = runs;
  }

  /** Returns the number of structures that were written. */
  long structures() {
    return structures;
  }

  /** Returns how many of them are synthetic. */
  long synthetic() {
    return synthetic;
  }

  PackagedFile write(Path folder) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(NAME))) {
      ObjectNode header = JsonText.object();
      header.putObject("x-optimade").putObject("meta").put("api_version", API_VERSION);
      out.write(JsonText.line(header) + "\n");
      out.write(JsonText.line(info()) + "\n");
      Iterator<Row> grids =
          views
              .latest(GridsTable.TABLE.name())
              .sort(SharedColumns.MATERIAL_ID, FlatTable.RUN_ID, GridResult.INPUT_URI)
              .toLocalIterator();
      Sides sides = new Sides(TableExport.rows(views, MaterialsTable.TABLE));
      while (grids.hasNext()) {
        Row row = grids.next();
        GridRow grid = GridsTable.TABLE.fromRow(row);
        out.write(JsonText.line(entry(FlatTable.runId(row), grid, sides)) + "\n");
      }
    }
    return PackagedFile.of(
        folder,
        NAME,
        PackagedFile.JSON_LINES,
        "Structures of the screened slabs with their results, as OPTIMADE JSON Lines.");
  }

  private static ObjectNode info() {
    ObjectNode info = JsonText.object().put("type", "info").put("id", STRUCTURES);
    ObjectNode definitions = new OptimadeProperties().definitions();
    info.put("description", "Screened slabs, one for each grid of a potential.");
    info.set("properties", definitions);
    info.putArray("formats").add("json");
    ArrayNode names = info.putObject("output_fields_by_format").putArray("json");
    definitions.fieldNames().forEachRemaining(names::add);
    return info;
  }

  private ObjectNode entry(String runId, GridRow grid, Sides sides) {
    String id = grid.key().materialId();
    ObjectNode entry = JsonText.object().put("type", STRUCTURES).put("id", id);
    ObjectNode attributes = entry.putObject("attributes");
    Map<String, Object> columns = ColumnValues.of(grid);
    OptimadeProperties.OF_GRIDS.stream()
        .sorted()
        .forEach(name -> attributes.set(name, JsonText.value(columns.get(name))));
    attributes.put("chemical_formula_descriptive", (String) columns.get("formula"));
    attributes.put("immutable_id", grid.key().identity());
    long modified = runs.byId().get(runId).execution().period().finishedMillis();
    attributes.put("last_modified", Instant.ofEpochMilli(modified / 1000 * 1000).toString());
    species(attributes, grid);
    attributes.putArray("structure_features");
    attributes.put(OptimadeProperties.PREFIX + FlatTable.RUN_ID, runId);
    columns.forEach(
        (name, value) -> {
          if (OptimadeProperties.isOurs(name)) {
            attributes.set(OptimadeProperties.PREFIX + name, JsonText.value(value));
          }
        });
    boolean made = SyntheticMaterials.isSynthetic(id);
    attributes.put(OptimadeProperties.SYNTHETIC, made);
    attributes.set(OptimadeProperties.SURFACES, sides.of(id));
    structures++;
    synthetic += made ? 1 : 0;
    return entry;
  }

  private static void species(ObjectNode attributes, GridRow grid) {
    List<String> atSites = grid.structure() == null ? null : grid.structure().atoms().species();
    if (atSites == null) {
      attributes.putNull("species");
      return;
    }
    ArrayNode species = attributes.putArray("species");
    for (String symbol : new TreeSet<>(atSites)) {
      ObjectNode one = species.addObject().put("name", symbol);
      one.putArray("chemical_symbols").add(symbol);
      one.putArray("concentration").add(1.0);
    }
  }

  /** The rows of {@code materials}, taken in the order of the structures, which is Spark's. */
  private static final class Sides {
    private final Iterator<Row> rows;
    private Row next;
    private String last;
    private ArrayNode lastSides;

    Sides(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }

    private ArrayNode of(String materialId) {
      if (materialId.equals(last)) {
        return lastSides; // two grids of one name
      }
      last = materialId;
      lastSides = JsonNodeFactory.instance.arrayNode();
      while (next != null) {
        MaterialRow material = MaterialsTable.TABLE.fromRow(next);
        int order = Arrays.compareUnsigned(utf8(material.materialId()), utf8(materialId));
        if (order > 0) {
          break;
        }
        if (order == 0) {
          ObjectNode side = lastSides.addObject().put(FlatTable.RUN_ID, FlatTable.runId(next));
          ColumnValues.of(material).forEach((name, value) -> side.set(name, JsonText.value(value)));
        }
        advance();
      }
      return lastSides;
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
