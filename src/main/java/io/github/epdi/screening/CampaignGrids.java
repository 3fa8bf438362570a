package io.github.epdi.screening;

import io.github.epdi.runs.RunId;
import io.github.epdi.screening.campaign.GridInput;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grids of a campaign as they were listed, by the identities of their results.
 *
 * @param runId id of the run that has all of them
 * @param byIdentity in order of their paths
 */
record CampaignGrids(String runId, Map<String, PlannedGrid> byIdentity) {
  static CampaignGrids of(String campaignName, List<GridInput> inputs, ScreeningSpec spec) {
    Map<String, PlannedGrid> byIdentity = new LinkedHashMap<>();
    for (GridInput input : inputs) {
      PlannedGrid planned = PlannedGrid.of(input, spec);
      byIdentity.put(planned.identity(), planned);
    }
    return new CampaignGrids(RunId.of(campaignName, byIdentity.keySet()), byIdentity);
  }

  /**
   * The same grids for a run that tries those again that other runs could not read: another run.
   */
  CampaignGrids again(String campaignName, VisibleResults visible) {
    List<String> tried =
        byIdentity.keySet().stream()
            .map(
                identity ->
                    visible.unreadable().containsKey(identity)
                        ? RunId.identity(
                            List.of(identity, visible.unreadable().get(identity).toString()))
                        : identity)
            .toList();
    return new CampaignGrids(RunId.of(campaignName, tried), byIdentity);
  }

  Set<String> identities() {
    return byIdentity.keySet();
  }

  /** The grids of some identities, in order. */
  List<PlannedGrid> of(Collection<String> identities) {
    return byIdentity.entrySet().stream()
        .filter(grid -> identities.contains(grid.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
