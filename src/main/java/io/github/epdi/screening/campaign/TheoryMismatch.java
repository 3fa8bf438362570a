package io.github.epdi.screening.campaign;

import io.github.epdi.structure.InputException;
import io.github.epdi.theory.LevelOfTheory;
import io.github.epdi.theory.TheoryDifference;
import java.util.List;

/** Says where a campaign declares another level of theory than a model's labels have. */
public final class TheoryMismatch {
  private TheoryMismatch() {}

  /**
   * Returns the keys of the parts that were declared otherwise, in the order of the campaign's
   * table. What was not declared is not compared.
   *
   * @throws InputException for the first of them if the campaign wants an error
   */
  public static List<String> of(Campaign campaign, LevelOfTheory model) {
    List<TheoryDifference> differing = campaign.levelOfTheory().differences(model);
    if (!differing.isEmpty() && campaign.onMismatch() == Campaign.OnMismatch.ERROR) {
      TheoryDifference first = differing.get(0);
      throw new InputException(
          "Cannot use model "
              + campaign.bundle()
              + ": expected "
              + CampaignKey.of(first.part()).path()
              + " "
              + first.stated()
              + " as declared, found "
              + first.other());
    }
    return differing.stream().map(difference -> difference.part().key()).toList();
  }
}
