package io.github.epdi.publication;

import io.github.epdi.model.WholeDirectory;
import io.github.epdi.runs.RunViews;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.FlatTable;
import io.github.epdi.tables.RunsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;

/**
 * Packages the newest results of an output folder for others. The same results and the same imprint
 * give the same bytes.
 */
public final class ResultPackage {
  private static final String WHAT = "package of results";

  private final SparkSession spark;
  private final RunViews views;
  private final Imprint imprint;
  private final String programVersion;

  /**
   * Prepares a package.
   *
   * @param views the results, all by one manifest
   * @param imprint what the publisher says
   * @param programVersion version of this program
   */
  public ResultPackage(SparkSession spark, RunViews views, Imprint imprint, String programVersion) {
    this.spark = spark;
    this.views = views;
    this.imprint = imprint;
    this.programVersion = programVersion;
  }

  /**
   * Checks the name of a package before results are read.
   *
   * @throws InputException if something of that name exists
   */
  public static void requireNew(Path folder) {
    WholeDirectory.requireNew(WHAT, folder);
  }

  /**
   * Writes the package.
   *
   * @param folder a new local folder; it appears whole or not at all
   * @return the names of its files, in order
   * @throws InputException if something of its name exists, or a file of the results cannot be read
   */
  public List<String> write(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      WholeDirectory.write(WHAT, folder, temporary -> names.addAll(fill(temporary)));
    } catch (InputException | IOException e) {
      throw e;
    } catch (Exception e) { // Scala does not declare what Spark throws
      throw unreadable(e);
    }
    return names.stream().sorted().toList();
  }

  /** Returns an input error where Spark could not read a file, otherwise the failure itself. */
  private static RuntimeException unreadable(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark
          && spark.getCondition() != null
          && spark.getCondition().startsWith("FAILED_READ_FILE")) {
        return new InputException(
            "Cannot read results: expected Parquet in "
                + spark.getMessageParameters().get("path")
                + ", found a file that is damaged or gone",
            failure);
      }
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }

  private List<String> fill(Path folder) throws IOException {
    PublishedRuns runs = PublishedRuns.of(views.latest(RunsTable.TABLE.name()).collectAsList());
    TableExport export = new TableExport(spark, views, folder);
    List<PackagedTable> tables = new ArrayList<>();
    for (FlatTable<?> table : FlatTable.all()) {
      tables.add(export.write(table));
    }
    OptimadeLines structures = new OptimadeLines(views, runs);
    List<PackagedFile> data = new ArrayList<>(tables.stream().map(PackagedTable::file).toList());
    data.add(structures.write(folder));
    List<PackagedFile> files = new ArrayList<>(data);
    files.addAll(ModelFiles.write(folder, runs));
    PackageFacts facts =
        new PackageFacts(
            imprint,
            views.manifest().number(),
            runs,
            tables,
            structures.structures(),
            structures.synthetic(),
            programVersion);
    describe(folder, facts, data, files);
    List<String> names = new ArrayList<>(files.stream().map(PackagedFile::name).toList());
    names.add(RoCrate.NAME);
    return names;
  }

  /** Writes the files that describe the package, of which the last lists all others. */
  private static void describe(
      Path folder, PackageFacts facts, List<PackagedFile> data, List<PackagedFile> files)
      throws IOException {
    String card = new DatasetCard(facts, List.copyOf(files)).text();
    files.add(
        write(
            folder,
            Croissant.NAME,
            PackagedFile.JSON_LD,
            "Tables, columns and files for machine-learning tools (Croissant 1.1).",
            JsonText.document(new Croissant(facts, data).document())));
    files.add(
        write(
            folder,
            CitationFile.NAME,
            PackagedFile.YAML,
            "How to cite the data (Citation File Format 1.2.0).",
            new CitationFile(facts).text()));
    files.add(
        write(
            folder,
            ZenodoRecord.NAME,
            PackagedFile.JSON,
            "Metadata of a deposit at Zenodo.",
            JsonText.document(new ZenodoRecord(facts).document())));
    files.add(
        write(
            folder,
            DatasetCard.NAME,
            PackagedFile.MARKDOWN,
            "What the data are, for people and for the Hugging Face hub.",
            card));
    WholeDirectory.write(
        folder.resolve(RoCrate.NAME),
        JsonText.document(new RoCrate(facts, files).document()).getBytes(StandardCharsets.UTF_8));
  }

  private static PackagedFile write(
      Path folder, String name, String mediaType, String meaning, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return PackagedFile.of(folder, name, mediaType, meaning);
  }
}
