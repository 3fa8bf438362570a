package io.github.epdi.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The periodic table. */
class ElementTest {
  @Test
  void numbersAreInOrderAndSymbolsFound() {
    List<Element> byNumber =
        IntStream.rangeClosed(1, 118).mapToObj(z -> Element.ofNumber(z).orElseThrow()).toList();
    assertThat(byNumber).containsExactly(Element.values());
    for (Element element : byNumber) {
      assertThat(Element.ofSymbol(element.symbol())).contains(element);
      assertThat(Element.ofNumber(element.atomicNumber())).contains(element);
    }
    assertThat(Element.ofNumber(0)).isEmpty();
    assertThat(Element.ofNumber(119)).isEmpty();
    assertThat(Element.ofSymbol("mo")).isEmpty();
    assertThat(Element.ofSymbol("Xx")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "H,1,1,0.31",
    "C,6,14,0.76",
    "S,16,16,1.05",
    "Ti,22,4,1.60",
    "V,23,5,1.53",
    "Zn,30,12,1.22",
    "Se,34,16,1.20",
    "Zr,40,4,1.75",
    "Nb,41,5,1.64",
    "Mo,42,6,1.54",
    "Sn,50,14,1.39",
    "Te,52,16,1.38",
    "La,57,3,2.07",
    "Yb,70,0,1.87",
    "Hf,72,4,1.75",
    "Ta,73,5,1.70",
    "W,74,6,1.62",
    "Pt,78,10,1.36",
    "Cm,96,0,1.69"
  })
  void valuesOfCordero2008(Element element, int number, int group, double radius) {
    assertThat(element.atomicNumber()).isEqualTo(number);
    assertThat(element.group()).isEqualTo(group);
    assertThat(element.covalentRadiusAngstrom()).isEqualTo(radius);
  }

  @Test
  void familiesOfDichalcogenides() {
    assertThat(Element.values()).filteredOn(Element::isChalcogen).hasSize(3);
    assertThat(Element.values()).filteredOn(Element::isMobileIon).hasSize(7);
    assertThat(Element.Sn.isLayerMetal()).isTrue();
    assertThat(Element.Ga.isLayerMetal()).isFalse();
    assertThat(Element.Sc.isLayerMetal()).isTrue();
    assertThat(Element.Hg.isLayerMetal()).isTrue();
    assertThat(Element.Ce.isLayerMetal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'S S Mo',MoS2",
    "'S Ti Mo Mo S',Mo2TiS2",
    "'H C H C',C2H2",
    "'O Cr',CrO",
    "'Si Mg',MgSi",
    "'Zn S',ZnS"
  })
  void formulasNameMetalsFirst(String symbols, String formula) {
    List<Atom> atoms =
        List.of(symbols.split(" ", -1)).stream()
            .map(s -> new Atom(Element.ofSymbol(s).orElseThrow(), 0, 0, 0))
            .toList();
    Lattice lattice = Lattice.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    assertThat(new CrystalStructure(lattice, atoms).formula()).isEqualTo(formula);
  }
}
