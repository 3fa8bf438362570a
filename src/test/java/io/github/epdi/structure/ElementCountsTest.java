package io.github.epdi.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Formulas against pymatgen 2022.11.7: {@code Composition.reduced_composition.alphabetical_formula}
 * without its ones, its amounts in descending order under the letters A, B, C, and {@code
 * get_atomic_fraction} of the elements by symbol.
 */
class ElementCountsTest {
  private static final Pattern ATOMS = Pattern.compile("([A-Z][a-z]?)(\\d*)");

  @ParameterizedTest
  @CsvSource({
    "MoS2, MoS2, A2B, 0.333333333333333 0.666666666666667",
    "Mo8TiS18, Mo8S18Ti, A18B8C, 0.296296296296296 0.666666666666667 0.037037037037037",
    "Mo9S9Se9, MoSSe, ABC, 0.333333333333333 0.333333333333333 0.333333333333333",
    "Nb4S8, NbS2, A2B, 0.333333333333333 0.666666666666667",
    "MoWS2Se2, MoS2Se2W, A2B2CD, "
        + "0.166666666666667 0.333333333333333 0.333333333333333 0.166666666666667",
    "Mo3TiS6Se2, Mo3S6Se2Ti, A6B3C2D, 0.25 0.5 0.166666666666667 0.0833333333333333",
    "Sn9S18, S2Sn, A2B, 0.666666666666667 0.333333333333333",
    "V2Te4, Te2V, A2B, 0.666666666666667 0.333333333333333",
    "Mo35ReS70Se2, Mo35ReS70Se2, A70B35C2D, "
        + "0.324074074074074 0.00925925925925926 0.648148148148148 0.0185185185185185",
    "W12, W, A, 1"
  })
  void formulasAndRatiosAreThoseOfPymatgen(
      String cell, String reduced, String anonymous, String ratios) {
    ElementCounts counts = ElementCounts.of(atoms(cell));

    assertThat(counts.reducedFormula()).isEqualTo(reduced);
    assertThat(counts.anonymousFormula()).isEqualTo(anonymous);
    assertThat(counts.symbols()).isSorted().hasSameSizeAs(ratios.split(" "));
    double[] expected = Arrays.stream(ratios.split(" ")).mapToDouble(Double::valueOf).toArray();
    assertThat(counts.ratios().stream().mapToDouble(r -> r).toArray())
        .containsExactly(expected, within(1e-14));
  }

  /** The specification's own letters: A to Z, then Aa, Ba, to Za, then Ab. */
  @Test
  void moreElementsThanLettersGetTwo() {
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      atoms.add(new Atom(Element.values()[i], 0, 0, 0));
    }
    assertThat(ElementCounts.of(atoms).anonymousFormula())
        .startsWith("ABCDEFGHIJKLMNOPQRSTUVWXYZAaBaCa")
        .endsWith("YaZaAb");
  }

  @Test
  void theOrderOfAtomsDoesNotMatter() {
    List<Atom> atoms = atoms("Mo3TiS6Se2");
    Collections.shuffle(atoms, new Random(3));
    assertThat(ElementCounts.of(atoms).reducedFormula()).isEqualTo("Mo3S6Se2Ti");
  }

  private static List<Atom> atoms(String formula) {
    List<Atom> atoms = new ArrayList<>();
    Matcher matcher = ATOMS.matcher(formula);
    while (matcher.find()) {
      int n = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
      Element element = Element.ofSymbol(matcher.group(1)).orElseThrow();
      atoms.addAll(Collections.nCopies(n, new Atom(element, 0, 0, 0)));
    }
    return atoms;
  }
}
