package io.github.epdi.screening.campaign;

import io.github.epdi.grid.LevelOfTheory;
import io.github.epdi.structure.InputException;
import java.util.List;
import java.util.stream.Stream;

/** Compares the level of theory that a campaign declares with that of a model's labels. */
public final class LevelOfTheoryComparison {
  private LevelOfTheoryComparison() {}

  private record Part(CampaignKey key, String declared, String model) {
    boolean differs() {
      return declared != null && !declared.equals(model);
    }

    String name() {
      return key.path().substring(key.path().indexOf('.') + 1);
    }
  }

  /**
   * Names of the parts that were declared otherwise, in the order of the campaign's table; what was
   * not declared is not compared.
   *
   * @throws InputException for the first of them if the campaign wants an error
   */
  public static List<String> differences(Campaign campaign, LevelOfTheory model) {
    LevelOfTheory declared = campaign.levelOfTheory();
    List<Part> differing =
        Stream.of(
                new Part(CampaignKey.LEVEL_CODE, declared.code(), model.code()),
                new Part(CampaignKey.LEVEL_FUNCTIONAL, declared.functional(), model.functional()),
                new Part(
                    CampaignKey.LEVEL_PSEUDOPOTENTIALS,
                    declared.pseudopotentials(),
                    model.pseudopotentials()),
                new Part(CampaignKey.LEVEL_K_POINTS, declared.kPoints(), model.kPoints()),
                new Part(CampaignKey.LEVEL_SPIN, declared.spin(), model.spin()),
                new Part(CampaignKey.LEVEL_ION, declared.ion(), model.ion()),
                new Part(CampaignKey.LEVEL_REFERENCE, declared.reference(), model.reference()),
                new Part(CampaignKey.LEVEL_LABEL_KIND, declared.labelKind(), model.labelKind()))
            .filter(Part::differs)
            .toList();
    if (!differing.isEmpty() && campaign.onMismatch() == Campaign.OnMismatch.ERROR) {
      Part first = differing.get(0);
      throw new InputException(
          "Cannot use model "
              + campaign.bundle()
              + ": expected "
              + first.key().path()
              + " "
              + first.declared()
              + " as declared, found "
              + first.model());
    }
    return differing.stream().map(Part::name).toList();
  }
}
