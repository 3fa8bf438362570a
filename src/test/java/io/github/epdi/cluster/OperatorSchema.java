package io.github.epdi.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The schema of the Spark operator's ScheduledSparkApplication; what of a document is of a type of
 * Kubernetes' own is read into that type.
 */
final class OperatorSchema {
  private static final Path FILE =
      Path.of("src/test/resources/schemas/scheduled-spark-application.json");

  private final JsonNode tree;
  private final JsonSchema schema;

  private OperatorSchema(JsonNode tree) {
    this.tree = tree;
    this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree);
  }

  static OperatorSchema read() throws IOException {
    return new OperatorSchema(new ObjectMapper().readTree(Files.readString(FILE)));
  }

  /** Returns what is wrong with a document, one line each. */
  List<String> complaints(JsonNode document) throws ClassNotFoundException {
    List<String> complaints = new ArrayList<>();
    schema.validate(document).forEach(message -> complaints.add(message.getMessage()));
    addComplaints(document, tree, "$", complaints);
    return complaints;
  }

  /** Goes through document and schema side by side, to where the schema names Kubernetes' types. */
  private static void addComplaints(
      JsonNode document, JsonNode schema, String path, List<String> complaints)
      throws ClassNotFoundException {
    String type = schema.path("x-kubernetes-type").asText();
    if (!type.isEmpty()) {
      try {
        KubernetesDocuments.read(
            document, Class.forName("io.fabric8.kubernetes.api.model." + type));
      } catch (JsonProcessingException e) {
        complaints.add(path + ": " + e.getOriginalMessage());
      }
    }
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      String name = field.getKey();
      JsonNode known = schema.path("properties").path(name);
      addComplaints(
          field.getValue(),
          known.isMissingNode() ? schema.path("additionalProperties") : known,
          path + "." + name,
          complaints);
    }
    if (document.isArray()) {
      for (int i = 0; i < document.size(); i++) {
        addComplaints(document.get(i), schema.path("items"), path + "[" + i + "]", complaints);
      }
    }
  }
}
