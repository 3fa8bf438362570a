package io.github.epdi.screening;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The conventions as versions before 0.2 had them in identities: with the limits of size that a run
 * was given, although they change no value. So results of theirs are found whatever limits they, or
 * this run, have.
 */
final class FormerConventions {
  private static final List<CampaignKey> LIMITS =
      List.of(CampaignKey.LIMITS_MAX_POINTS, CampaignKey.LIMITS_MAX_DECOMPRESSED_BYTES);

  private FormerConventions() {}

  /** The conventions of this run with the limits of each earlier one, where they differ. */
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
