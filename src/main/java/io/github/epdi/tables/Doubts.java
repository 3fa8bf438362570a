package io.github.epdi.tables;

import io.github.epdi.structure.AdsorptionSite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of a side the model was not trained for. Words are for the columns {@code flags}.
 *
 * @param ofMaterial words that hold for the whole side
 * @param ofSites further words that hold for single sites, by the id of their representative
 * @param reasons the sentences behind the words
 */
public record Doubts(
    List<String> ofMaterial, Map<String, List<String>> ofSites, List<String> reasons) {
  /** Says that there is no doubt. */
  public static final Doubts NONE = new Doubts(List.of(), Map.of(), List.of());

  /** Copies the collections. */
  public Doubts {
    ofMaterial = List.copyOf(ofMaterial);
    ofSites = Map.copyOf(ofSites);
    reasons = List.copyOf(reasons);
  }

  /** Tells whether there is any doubt. */
  public boolean isEmpty() {
    return ofMaterial.isEmpty() && ofSites.isEmpty();
  }

  /** Returns all words, sorted. */
  public List<String> flags() {
    return Stream.concat(ofMaterial.stream(), ofSites.values().stream().flatMap(List::stream))
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the words that hold for a site, sorted. */
  List<String> flags(AdsorptionSite site) {
    return Stream.concat(
            ofMaterial.stream(), ofSites.getOrDefault(site.representative(), List.of()).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
