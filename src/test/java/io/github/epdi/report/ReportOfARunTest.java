package io.github.epdi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.SparkExtension;
import io.github.epdi.model.ScreeningBundles;
import io.github.epdi.report.figure.RankedMaterial;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.runs.RunViews;
import io.github.epdi.runs.VisibleRows;
import io.github.epdi.screening.GridFolder;
import io.github.epdi.screening.ScreeningJob;
import io.github.epdi.screening.ScreeningResult;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.MaterialsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a real run's tables and grids to a page. */
@ExtendWith(SparkExtension.class)
class ReportOfARunTest {
  @TempDir private static Path folder;
  private static String output;
  private static ScreeningResult result;
  private static ReportInput input;

  @BeforeAll
  static void screen(SparkSession spark) throws IOException {
    Path bundle = folder.resolve("bundle");
    ScreeningBundles.write(bundle, 2);
    new GridFolder(folder.resolve("grids")).withGoodGrids().withBrokenFiles();
    Path campaign = folder.resolve("campaign.yaml");
    Files.writeString(
        campaign,
        "name: report-test\ninputs: ['grids/MoS2*', 'grids/WS2/LOCPOT', 'grids/broken-*']\n"
            + "model: {bundle: bundle, batch_size: 4}\noutput: out\n");
    result =
        new ScreeningJob(spark, Campaign.read(campaign.toString(), List.of(), new Configuration()))
            .run();
    output = folder.resolve("out").toString();
    input = ReportTables.latest(visible(output), output, WantedDetails.ALL);
  }

  @Test
  void itShowsTheRowsOfTheTablesBestFirst(SparkSession spark) {
    List<MaterialRow> rows =
        RunViews.newest(spark, output).table("materials").collectAsList().stream()
            .map(MaterialsTable.TABLE::fromRow)
            .sorted(MaterialsTable.bestFirst())
            .toList();

    assertThat(rows).hasSize(3);
    assertThat(input.materials()).extracting(RankedMaterial::row).containsExactlyElementsOf(rows);
    assertThat(input.rejects()).hasSize(4);
    assertThat(input.runs()).extracting(ScreenedRun::runId).containsExactly(result.runId());
    for (ScreenedMaterial material : input.details().values()) {
      assertThat(
              material.surface().routes().across2d().thresholdEv()
                  - material.surface().routes().across2d().lowestEv())
          .isEqualTo(material.row().percolation2dEv());
    }
  }

  /** Sites, hops and paths of the others would fill memory and are never shown. */
  @Test
  void rowsOfSitesHopsAndPathsAreOfTheWantedMaterialsOnly() {
    RankedMaterial second = input.materials().get(1);

    ReportInput some =
        ReportTables.latest(visible(output), output, ranking -> List.of(ranking.get(1)));

    assertThat(some.materials()).isEqualTo(input.materials());
    assertThat(some.details()).containsOnlyKeys(second.name());
    assertThat(some.details(second)).isEqualTo(input.details(second));
    assertThatThrownBy(() -> some.details(some.materials().get(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("they were not read");
  }

  /** The first thing that is read says how far the numbers may be trusted. */
  @Test
  void aModelOfLevelsSaysHowItErredOnMaterialsThatWereLeftOut(SparkSession spark)
      throws IOException {
    Path demo = Path.of("jobs/demo").toAbsolutePath();
    Path campaign = folder.resolve("levels.yaml");
    Files.writeString(
        campaign,
        "name: levels\ninputs: ['"
            + demo.resolve("slabs/MoS2-pristine.cube.gz")
            + "']\nmodel: {bundle: '"
            + demo.resolve("affinity")
            + "'}\noutput: by-levels\n");
    new ScreeningJob(spark, Campaign.read(campaign.toString(), List.of(), new Configuration()))
        .run();
    String place = folder.resolve("by-levels").toString();
    ReportInput levels = ReportTables.latest(visible(place), place, WantedDetails.ALL);

    String trust =
        new ReportSummary(
                levels,
                ReportOptions.DEFAULT,
                new Reasons(levels.materials(), "Li"),
                new Odds(levels.materials()))
            .trust();

    assertThat(trust)
        .isEqualTo(
            "With each material left out of the training in turn, the model errs by 0.009 eV per 2D"
                + " percolation barrier (mean of 21 materials, at most 0.023): smaller differences"
                + " are not resolved. 1 of these materials were in its training data and are marked"
                + " so.");
  }

  @Test
  void oneRunCanBeAskedForAndAnotherIsAnError() {
    VisibleRows visible = visible(output);

    assertThat(ReportTables.ofRun(visible, output, result.runId(), WantedDetails.ALL).materials())
        .extracting(RankedMaterial::row)
        .containsExactlyElementsOf(input.materials().stream().map(RankedMaterial::row).toList());
    assertThatThrownBy(() -> ReportTables.ofRun(visible, output, "0123", WantedDetails.ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Cannot report run 0123")
        .hasMessageContaining("the nearest is " + result.runId());
  }

  /** Images are of the grid by the model's spec; what has changed since is not drawn. */
  @Test
  void picturesComeFromTheGridAsItWasScreened() throws IOException {
    Path changed = folder.resolve("grids/WS2/LOCPOT");
    FileTime before = Files.getLastModifiedTime(changed);
    List<MaterialPictures> pictures =
        SitePictures.draw(new Configuration(), input, input.materials());
    Files.setLastModifiedTime(changed, FileTime.fromMillis(before.toMillis() + 5000));
    List<MaterialPictures> later = SitePictures.draw(new Configuration(), input, input.materials());
    Files.setLastModifiedTime(changed, before);

    assertThat(pictures).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(pictures.get(i).missing()).isNull();
      assertThat(pictures.get(i).siteImages())
          .hasSize(5)
          .allMatch(uri -> uri.startsWith("data:image/png;base64,"));
      assertThat(pictures.get(i).caption()).contains("viridis from \u22122.0 (dark) to 0.5 eV");
      assertThat(pictures.get(i).background().lowestEv())
          .isLessThan(pictures.get(i).background().highestEv());
      boolean touched =
          input.details(input.materials().get(i)).grid().key().inputUri().endsWith("WS2/LOCPOT");
      assertThat(later.get(i).missing())
          .isEqualTo(touched ? "its file has changed since it was screened" : null);
    }
    Path page = folder.resolve("page/report.html");
    Report report = Report.of(new Configuration(), input, ReportOptions.DEFAULT);
    report.write(page);
    assertThat(report.pictured()).isEqualTo(3);
    assertThat(Files.readString(page)).contains("Pictures of the grid: 3 of 3");
  }

  private static VisibleRows visible(String place) {
    return VisibleRows.committed(place, new Configuration());
  }
}
