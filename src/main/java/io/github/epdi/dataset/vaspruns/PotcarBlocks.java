package io.github.epdi.dataset.vaspruns;

import io.github.epdi.dataset.calculation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects VRHFIN, TITEL and ZVAL of the POTCARs, which are printed one after another. Not every
 * POTCAR has all three.
 */
final class PotcarBlocks {
  private static final Pattern TITLE = Pattern.compile("TITEL\\s*=\\s*(\\S.*\\S)");
  private static final Pattern ORIGIN = Pattern.compile("VRHFIN\\s*=\\s*([A-Za-z]{1,2})");
  private static final Pattern VALENCE = Pattern.compile("POMASS.*ZVAL\\s*=\\s*([^\\s;]+)");

  private final List<String> titles = new ArrayList<>();
  private final List<String> origins = new ArrayList<>();
  private final List<Double> valences = new ArrayList<>();

  /** One entry per POTCAR. A line belongs to the entry that its position in the file suggests. */
  private final List<PotcarSpecies> blocks = new ArrayList<>();

  void take(String line, Place place) {
    Matcher origin = ORIGIN.matcher(line);
    Matcher title = TITLE.matcher(line);
    Matcher valence = VALENCE.matcher(line);
    if (origin.find()) {
      origins.add(origin.group(1));
      blocks.add(new PotcarSpecies(null, origin.group(1), null, null));
    } else if (title.find()) {
      titles.add(title.group(1));
      PotcarSpecies open = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
      if (open == null || open.title() != null) {
        blocks.add(new PotcarSpecies(title.group(1), null, null, null));
      } else {
        replace(new PotcarSpecies(title.group(1), open.origin(), null, null));
      }
    } else if (valence.find()) {
      valences.add(place.real(valence.group(1), "a number of valence electrons (ZVAL)"));
      if (!blocks.isEmpty()) {
        PotcarSpecies open = blocks.get(blocks.size() - 1);
        replace(
            new PotcarSpecies(
                open.title(), open.origin(), valences.get(valences.size() - 1), null));
      }
    }
  }

  private void replace(PotcarSpecies last) {
    blocks.set(blocks.size() - 1, last);
  }

  /**
   * Returns the POTCARs. Where there is an origin for each title they are matched by number,
   * whatever the order of the lines.
   */
  List<PotcarSpecies> species() {
    if (titles.isEmpty() || origins.size() != titles.size()) {
      return new ArrayList<>(blocks);
    }
    List<PotcarSpecies> species = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      Double valence = valences.size() == titles.size() ? valences.get(i) : null;
      species.add(new PotcarSpecies(titles.get(i), origins.get(i), valence, null));
    }
    return species;
  }
}
