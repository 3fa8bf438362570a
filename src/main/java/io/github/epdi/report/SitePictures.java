package io.github.epdi.report;

import io.github.epdi.report.figure.RankedMaterial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Draws the pictures of materials side by side, because reading grids again is the slow part of a
 * report.
 */
final class SitePictures {
  private SitePictures() {}

  /**
   * Returns pictures of materials, in their order.
   *
   * @param configuration configuration of the file systems with the grids
   * @param materials some of the input's materials, whose details it has
   */
  static List<MaterialPictures> draw(
      Configuration configuration, ReportInput input, List<RankedMaterial> materials) {
    Map<String, ScreenedRun> runs =
        input.runs().stream().collect(Collectors.toMap(ScreenedRun::runId, run -> run));
    DrawPictures draw = new DrawPictures(configuration);
    return materials.parallelStream()
        .map(
            material -> {
              ScreenedRun run = runs.get(material.runId());
              return run.row().added().modelJson() == null
                  ? MaterialPictures.missing("its run did not record the model's image spec")
                  : draw.of(PictureRequest.of(input.details(material), run));
            })
        .toList();
  }
}
