package io.github.epdi.screening;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import io.github.epdi.structure.RejectCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Decides which rejects of earlier runs are tried again. Most rejects say something of the file and
 * stay. Some say something of the run: of a limit, the machine, storage or a bug of the program.
 *
 * @param asked codes that the campaign wants tried again
 * @param now what the results of this run would be made with
 */
record RetryRule(Set<RejectCode> asked, ResultMaker now) {
  /** Limits that make rejects: raised, they may make results instead. */
  private static final Map<RejectCode, List<CampaignKey>> LIMITS =
      Map.of(
          RejectCode.TOO_LARGE,
          List.of(CampaignKey.LIMITS_MAX_POINTS, CampaignKey.LIMITS_MAX_DECOMPRESSED_BYTES),
          RejectCode.TIME_LIMIT,
          List.of(CampaignKey.LIMITS_MAX_GRID_SECONDS),
          RejectCode.KILLED_WORKER,
          List.of(CampaignKey.LIMITS_MAX_STARTS));

  /** What another version of the program may not come to. */
  private static final Set<RejectCode> OF_THE_PROGRAM =
      Set.of(RejectCode.TIME_LIMIT, RejectCode.KILLED_WORKER, RejectCode.FAILED);

  /**
   * Whether a reject is tried again.
   *
   * @param code as it stands in the table
   * @param maker what it was made with; null if that is not known
   */
  boolean triesAgain(String code, ResultMaker maker) {
    return Arrays.stream(RejectCode.values())
        .filter(known -> known.name().equals(code))
        .anyMatch(known -> triesAgain(known, maker));
  }

  private boolean triesAgain(RejectCode code, ResultMaker maker) {
    if (code == RejectCode.UNREADABLE || asked.contains(code)) {
      return true;
    }
    boolean ofALimit =
        LIMITS.getOrDefault(code, List.of()).stream().anyMatch(k -> isRaised(k, maker));
    return ofALimit || (OF_THE_PROGRAM.contains(code) && isOlder(maker));
  }

  private boolean isRaised(CampaignKey limit, ResultMaker maker) {
    if (maker == null) {
      return true; // not known, so it may have been
    }
    OptionalDouble before = Conventions.number(maker.settingsJson(), limit);
    OptionalDouble here = Conventions.number(now.settingsJson(), limit);
    return before.isPresent() && here.isPresent() && here.getAsDouble() > before.getAsDouble();
  }

  private boolean isOlder(ResultMaker maker) {
    return maker == null || ProgramVersion.isNewer(now.version(), maker.version());
  }
}
