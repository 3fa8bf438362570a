package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunIdTest {
  @Test
  void sixteenHexDigitsOfTheNameAndTheResultsInAnyOrder() {
    String id = RunId.of("demo", List.of("b", "a"));

    assertThat(id).matches("[0-9a-f]{16}").isEqualTo(RunId.of("demo", List.of("a", "b")));
    assertThat(RunId.of("demo", List.of("a"))).isNotEqualTo(id);
    assertThat(RunId.of("other", List.of("a", "b"))).isNotEqualTo(id);
    assertThat(RunId.of("demoa", List.of("b"))).isNotEqualTo(id);
  }

  /** SHA-256 of "4:demo1:a1:b", computed with sha256sum. */
  @Test
  void theDigestIsSha256OfLengthsAndTexts() {
    assertThat(RunId.identity(List.of("demo", "a", "b")))
        .startsWith(RunId.of("demo", List.of("b", "a")))
        .isEqualTo("11eb0536dca9ed8efccdd503ac5452788811e706caf4c15d868c8760354f6581");
  }
}
