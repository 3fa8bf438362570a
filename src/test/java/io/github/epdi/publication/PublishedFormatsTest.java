package io.github.epdi.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.epdi.SparkExtension;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.encoding.TableDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each description of a package against the rules of its format. */
@ExtendWith(SparkExtension.class)
class PublishedFormatsTest {
  @TempDir private static Path folder;

  private static Path written;

  @BeforeAll
  static void screenAndPackage(SparkSession spark) throws IOException {
    String output = Packages.screenDemo(spark, folder);
    written = folder.resolve("package");
    Packages.write(spark, output, Packages.IMPRINT, written);
  }

  private static Set<ValidationMessage> wrongCitation(JsonNode citation) throws IOException {
    try (InputStream schema =
        PublishedFormatsTest.class.getResourceAsStream("/schemas/cff-1.2.0.json")) {
      JsonSchema checked =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(new ObjectMapper().readTree(schema));
      return checked.validate(citation);
    }
  }

  /** The schema of the Citation File Format itself, for the package and for this program. */
  @Test
  void citationsFitTheSchema() throws IOException {
    JsonNode citation = Packages.yaml(Files.readString(written.resolve("CITATION.cff")));
    assertThat(wrongCitation(citation)).isEmpty();
    assertThat(wrongCitation(Packages.yaml(Files.readString(Path.of("CITATION.cff"))))).isEmpty();
    ObjectNode broken = citation.deepCopy();
    broken.remove("title");
    broken.put("license", "none of them");
    assertThat(wrongCitation(broken)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(citation.path("title").textValue()).isEqualTo(Packages.IMPRINT.title());
    assertThat(citation.at("/authors/0/orcid").textValue())
        .isEqualTo("https://orcid.org/0000-0002-1825-0097");
    assertThat(citation.at("/authors/1/family-names").textValue()).isEqualTo("Ö. Name");
    assertThat(citation.at("/references/0/title").textValue()).isEqualTo("EPDI Screen");
  }

  /**
   * RO-Crate 1.1: a flat graph whose references lead somewhere, a descriptor of the root, and a
   * root with name, description, day, licence and all files.
   */
  @Test
  void theCrateIsWhole() throws IOException {
    JsonNode crate = Packages.json(written, "ro-crate-metadata.json");
    assertThat(crate.path("@context").path(0).textValue())
        .isEqualTo("https://w3id.org/ro/crate/1.1/context");
    Map<String, JsonNode> entities = new java.util.TreeMap<>();
    for (JsonNode entity : crate.path("@graph")) {
      assertThat(entity.path("@type").isTextual()).isTrue();
      assertThat(entities.put(entity.path("@id").textValue(), entity)).isNull();
    }
    for (JsonNode entity : entities.values()) {
      for (Map.Entry<String, JsonNode> property : entity.properties()) {
        List<JsonNode> values = new ArrayList<>();
        (property.getValue().isArray() ? property.getValue() : arrayOf(property.getValue()))
            .forEach(values::add);
        for (JsonNode value : values) {
          if (value.isObject()) {
            assertThat(value.size()).as("only references").isEqualTo(1);
            String id = value.path("@id").textValue();
            assertThat(id.startsWith("https://w3id.org/") || entities.containsKey(id))
                .as(id)
                .isTrue();
          }
        }
      }
    }
    JsonNode descriptor = entities.get("ro-crate-metadata.json");
    assertThat(descriptor.at("/about/@id").textValue()).isEqualTo("./");
    assertThat(descriptor.at("/conformsTo/@id").textValue())
        .isEqualTo("https://w3id.org/ro/crate/1.1");
    JsonNode root = entities.get("./");
    assertThat(root.path("@type").textValue()).isEqualTo("Dataset");
    assertThat(root.path("description").textValue()).contains("PBE-D3");
    assertThat(LocalDate.parse(root.path("datePublished").textValue())).isNotNull();
    assertThat(root.at("/license/@id").textValue())
        .isEqualTo("https://spdx.org/licenses/CC-BY-4.0");
    List<String> parts = root.path("hasPart").findValuesAsText("@id");
    List<String> files = new ArrayList<>(Packages.files(written));
    files.remove("ro-crate-metadata.json");
    assertThat(parts).containsExactlyInAnyOrderElementsOf(files);
    for (String part : parts) {
      assertIsTheFile(part, entities.get(part));
      assertThat(entities.get(part).path("contentSize").textValue())
          .isEqualTo("" + Files.size(written.resolve(part)));
    }
  }

  private static ArrayNode arrayOf(JsonNode value) {
    return new ObjectMapper().createArrayNode().add(value);
  }

  private static void assertIsTheFile(String name, JsonNode description) throws IOException {
    byte[] bytes = Files.readAllBytes(written.resolve(name));
    assertThat(description.path("sha256").textValue())
        .as(name)
        .isEqualTo(DigestUtils.sha256Hex(bytes));
  }

  /** Croissant 1.1: what the specification requires of data sets, files, record sets and fields. */
  @Test
  void croissantDescribesEveryColumn() throws IOException {
    JsonNode croissant = Packages.json(written, "croissant.json");
    assertThat(croissant.path("@type").textValue()).isEqualTo("sc:Dataset");
    assertThat(croissant.path("conformsTo").textValue())
        .isEqualTo("http://mlcommons.org/croissant/1.1");
    assertThat(croissant.at("/@context/conformsTo").textValue()).isEqualTo("dct:conformsTo");
    for (String required :
        List.of("name", "description", "license", "url", "creator", "datePublished", "version")) {
      assertThat(croissant.has(required)).as(required).isTrue();
    }
    assertThat(croissant.path("version").textValue()).matches("\\d+\\.\\d+\\.\\d+");
    Set<String> ids = new HashSet<>();
    for (JsonNode file : croissant.path("distribution")) {
      assertThat(file.path("@type").textValue()).isEqualTo("cr:FileObject");
      assertThat(ids.add(file.path("@id").textValue())).isTrue();
      assertIsTheFile(file.path("contentUrl").textValue(), file);
      assertThat(file.path("contentSize").textValue())
          .isEqualTo(Files.size(written.resolve(file.path("contentUrl").textValue())) + " B");
      assertThat(file.path("encodingFormat").textValue()).contains("/");
    }
    assertThat(croissant.path("recordSet")).hasSize(FlatTable.all().size());
    Set<String> fields = new HashSet<>();
    for (FlatTable<?> table : FlatTable.all()) {
      JsonNode set = named(croissant.path("recordSet"), table.name());
      JsonNode document = TableDocument.of(table);
      assertThat(set.path("key").findValuesAsText("@id"))
          .containsExactlyElementsOf(
              table.key().stream().map(key -> table.name() + "/" + key).toList());
      for (Map.Entry<String, JsonNode> column : document.path("properties").properties()) {
        JsonNode field = named(set.path("field"), table.name() + "/" + column.getKey());
        assertThat(field.path("description").textValue())
            .isEqualTo(column.getValue().path("description").textValue());
        assertThat(field.at("/source/fileObject/@id").textValue())
            .isIn(ids)
            .isEqualTo("data/" + table.name() + ".parquet");
        assertThat(field.at("/source/extract/column").textValue()).isEqualTo(column.getKey());
        assertThat(field.has("dataType") || field.has("subField")).as(column.getKey()).isTrue();
        assertThat(field.path("isArray").asBoolean())
            .isEqualTo(column.getValue().path("x-optimade-type").asText().equals("list"));
        assertThat(fields.add(field.path("@id").textValue())).isTrue();
      }
      assertThat(set.path("field")).hasSize(document.path("properties").size());
    }
    for (JsonNode reference : croissant.findValues("references")) {
      if (reference.isObject()) {
        assertThat(reference.path("@id").textValue()).isIn(fields);
      }
    }
    JsonNode energy =
        named(
            named(croissant.path("recordSet"), "materials").path("field"),
            "materials/percolation_2d_ev");
    assertThat(energy.path("unitText").textValue()).isEqualTo("eV");
    assertThat(energy.path("dataType").textValue()).isEqualTo("sc:Float");
  }

  private static JsonNode named(JsonNode list, String id) {
    for (JsonNode element : list) {
      if (element.path("@id").textValue().equals(id)) {
        return element;
      }
    }
    throw new AssertionError("There is no " + id);
  }

  /** Structures as OPTIMADE's definitions want them, and a definition for each property. */
  @Test
  void structuresAreOptimades() throws IOException {
    List<String> lines = Files.readAllLines(written.resolve("optimade.jsonl"));
    assertThat(lines).hasSize(2 + 4);
    assertThat(lines.get(0)).isEqualTo("{\"x-optimade\":{\"meta\":{\"api_version\":\"1.3.0\"}}}");
    JsonNode info = new ObjectMapper().readTree(lines.get(1));
    assertThat(info.path("type").textValue()).isEqualTo("info");
    assertThat(info.path("id").textValue()).isEqualTo("structures");
    JsonNode definitions = info.path("properties");
    for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
      assertThat(definition.getValue().path("$id").textValue()).startsWith("https://");
      assertThat(definition.getValue().path("x-optimade-type").textValue()).isNotEmpty();
      if (definition.getKey().startsWith("_")) {
        assertThat(definition.getKey()).startsWith("_epdi_");
        for (String required :
            List.of("title", "description", "x-optimade-definition", "x-optimade-unit", "type")) {
          assertThat(definition.getValue().has(required)).as(definition.getKey()).isTrue();
        }
      }
    }
    List<String> ids = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      JsonNode entry = new ObjectMapper().readTree(line);
      assertThat(entry.path("type").textValue()).isEqualTo("structures");
      ids.add(entry.path("id").textValue());
      JsonNode attributes = entry.path("attributes");
      attributes.fieldNames().forEachRemaining(name -> assertThat(definitions.has(name)).isTrue());
      assertThat(attributes.size() + 2).as("id and type stand above").isEqualTo(definitions.size());
      assertIsAStructure(attributes);
    }
    assertThat(ids).containsExactly("MoS2-Ti", "MoS2-pristine", "TiS2-V", "WS2-Nb");
  }

  private static void assertIsAStructure(JsonNode attributes) {
    int sites = attributes.path("nsites").intValue();
    assertThat(sites).isPositive();
    assertThat(attributes.path("cartesian_site_positions")).hasSize(sites);
    assertThat(attributes.path("species_at_sites")).hasSize(sites);
    assertThat(attributes.path("elements")).hasSize(attributes.path("nelements").intValue());
    List<String> elements = texts(attributes.path("elements"));
    assertThat(elements).isSorted().doesNotHaveDuplicates();
    assertThat(texts(attributes.path("species_at_sites"))).isSubsetOf(elements);
    double sum = 0;
    for (JsonNode ratio : attributes.path("elements_ratios")) {
      sum += ratio.doubleValue();
    }
    assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(attributes.path("dimension_types").toString()).isEqualTo("[1,1,0]");
    assertThat(attributes.path("nperiodic_dimensions").intValue()).isEqualTo(2);
    assertThat(attributes.path("lattice_vectors")).hasSize(3);
    assertThat(attributes.path("last_modified").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(attributes.path("structure_features").isArray()).isTrue();
    assertThat(attributes.path("species")).hasSize(elements.size());
    for (JsonNode species : attributes.path("species")) {
      assertThat(species.path("chemical_symbols"))
          .hasSameSizeAs(species.path("concentration"))
          .hasSize(1);
      assertThat(species.path("name").textValue()).isIn(elements);
    }
    JsonNode surfaces = attributes.path("_epdi_surfaces");
    assertThat(surfaces).hasSize(1);
    assertThat(surfaces.path(0).path("percolation_2d_ev").isDouble()).isTrue();
    assertThat(surfaces.path(0).has("percolation_2d_low_ev")).isTrue();
    assertThat(surfaces.path(0).has("doubts")).isTrue();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  /** Zenodo's deposit metadata: required keys, values that it knows, HTML that is whole. */
  @Test
  void zenodoGetsWhatItNeeds() throws IOException {
    JsonNode deposit = Packages.json(written, "zenodo.json");
    assertThat(deposit.path("upload_type").textValue()).isEqualTo("dataset");
    assertThat(deposit.path("access_right").textValue()).isEqualTo("open");
    assertThat(deposit.path("license").textValue()).isEqualTo("cc-by-4.0");
    assertThat(deposit.path("title").textValue()).isEqualTo(Packages.IMPRINT.title());
    assertThat(deposit.at("/creators/0/name").textValue()).isEqualTo("Lovelace, Ada");
    assertThat(deposit.at("/creators/0/orcid").textValue()).isEqualTo("0000-0002-1825-0097");
    assertThat(deposit.at("/creators/1").has("orcid")).isFalse();
    assertThat(deposit.path("description").textValue())
        .startsWith("<p>Binding energies")
        .contains("on 4 surfaces of 4 materials")
        .endsWith("</p>");
    assertThat(LocalDate.parse(deposit.path("publication_date").textValue())).isNotNull();
  }

  /** The front matter that the Hugging Face hub reads, and values that cannot say anything else. */
  @Test
  void theHubFindsTheTables() throws IOException {
    String card = Files.readString(written.resolve("README.md"));
    assertThat(card).startsWith("---\n");
    JsonNode front = Packages.yaml(card.substring(4, card.indexOf("\n---\n")));
    assertThat(front.path("license").textValue()).isEqualTo("cc-by-4.0");
    assertThat(front.path("pretty_name").textValue()).isEqualTo(Packages.IMPRINT.title());
    Set<String> configurations = new HashSet<>();
    for (JsonNode configuration : front.path("configs")) {
      configurations.add(configuration.path("config_name").textValue());
      assertThat(written.resolve(configuration.path("data_files").textValue())).isRegularFile();
    }
    assertThat(configurations).contains("materials", "barriers").doesNotContain("rejects");
    for (JsonNode configuration : front.path("configs")) {
      assertThat(configuration.has("default"))
          .isEqualTo(configuration.path("config_name").asText().equals("materials"));
    }
    assertThat(card)
        .contains("# Lithium on &lt;our&gt; dopants &amp; \"others\"\n", "B\\|c Ö. Name")
        .contains("| `percolation_2d_ev` | double | eV | ")
        .contains("EPDI Screen 9.9.9");
  }
}
