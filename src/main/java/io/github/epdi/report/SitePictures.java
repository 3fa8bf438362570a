package io.github.epdi.report;

import io.github.epdi.report.figure.RankedMaterial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Draws the pictures of materials on Spark, because reading grids again is the slow part of a
 * report.
 */
final class SitePictures {
  private SitePictures() {}

  /**
   * Returns pictures of materials, in their order.
   *
   * @param materials some of the input's materials, whose details it has
   */
  static List<MaterialPictures> draw(
      SparkSession spark, ReportInput input, List<RankedMaterial> materials) {
    Map<String, ScreenedRun> runs =
        input.runs().stream().collect(Collectors.toMap(ScreenedRun::runId, run -> run));
    List<PictureRequest> requests = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < materials.size(); i++) {
      ScreenedRun run = runs.get(materials.get(i).runId());
      if (run.row().added().modelJson() != null) {
        places.put(i, requests.size());
        requests.add(PictureRequest.of(input.details(materials.get(i)), run));
      }
    }
    List<MaterialPictures> drawn = requests.isEmpty() ? List.of() : onSpark(spark, requests);
    List<MaterialPictures> pictures = new ArrayList<>();
    for (int i = 0; i < materials.size(); i++) {
      pictures.add(
          places.containsKey(i)
              ? drawn.get(places.get(i))
              : MaterialPictures.missing("its run did not record the model's image spec"));
    }
    return pictures;
  }

  private static List<MaterialPictures> onSpark(SparkSession spark, List<PictureRequest> requests) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(requests, requests.size())
        .map(new DrawPictures(configuration))
        .collect();
  }
}
