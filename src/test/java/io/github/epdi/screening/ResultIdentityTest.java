package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.runs.ResultMaker;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import io.github.epdi.screening.campaign.LevelsSettings;
import io.github.epdi.theory.LevelOfTheory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities as the version before limits left them had them, written down from its own output. */
class ResultIdentityTest {
  private static final String WITH_DEFAULT_LIMITS =
      "c597ae67a781f4bb0978d8c9024aa95b68f309fb79e225cbbf51094ecbc07148";
  private static final String WITH_A_MILLION_POINTS =
      "7ed16820ce4fa51a1d206f2f328a9979b1e40c6bf0f4fa0d5e954b040971f985";
  private static final String WITH_OTHER_BYTES_TOO =
      "474d8d432c81af953aae4fcfba817fa740c0aaef980060b71cfa6508fac790dd";

  private static final GridInput INPUT =
      new GridInput(
          "file:/grids/MoS2/LOCPOT", "MoS2", 12345L, 1_700_000_000_000L, "", GridOverrides.NONE);

  @TempDir private Path folder;

  private Campaign campaign(String... settings) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"),
            "name: golden\ninputs: ['grids/*']\nmodel: {bundle: bundle, batch_size: 4}\n"
                + "output: out\n");
    return Campaign.read(file.toString(), List.of(settings), new Configuration());
  }

  private static ScreeningSpec spec(Campaign campaign) {
    return new ScreeningSpec(
        campaign.sides(),
        campaign.potential(),
        campaign.limits(),
        campaign.policy().gridLimit(),
        0.05,
        0,
        1.5,
        null,
        ComputeDevice.Kind.CPU,
        4,
        campaign.precision(),
        "digest",
        Conventions.with(campaign.conventionsJson(), CampaignKey.MODEL_BATCH_SIZE, 4),
        List.of(),
        LevelOfTheory.UNSAID,
        Campaign.OnDoubt.FLAG,
        null,
        new LevelsSettings(List.of(), null, LevelsSettings.WithoutLevels.REJECT));
  }

  @Test
  void whatWasScreenedBeforeKeepsItsIdentity() throws IOException {
    assertThat(PlannedGrid.of(INPUT, spec(campaign())).identity()).isEqualTo(WITH_DEFAULT_LIMITS);
    CampaignGrids grids =
        CampaignGrids.of("golden", List.of(INPUT), spec(campaign()), new EarlierRuns(Map.of()));
    assertThat(grids.runId()).isEqualTo("5c7fabf836054124");
  }

  @Test
  void limitsAreNoPartOfIt() throws IOException {
    ScreeningSpec spec = spec(campaign("limits.max_points=7", "limits.max_decompressed_bytes=8"));

    assertThat(spec.limits().maxPoints()).isEqualTo(7);
    assertThat(PlannedGrid.of(INPUT, spec).identity()).isEqualTo(WITH_DEFAULT_LIMITS);
    assertThat(PlannedGrid.of(INPUT, spec(campaign("side=bottom"))).identity())
        .isNotEqualTo(WITH_DEFAULT_LIMITS);
  }

  @Test
  void resultsOfRunsWithOtherLimitsAreFoundByTheLimitsThatTheyHad() throws IOException {
    ResultMaker million =
        new ResultMaker("0.1.0", campaign("limits.max_points=1000000").settingsJson());
    ResultMaker both =
        new ResultMaker(
            "0.1.0",
            campaign("limits.max_points=1000000", "limits.max_decompressed_bytes=123456789012")
                .settingsJson());

    CampaignGrids grids =
        CampaignGrids.of(
            "golden",
            List.of(INPUT),
            spec(campaign("limits.max_points=5")),
            new EarlierRuns(Map.of("a", million, "b", both)));

    assertThat(grids.identities()).containsExactly(WITH_DEFAULT_LIMITS);
    assertThat(grids.current(WITH_DEFAULT_LIMITS)).isEqualTo(WITH_DEFAULT_LIMITS);
    assertThat(grids.current(WITH_A_MILLION_POINTS)).isEqualTo(WITH_DEFAULT_LIMITS);
    assertThat(grids.current(WITH_OTHER_BYTES_TOO)).isEqualTo(WITH_DEFAULT_LIMITS);
    assertThat(grids.current("0".repeat(64))).isNull();
  }
}
