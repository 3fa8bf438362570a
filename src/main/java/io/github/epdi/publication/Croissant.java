package io.github.epdi.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunsTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Describes the package for machine-learning tools: Croissant 1.1 of MLCommons, in JSON-LD. Files
 * have their digests, tables their columns with types, units and meanings.
 */
final class Croissant {
  static final String NAME = "croissant.json";

  /** Media type under which loaders of Croissant know Parquet. */
  private static final String PARQUET = "application/x-parquet";

  /** Terms of Croissant's own vocabulary, which the context brings into the document. */
  private static final List<String> TERMS =
      List.of(
          "arrayShape",
          "citeAs",
          "column",
          "containedIn",
          "extract",
          "field",
          "fileObject",
          "fileSet",
          "includes",
          "isArray",
          "isLiveDataset",
          "jsonPath",
          "key",
          "recordSet",
          "references",
          "sdVersion",
          "source",
          "subField",
          "transform",
          "value");

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "sc:Text",
          "boolean", "sc:Boolean",
          "int", "sc:Integer",
          "bigint", "sc:Integer",
          "double", "sc:Float");

  private final PackageFacts facts;
  private final List<PackagedFile> files;

  /**
   * Prepares the description.
   *
   * @param files files of the package that have data, those of the tables among them
   */
  Croissant(PackageFacts facts, List<PackagedFile> files) {
    this.facts = facts;
    this.files = files;
  }

  ObjectNode document() {
    Imprint imprint = facts.imprint();
    ObjectNode document = JsonText.object();
    document.set("@context", context());
    document
        .put("@type", "sc:Dataset")
        .put("conformsTo", "http://mlcommons.org/croissant/1.1")
        .put("name", imprint.title())
        .put("description", String.join(" ", facts.sentences()))
        .put("license", imprint.licence().url())
        .put("url", imprint.url() == null ? "./" : imprint.url())
        .put("version", facts.version())
        .put("datePublished", facts.date().toString())
        .put("dateCreated", facts.runs().lastDay().toString())
        .put("isLiveDataset", false)
        .put("inLanguage", "en")
        .put("citeAs", citation());
    ArrayNode creators = document.putArray("creator");
    for (Author author : imprint.authors()) {
      ObjectNode person =
          creators
              .addObject()
              .put("@type", "sc:Person")
              .put("name", author.fullName())
              .put("givenName", author.given())
              .put("familyName", author.family());
      if (author.orcid() != null) {
        person.put("sameAs", author.orcidUrl());
      }
    }
    facts.keywords().forEach(document.putArray("keywords")::add);
    ArrayNode distribution = document.putArray("distribution");
    files.forEach(file -> distribution.add(fileObject(file)));
    ArrayNode recordSets = document.putArray("recordSet");
    facts.tables().forEach(table -> recordSets.add(recordSet(table)));
    return document;
  }

  private static ObjectNode context() {
    ObjectNode context =
        JsonText.object()
            .put("@language", "en")
            .put("@vocab", "http://schema.org/")
            .put("sc", "http://schema.org/")
            .put("cr", "http://mlcommons.org/croissant/")
            .put("dct", "http://purl.org/dc/terms/")
            .put("conformsTo", "dct:conformsTo");
    context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
    TERMS.forEach(term -> context.put(term, "cr:" + term));
    return context;
  }

  /** Returns a citation as BibTeX. Braces keep what the publisher wrote as it is. */
  private String citation() {
    Imprint imprint = facts.imprint();
    String authors =
        String.join(" and ", imprint.authors().stream().map(Author::listedName).toList());
    return "@misc{epdi"
        + facts.date().getYear()
        + ", title = {"
        + plain(imprint.title())
        + "}, author = {"
        + plain(authors)
        + "}, year = {"
        + facts.date().getYear()
        + "}, version = {"
        + facts.version()
        + "}"
        + (imprint.url() == null ? "" : ", url = {" + imprint.url() + "}")
        + "}";
  }

  private static String plain(String text) {
    return text.replaceAll("[{}\\\\]", " ");
  }

  private static ObjectNode fileObject(PackagedFile file) {
    boolean parquet = file.mediaType().equals(PackagedFile.PARQUET);
    return JsonText.object()
        .put("@type", "cr:FileObject")
        .put("@id", file.name())
        .put("name", file.name())
        .put("description", file.meaning())
        .put("contentUrl", file.name())
        .put("contentSize", file.bytes() + " B")
        .put("encodingFormat", parquet ? PARQUET : file.mediaType())
        .put("sha256", file.sha256());
  }

  private static ObjectNode recordSet(PackagedTable packaged) {
    FlatTable<?> table = packaged.table();
    ObjectNode set =
        JsonText.object()
            .put("@type", "cr:RecordSet")
            .put("@id", table.name())
            .put("name", table.name())
            .put("description", table.meaning() + " " + packaged.rows() + " rows.");
    ArrayNode key = set.putArray("key");
    table.key().forEach(name -> key.add(JsonText.reference(table.name() + "/" + name)));
    ArrayNode fields = set.putArray("field");
    for (StructField column : table.schema().fields()) {
      ObjectNode field = field(table.name(), column, column.dataType());
      field.set("source", source(packaged.file().name(), column.name(), null));
      if (column.name().equals(FlatTable.RUN_ID) && table != RunsTable.TABLE) {
        field.set(
            "references", JsonText.reference(RunsTable.TABLE.name() + "/" + FlatTable.RUN_ID));
      }
      StructType parts = parts(column.dataType());
      if (parts != null) {
        ArrayNode subFields = field.putArray("subField");
        for (StructField part : parts.fields()) {
          ObjectNode subField = field(table.name() + "/" + column.name(), part, part.dataType());
          subField.set("source", source(packaged.file().name(), column.name(), part.name()));
          subFields.add(subField);
        }
      }
      fields.add(field);
    }
    return set;
  }

  private static ObjectNode field(String parent, StructField column, DataType type) {
    ObjectNode field =
        JsonText.object()
            .put("@type", "cr:Field")
            .put("@id", parent + "/" + column.name())
            .put("name", column.name());
    if (column.metadata().contains("comment")) {
      field.put("description", column.metadata().getString("comment"));
    }
    DataType element = type;
    StringBuilder shape = new StringBuilder();
    while (element instanceof ArrayType list) {
      shape.append(shape.isEmpty() ? "-1" : ",-1");
      element = list.elementType();
    }
    if (!(element instanceof StructType)) {
      field.put("dataType", TYPES.get(element.catalogString()));
    }
    if (!shape.isEmpty()) {
      field.put("isArray", true).put("arrayShape", shape.toString());
    }
    if (column.metadata().contains("unit")) {
      field.put("unitText", column.metadata().getString("unit"));
    }
    return field;
  }

  private static StructType parts(DataType type) {
    DataType element = type;
    while (element instanceof ArrayType list) {
      element = list.elementType();
    }
    return element instanceof StructType struct ? struct : null;
  }

  private static ObjectNode source(String file, String column, String part) {
    ObjectNode source = JsonText.object();
    source.set("fileObject", JsonText.reference(file));
    source.putObject("extract").put("column", column);
    if (part != null) {
      source.putObject("transform").put("jsonPath", "$[*]." + part);
    }
    return source;
  }
}
