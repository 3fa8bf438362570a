package io.github.epdi.publication;

import io.github.epdi.model.Markdown;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.MaterialsTable;
import java.util.List;
import org.apache.spark.sql.types.StructField;

/**
 * Says people what the package is, as Markdown with the YAML front matter that the Hugging Face hub
 * reads. Foreign values are escaped.
 */
final class DatasetCard {
  static final String NAME = "README.md";

  private final PackageFacts facts;
  private final List<PackagedFile> files;
  private final Markdown out = new Markdown();

  /**
   * Prepares the card.
   *
   * @param files all other files of the package but those that describe it
   */
  DatasetCard(PackageFacts facts, List<PackagedFile> files) {
    this.facts = facts;
    this.files = files;
  }

  String text() {
    frontMatter();
    out.line("# " + Markdown.text(facts.imprint().title())).line("");
    facts.sentences().forEach(sentence -> out.line(Markdown.text(sentence)));
    contents();
    models();
    columns();
    caution();
    credits();
    return out.toString();
  }

  private void frontMatter() {
    out.line("---")
        .line("license: " + facts.imprint().licence().hub())
        .line("pretty_name: " + Markdown.yaml(facts.imprint().title()))
        .line("language:")
        .line("- en")
        .line("tags:");
    facts.keywords().forEach(word -> out.line("- " + Markdown.yaml(word.replace(' ', '-'))));
    out.line("configs:");
    for (PackagedTable table : facts.tables()) {
      if (table.rows() > 0) {
        out.line("- config_name: " + table.table().name())
            .line("  data_files: " + table.file().name());
        if (table.table() == MaterialsTable.TABLE) {
          out.line("  default: true");
        }
      }
    }
    out.line("---").line("");
  }

  private void contents() {
    out.section("Files").header(List.of("file", "rows", "bytes", "what", "SHA-256"));
    for (PackagedFile file : files) {
      String rows =
          facts.tables().stream()
              .filter(table -> table.file().equals(file))
              .map(table -> Long.toString(table.rows()))
              .findFirst()
              .orElse("");
      out.row(
          List.of(
              "`" + file.name() + "`",
              rows,
              Long.toString(file.bytes()),
              Markdown.text(file.meaning()),
              "`" + file.sha256() + "`"));
    }
    out.line("")
        .line("`croissant.json` describes the tables for machine-learning tools,")
        .line("`ro-crate-metadata.json` the whole as a research object, `zenodo.json` has the")
        .line("metadata of a deposit, `CITATION.cff` the citation.");
  }

  private void models() {
    out.section("Models");
    if (facts.runs().models().isEmpty()) {
      out.line("The runs are of a version that did not keep the description of the model.");
    }
    for (PublishedModel model : facts.runs().models()) {
      out.line(
          "- [`"
              + model.folder()
              + "`]("
              + model.folder()
              + "/README.md): level of theory of the labels: "
              + Markdown.text(model.theory()));
    }
  }

  private void columns() {
    for (PackagedTable table : facts.tables()) {
      FlatTable<?> described = table.table();
      out.section("Columns of " + described.name())
          .line(described.meaning())
          .line("")
          .header(List.of("column", "type", "unit", "meaning"));
      for (StructField column : described.schema().fields()) {
        out.row(
            List.of(
                "`" + column.name() + "`",
                Markdown.text(column.dataType().catalogString()),
                column.metadata().contains("unit")
                    ? Markdown.text(column.metadata().getString("unit"))
                    : "",
                Markdown.text(column.metadata().getString("comment"))));
      }
    }
  }

  private void caution() {
    out.section("Before use")
        .line(
            "- Energies are predictions; `flags` and `doubts` say where the model was not trained")
        .line("  for a material, and `*_low_ev` and `*_high_ev` are intervals that hold in 80 % of")
        .line("  unseen materials, where the model tells them.")
        .line("- Bridges are geometric midpoints; no transition state was searched.");
    if (facts.synthetic() > 0) {
      out.line("- Materials named `synthetic-*` are made by formula and stand for no compound; in")
          .line("  `optimade.jsonl` they have `_epdi_synthetic: true`.");
    }
  }

  private void credits() {
    out.section("Licence and citation")
        .line("Data: " + facts.imprint().licence().spdx() + ". By:")
        .line("");
    for (Author author : facts.imprint().authors()) {
      String orcid = author.orcid() == null ? "" : ", [ORCID](" + author.orcidUrl() + ")";
      out.line("- " + Markdown.text(author.fullName()) + orcid);
    }
    out.line("")
        .line("Cite as `CITATION.cff` says. Packaged by EPDI Screen " + facts.packagedBy() + ".");
  }
}
