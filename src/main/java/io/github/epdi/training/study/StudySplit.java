package io.github.epdi.training.study;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.LabelledSite;
import io.github.epdi.training.examples.Part;
import io.github.epdi.training.loop.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says how a study divides labelled sites. The division is the same for the same sites and seed.
 */
enum StudySplit {
  /**
   * Divides as in the paper's abstract. All stable sites and a share of the unique saddles, pooled
   * over materials, are trained on, and the other saddles are the test.
   */
  RANDOM {
    @Override
    List<LabelledSite> divide(List<LabelledSite> sites, StudyCell cell) {
      Set<LabelledSite> trained = drawn(saddles(sites), cell);
      return sites.stream()
          .map(
              site ->
                  site.in(
                      site.kind() != SiteKind.B || trained.contains(site)
                          ? Part.TRAINING
                          : Part.TEST))
          .toList();
    }

    @Override
    int folds(int materials) {
      return 1;
    }
  },

  /**
   * Divides as a screening meets materials, which fall into folds. Of the materials outside the
   * fold, all stable sites and a share of the saddles are trained on. Those in the fold are the
   * test.
   */
  BY_MATERIAL {
    @Override
    List<LabelledSite> divide(List<LabelledSite> sites, StudyCell cell) {
      List<String> materials =
          new ArrayList<>(new TreeSet<>(sites.stream().map(LabelledSite::materialId).toList()));
      // The folds are the same for all seeds, so that their predictions can be compared and
      // averaged.
      Collections.shuffle(materials, Seeds.random(0, "folds", 0));
      Set<String> held = new HashSet<>();
      for (int i = cell.fold(); i < materials.size(); i += folds(materials.size())) {
        held.add(materials.get(i));
      }
      Set<LabelledSite> trained =
          drawn(saddles(sites).stream().filter(s -> !held.contains(s.materialId())).toList(), cell);
      List<LabelledSite> divided = new ArrayList<>();
      for (LabelledSite site : sites) {
        if (held.contains(site.materialId())) {
          divided.add(site.in(Part.TEST));
        } else if (site.kind() != SiteKind.B || trained.contains(site)) {
          divided.add(site.in(Part.TRAINING));
        }
      }
      return divided;
    }

    @Override
    int folds(int materials) {
      return Math.min(MOST_FOLDS, materials);
    }
  },

  /** Trains on every label and tests nothing, which gives weights for use. */
  ALL {
    @Override
    List<LabelledSite> divide(List<LabelledSite> sites, StudyCell cell) {
      return sites.stream().map(site -> site.in(Part.TRAINING)).toList();
    }

    @Override
    int folds(int materials) {
      return 1;
    }
  };

  private static final int MOST_FOLDS = 5;

  /**
   * Returns the sites that a cell uses, in the given order, each in the training or the test part.
   */
  abstract List<LabelledSite> divide(List<LabelledSite> sites, StudyCell cell);

  /** Returns the number of trainings that together test each material once. */
  abstract int folds(int materials);

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<LabelledSite> saddles(List<LabelledSite> sites) {
    return sites.stream().filter(site -> site.kind() == SiteKind.B).toList();
  }

  private static Set<LabelledSite> drawn(List<LabelledSite> saddles, StudyCell cell) {
    List<LabelledSite> order = new ArrayList<>(saddles);
    Collections.shuffle(order, Seeds.random(cell.seed(), "saddles", 0));
    int count = (int) Math.round(cell.saddleFraction() * order.size());
    if (count == order.size()) {
      throw new InputException(
          "Cannot split " + count + " saddles: expected some left for the test, found none");
    }
    return new HashSet<>(order.subList(0, count));
  }
}
