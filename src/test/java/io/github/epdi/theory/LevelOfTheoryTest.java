package io.github.epdi.theory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelOfTheoryTest {
  private static final LevelOfTheory MODEL =
      new LevelOfTheory("CP2K", "PBE", null, "Gamma", "restricted", "Li", "bcc", "relaxed");

  @Test
  void whatIsStatedOtherwiseDiffersInOrder() {
    LevelOfTheory declared = new LevelOfTheory("VASP", "PBE", "PAW", null, null, "Na", null, null);
    assertThat(declared.differences(MODEL))
        .containsExactly(
            new TheoryDifference(TheoryPart.CODE, "VASP", "CP2K"),
            new TheoryDifference(TheoryPart.PSEUDOPOTENTIALS, "PAW", null),
            new TheoryDifference(TheoryPart.ION, "Na", "Li"));
    assertThat(MODEL.differences(MODEL)).isEmpty();
    assertThat(LevelOfTheory.UNSAID.differences(MODEL)).isEmpty();
  }

  @Test
  void everyPartHasItsKeyAndItsPlace() {
    assertThat(TheoryPart.keys())
        .containsExactly(
            "code",
            "functional",
            "pseudopotentials",
            "k_points",
            "spin",
            "ion",
            "reference",
            "label_kind");
    LevelOfTheory keys = LevelOfTheory.of(TheoryPart::key);
    for (TheoryPart part : TheoryPart.values()) {
      assertThat(part.of(keys)).isEqualTo(part.key());
    }
  }
}
