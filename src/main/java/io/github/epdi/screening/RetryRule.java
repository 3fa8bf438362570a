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
 * Decides which rejects of earlier runs are tried again. Most rejects tell something about the file
 * and stay. Some tell something about the run: a limit, the machine, storage or a bug of the
 * program.
 *
 * @param asked codes that the campaign wants tried again
 * @param now what the results of this run would be made with
 */
record RetryRule(Set<RejectCode> asked, ResultMaker now) {
  /**
   * The limits behind each kind of reject. A raised limit may give a result instead of the reject.
   */
  private static final Map<RejectCode, List<CampaignKey>> LIMITS =
      Map.of(
          RejectCode.TOO_LARGE,
          List.of(CampaignKey.LIMITS_MAX_POINTS, CampaignKey.LIMITS_MAX_DECOMPRESSED_BYTES),
          RejectCode.TIME_LIMIT,
          List.of(CampaignKey.LIMITS_MAX_GRID_SECONDS),
          RejectCode.KILLED_WORKER,
          List.of(CampaignKey.LIMITS_MAX_STARTS));

  /** Rejects that a newer version of the program may avoid. */
  private static final Set<RejectCode> OF_THE_PROGRAM =
      Set.of(RejectCode.TIME_LIMIT, RejectCode.KILLED_WORKER, RejectCode.FAILED);

  /**
   * Tells whether a reject is tried again. A code that this version does not know is not.
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
      return true; // The limit of that run is not known, so it may have been raised.
    }
    OptionalDouble before = Conventions.number(maker.settingsJson(), limit);
    OptionalDouble here = Conventions.number(now.settingsJson(), limit);
    return before.isPresent() && here.isPresent() && here.getAsDouble() > before.getAsDouble();
  }

  private boolean isOlder(ResultMaker maker) {
    return maker == null || ProgramVersion.isNewer(now.version(), maker.version());
  }
}
