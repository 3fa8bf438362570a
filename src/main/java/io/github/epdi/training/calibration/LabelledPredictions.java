package io.github.epdi.training.calibration;

import io.github.epdi.dataset.Label;
import io.github.epdi.dataset.SiteMatch;
import io.github.epdi.grid.GridReading;
import io.github.epdi.screening.GridScreening;
import io.github.epdi.structure.InputException;
import io.github.epdi.tables.GridResult;
import io.github.epdi.training.accuracy.Pair;
import io.github.epdi.training.examples.GridSource;
import io.github.epdi.training.examples.LabelledGrids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Screens the grids of labels and puts each label beside the energy that its site is given. */
final class LabelledPredictions {
  private final GridScreening screening;
  private final GridSource source;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  LabelledPredictions(GridScreening screening, GridSource source) {
    this.screening = screening;
    this.source = source;
  }

  /** Predicts labels. Those that cannot be used are added to the problems. */
  void add(List<Label> labels) {
    Map<String, List<Label>> byMaterial = new TreeMap<>();
    labels.forEach(l -> byMaterial.computeIfAbsent(l.materialId(), m -> new ArrayList<>()).add(l));
    byMaterial.forEach(
        (material, ofIt) -> {
          try {
            add(material, source.uri(material, ofIt), ofIt);
          } catch (InputException e) {
            problems.add(e.getMessage());
          }
        });
  }

  private void add(String material, String uri, List<Label> labels) {
    GridResult result = screening.screen(uri);
    if (result.reject() != null) {
      problems.add(result.reject().reason().message() + " [" + uri + "]");
      return;
    }
    GridReading.Accepted reading = screening.read(uri).accepted();
    Map<String, Double> energies = energies(result);
    for (SiteMatch match : LabelledGrids.match(reading, source, labels, problems)) {
      pairs.add(new Pair(material, match.label().energyEv(), energies.get(match.site().id())));
    }
  }

  private Map<String, Double> energies(GridResult result) {
    Map<String, Double> energies = new HashMap<>();
    String side = source.side().label();
    result.sites().stream()
        .filter(site -> site.side().equals(side))
        .forEach(site -> energies.put(site.siteId(), site.bindingEnergyEv().value()));
    result.hops().stream()
        .filter(hop -> hop.surface().side().equals(side))
        .forEach(hop -> energies.put(hop.route().hopId(), hop.energies().bridgeEv().value()));
    return energies;
  }

  /** Returns the labels that could be used with their predictions. */
  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** Returns one line for each label and grid that could not be used. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
