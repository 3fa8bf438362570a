package io.github.epdi.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.tables.RunRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes the package as a research object: RO-Crate 1.1, in flat JSON-LD. It says which files
 * there are, who made them, under which licence, and by which runs of which software.
 */
final class RoCrate {
  static final String NAME = "ro-crate-metadata.json";

  private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
  private static final String ROOT = "./";

  private final PackageFacts facts;
  private final List<PackagedFile> files;
  private final ArrayNode graph = JsonText.object().putArray("@graph");

  /**
   * Prepares the description.
   *
   * @param files all other files of the package
   */
  RoCrate(PackageFacts facts, List<PackagedFile> files) {
    this.facts = facts;
    this.files = files;
  }

  ObjectNode document() {
    ObjectNode descriptor = entity(NAME, "CreativeWork");
    descriptor.set("conformsTo", JsonText.reference(SPECIFICATION));
    descriptor.set("about", JsonText.reference(ROOT));
    root();
    files.forEach(this::file);
    authors();
    licence();
    facts.runs().versions().forEach(this::software);
    facts.runs().byId().forEach(this::run);
    ObjectNode document = JsonText.object();
    document
        .putArray("@context")
        .add(SPECIFICATION + "/context")
        .add(JsonText.object().put("sha256", "http://schema.org/sha256"));
    document.set("@graph", graph);
    return document;
  }

  private ObjectNode entity(String id, String type) {
    return graph.addObject().put("@id", id).put("@type", type);
  }

  private void root() {
    Imprint imprint = facts.imprint();
    ObjectNode root =
        entity(ROOT, "Dataset")
            .put("name", imprint.title())
            .put("description", String.join(" ", facts.sentences()))
            .put("datePublished", facts.date().toString())
            .put("version", facts.version());
    facts.keywords().forEach(root.putArray("keywords")::add);
    if (imprint.url() != null) {
      root.put("url", imprint.url());
    }
    root.set("license", JsonText.reference(imprint.licence().url()));
    references(root, "author", authorIds());
    references(root, "hasPart", files.stream().map(PackagedFile::name).toList());
    references(
        root, "mentions", facts.runs().byId().keySet().stream().map(RoCrate::runId).toList());
  }

  private void file(PackagedFile file) {
    entity(file.name(), "File")
        .put("name", file.name())
        .put("description", file.meaning())
        .put("encodingFormat", file.mediaType())
        .put("contentSize", Long.toString(file.bytes()))
        .put("sha256", file.sha256());
  }

  private List<String> authorIds() {
    List<String> ids = new ArrayList<>();
    for (Author author : facts.imprint().authors()) {
      ids.add(author.orcid() == null ? "#author-" + (ids.size() + 1) : author.orcidUrl());
    }
    return ids;
  }

  private void authors() {
    List<String> ids = authorIds();
    for (int i = 0; i < ids.size(); i++) {
      Author author = facts.imprint().authors().get(i);
      entity(ids.get(i), "Person")
          .put("name", author.fullName())
          .put("givenName", author.given())
          .put("familyName", author.family());
    }
  }

  private void licence() {
    DataLicence licence = facts.imprint().licence();
    entity(licence.url(), "CreativeWork").put("name", licence.spdx()).put("url", licence.url());
  }

  private void software(String version) {
    entity(softwareId(version), "SoftwareApplication")
        .put("name", "EPDI Screen")
        .put("version", version);
  }

  private void run(String id, RunRow run) {
    ObjectNode action =
        entity(runId(id), "CreateAction")
            .put("name", "Screening " + run.campaign().name() + ", run " + id)
            .put("startTime", time(run.execution().period().startedMillis()))
            .put("endTime", time(run.execution().period().finishedMillis()));
    action.set(
        "instrument",
        JsonText.reference(softwareId(run.execution().program().applicationVersion())));
    references(
        action,
        "object",
        facts.runs().models().stream()
            .filter(model -> model.digest().equals(run.model().digest()))
            .map(model -> model.folder() + "/" + ModelFiles.BUNDLE)
            .toList());
    references(
        action, "result", facts.tables().stream().map(table -> table.file().name()).toList());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static String runId(String id) {
    return "#run-" + id;
  }

  private static String softwareId(String version) {
    return "#epdi-screen-" + version.replaceAll("[^0-9A-Za-z.+-]", "_");
  }

  private static void references(ObjectNode entity, String property, List<String> ids) {
    ArrayNode references = entity.putArray(property);
    ids.forEach(id -> references.add(JsonText.reference(id)));
  }
}
