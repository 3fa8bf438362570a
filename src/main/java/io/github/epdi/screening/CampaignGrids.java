package io.github.epdi.screening;

import io.github.epdi.runs.RunId;
import io.github.epdi.screening.campaign.GridInput;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grids of a campaign as they were listed, keyed by the identities of their results.
 *
 * @param runId id of the run that has all of them
 * @param byIdentity the grids by identity, in the order in which they were listed
 * @param formerIdentities identities that older versions of the program gave to the same results,
 *     mapped to those that the results have now
 */
record CampaignGrids(
    String runId, Map<String, PlannedGrid> byIdentity, Map<String, String> formerIdentities) {

  /**
   * Plans all listed inputs of a campaign and derives the id of their run.
   *
   * @param earlier runs whose results may have identities of an older kind
   */
  static CampaignGrids of(
      String campaignName, List<GridInput> inputs, ScreeningSpec spec, EarlierRuns earlier) {
    Map<String, PlannedGrid> byIdentity = new LinkedHashMap<>();
    Map<String, String> former = new HashMap<>();
    List<String> formerConventions = FormerConventions.of(spec, earlier);
    // Digests of all inputs take a second of one core; the order of the results is the inputs'.
    List<PlannedGrid> all =
        inputs.parallelStream().map(input -> PlannedGrid.of(input, spec)).toList();
    for (PlannedGrid planned : all) {
      byIdentity.put(planned.identity(), planned);
      for (String conventions : formerConventions) {
        former.put(PlannedGrid.identity(planned.input(), spec, conventions), planned.identity());
      }
    }
    return new CampaignGrids(
        RunId.of(campaignName, byIdentity.keySet()), byIdentity, Map.copyOf(former));
  }

  /**
   * Returns the same grids with the id of another run if some of them are computed again although
   * earlier runs have results of them. Without such grids the run id stays the same.
   */
  CampaignGrids again(String campaignName, VisibleResults visible) {
    if (visible.triedAgain().isEmpty()) {
      return this;
    }
    List<String> tried =
        byIdentity.keySet().stream()
            .map(
                identity ->
                    visible.triedAgain().containsKey(identity)
                        ? RunId.identity(
                            List.of(identity, visible.triedAgain().get(identity).toString()))
                        : identity)
            .toList();
    return new CampaignGrids(RunId.of(campaignName, tried), byIdentity, formerIdentities);
  }

  Set<String> identities() {
    return byIdentity.keySet();
  }

  /**
   * Returns the identity that a result of this campaign has now, given its current or a former
   * identity. Returns null if the result does not belong to this campaign.
   */
  String current(String identity) {
    return byIdentity.containsKey(identity) ? identity : formerIdentities.get(identity);
  }

  /** Returns the grids with the given identities, in the order of this campaign. */
  List<PlannedGrid> of(Collection<String> identities) {
    return byIdentity.entrySet().stream()
        .filter(grid -> identities.contains(grid.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
