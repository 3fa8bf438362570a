package io.github.epdi.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** Says how the package is cited, in the Citation File Format 1.2.0. */
final class CitationFile {
  static final String NAME = "CITATION.cff";

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private final PackageFacts facts;

  CitationFile(PackageFacts facts) {
    this.facts = facts;
  }

  String text() {
    try {
      return YAML.writeValueAsString(document());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a citation", e);
    }
  }

  private ObjectNode document() {
    Imprint imprint = facts.imprint();
    ObjectNode document =
        JsonText.object()
            .put("cff-version", "1.2.0")
            .put("message", "If you use these data, please cite them and the software.")
            .put("type", "dataset")
            .put("title", imprint.title())
            .put("abstract", String.join(" ", facts.sentences()))
            .put("version", facts.version())
            .put("date-released", facts.date().toString())
            .put("license", imprint.licence().spdx());
    if (imprint.url() != null) {
      document.put("url", imprint.url());
    }
    ArrayNode authors = document.putArray("authors");
    for (Author author : imprint.authors()) {
      ObjectNode person =
          authors
              .addObject()
              .put("family-names", author.family())
              .put("given-names", author.given());
      if (author.orcid() != null) {
        person.put("orcid", author.orcidUrl());
      }
    }
    facts.keywords().forEach(document.putArray("keywords")::add);
    ArrayNode references = document.putArray("references");
    for (String version : facts.runs().versions()) {
      ObjectNode software =
          references
              .addObject()
              .put("type", "software")
              .put("title", "EPDI Screen")
              .put("version", version)
              .put("license", "Apache-2.0");
      software.putArray("authors").addObject().put("name", "The EPDI Screen developers");
    }
    return document;
  }
}
