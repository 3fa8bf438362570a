package io.github.epdi.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** The metadata of a deposit at Zenodo, as its deposit interface takes them. */
final class ZenodoRecord {
  static final String NAME = "zenodo.json";

  private final PackageFacts facts;

  ZenodoRecord(PackageFacts facts) {
    this.facts = facts;
  }

  ObjectNode document() {
    Imprint imprint = facts.imprint();
    ObjectNode document =
        JsonText.object()
            .put("upload_type", "dataset")
            .put("title", imprint.title())
            .put("description", description())
            .put("publication_date", facts.date().toString())
            .put("version", facts.version())
            .put("language", "eng")
            .put("access_right", "open")
            .put("license", imprint.licence().zenodo());
    ArrayNode creators = document.putArray("creators");
    for (Author author : imprint.authors()) {
      ObjectNode creator = creators.addObject().put("name", author.listedName());
      if (author.orcid() != null) {
        creator.put("orcid", author.orcid());
      }
    }
    facts.keywords().forEach(document.putArray("keywords")::add);
    return document;
  }

  /** Returns the description as HTML, which Zenodo expects. */
  private String description() {
    return facts.sentences().stream()
        .map(sentence -> "<p>" + escaped(sentence) + "</p>")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
