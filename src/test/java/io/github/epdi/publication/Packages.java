package io.github.epdi.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.epdi.runs.RunViews;
import io.github.epdi.screening.ScreeningJob;
import io.github.epdi.screening.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Packages of results, and how tests look at them. */
final class Packages {
  static final Imprint IMPRINT =
      new Imprint(
          "Lithium on <our> dopants & \"others\"",
          List.of(Author.parse("Lovelace, Ada; 0000-0002-1825-0097"), Author.parse("Ö. Name, B|c")),
          DataLicence.of("cc-by-4.0"),
          null,
          null);

  private Packages() {}

  /** Screens the demo's slabs and returns the output folder. */
  static String screenDemo(SparkSession spark, Path folder) throws IOException {
    return screen(spark, folder, Path.of("jobs/demo/slabs/*.cube.gz"), "affinity");
  }

  /** Screens grids with one of the demo's models and returns the output folder. */
  static String screen(SparkSession spark, Path folder, Path grids, String model)
      throws IOException {
    Path campaign = folder.resolve("campaign.yaml");
    Files.writeString(
        campaign,
        "name: packaged\ninputs: ['"
            + grids.toAbsolutePath()
            + "']\nmodel: {bundle: '"
            + Path.of("jobs/demo", model).toAbsolutePath()
            + "'}\noutput: results\n");
    new ScreeningJob(spark, Campaign.read(campaign.toString(), List.of(), new Configuration()))
        .run();
    return folder.resolve("results").toString();
  }

  static List<String> write(SparkSession spark, String output, Imprint imprint, Path to)
      throws IOException {
    return new ResultPackage(spark, RunViews.committed(spark, output), imprint, "9.9.9").write(to);
  }

  static JsonNode json(Path folder, String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).toFile());
  }

  static JsonNode yaml(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }

  /** The names of all files in a folder, in order. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
