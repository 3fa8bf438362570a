package io.github.epdi.screening;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Rebuilds the conventions as versions before 0.2 put them into identities. Those included the size
 * limits of the run, although these change no value. With them, results of older versions are found
 * whatever limits those runs, or this run, have.
 */
final class FormerConventions {
  private static final List<CampaignKey> LIMITS =
      List.of(CampaignKey.LIMITS_MAX_POINTS, CampaignKey.LIMITS_MAX_DECOMPRESSED_BYTES);

  private FormerConventions() {}

  /**
   * Returns this run's conventions with the limits of each earlier run, without repeats and without
   * those equal to this run's conventions.
   */
  static List<String> of(ScreeningSpec spec, EarlierRuns earlier) {
    return earlier.byRun().values().stream()
        .map(run -> withLimitsOf(run, spec.conventionsJson()))
        .distinct()
        .filter(conventions -> !conventions.equals(spec.conventionsJson()))
        .toList();
  }

  private static String withLimitsOf(ResultMaker run, String conventionsJson) {
    String conventions = conventionsJson;
    for (CampaignKey limit : LIMITS) {
      OptionalDouble value = Conventions.number(run.settingsJson(), limit);
      if (value.isPresent()) {
        conventions = Conventions.with(conventions, limit, (long) value.getAsDouble());
      }
    }
    return conventions;
  }
}
