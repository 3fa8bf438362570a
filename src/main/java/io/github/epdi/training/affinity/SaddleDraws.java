package io.github.epdi.training.affinity;

import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.physics.LabelledDescriptors;
import io.github.epdi.model.physics.SiteDescriptors;
import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.loop.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The random split of the paper. All stable sites and a share of the saddles, drawn at random over
 * all materials, are trained on, and the other saddles are predicted. The model knows every tested
 * material by other sites, so its errors say nothing about unseen materials.
 */
final class SaddleDraws {
  private final List<DescribedSite> stable;
  private final List<DescribedSite> saddles;

  SaddleDraws(List<DescribedSite> sites) {
    Map<Boolean, List<DescribedSite>> parts =
        sites.stream().collect(Collectors.partitioningBy(site -> site.kind() == SiteKind.B));
    stable = parts.get(false);
    saddles = parts.get(true);
  }

  /**
   * Returns labels and predictions of the saddles that were not drawn, of all draws together.
   *
   * @param share share of the saddles that is trained on, 0 to 1
   * @param draws number of draws, with the seeds 1, 2, ...
   * @return the pairs; empty if nothing would be trained on or nothing tested
   */
  List<Pair> pairs(double share, int draws) {
    int trained = (int) Math.round(share * saddles.size());
    List<Pair> pairs = new ArrayList<>();
    if (stable.size() + trained == 0) {
      return pairs;
    }
    for (long seed = 1; seed <= draws; seed++) {
      List<DescribedSite> order = new ArrayList<>(saddles);
      Collections.shuffle(order, Seeds.random(seed, "saddles", 0));
      List<LabelledDescriptors> rows = new ArrayList<>();
      stable.forEach(site -> rows.add(site.labelled()));
      order.subList(0, trained).forEach(site -> rows.add(site.labelled()));
      predict(new AffinityModel(rows), order.subList(trained, order.size()), pairs);
    }
    return pairs;
  }

  private static void predict(AffinityModel model, List<DescribedSite> tested, List<Pair> pairs) {
    Map<String, List<DescribedSite>> materials =
        tested.stream()
            .collect(
                Collectors.groupingBy(
                    DescribedSite::materialId, LinkedHashMap::new, Collectors.toList()));
    materials.forEach(
        (material, sites) -> {
          List<SiteDescriptors> places = sites.stream().map(DescribedSite::descriptors).toList();
          double[] energies = model.energiesEv(places, material);
          for (int s = 0; s < energies.length; s++) {
            pairs.add(new Pair(material, sites.get(s).labelEv(), energies[s]));
          }
        });
  }
}
