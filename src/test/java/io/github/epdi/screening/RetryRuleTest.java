package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.runs.ResultMaker;
import io.github.epdi.structure.RejectCode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryRuleTest {
  private static final String SETTINGS =
      "{\"limits.max_decompressed_bytes\":100,\"limits.max_grid_seconds\":1800.0,"
          + "\"limits.max_points\":100,\"limits.max_starts\":2}";
  private static final ResultMaker BEFORE = new ResultMaker("0.2.0", SETTINGS);

  private static RetryRule rule(String version, String settings, RejectCode... asked) {
    return new RetryRule(Set.of(asked), new ResultMaker(version, settings));
  }

  @ParameterizedTest
  @EnumSource(RejectCode.class)
  void nothingIsTriedAgainButWhatStorageDidNotGive(RejectCode code) {
    assertThat(rule("0.2.0", SETTINGS).triesAgain(code.name(), BEFORE))
        .isEqualTo(code == RejectCode.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "limits.max_points, 100, 101, TOO_LARGE",
    "limits.max_decompressed_bytes, 100, 101, TOO_LARGE",
    "limits.max_grid_seconds, 1800.0, 1800.5, TIME_LIMIT",
    "limits.max_starts, 2, 3, KILLED_WORKER",
  })
  void aRaisedLimitTriesItsOwnRejectsAgain(String key, String from, String to, RejectCode made) {
    String said = '"' + key + "\":" + from;
    assertThat(SETTINGS).contains(said);
    String raised = SETTINGS.replace(said, '"' + key + "\":" + to);

    for (RejectCode code : RejectCode.values()) {
      assertThat(rule("0.2.0", raised).triesAgain(code.name(), BEFORE))
          .as(code.name())
          .isEqualTo(code == made || code == RejectCode.UNREADABLE);
    }
    assertThat(rule("0.2.0", SETTINGS).triesAgain(made.name(), new ResultMaker("0.2.0", raised)))
        .as("lowered")
        .isFalse();
  }

  @Test
  void whatIsAskedForIsTriedAgain() {
    RetryRule rule = rule("0.2.0", SETTINGS, RejectCode.KILLED_WORKER);

    assertThat(rule.triesAgain("KILLED_WORKER", BEFORE)).isTrue();
    assertThat(rule.triesAgain("FAILED", BEFORE)).isFalse();
    assertThat(rule.triesAgain("A_CODE_OF_A_LATER_VERSION", BEFORE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0.2.1, true",
    "0.10.0, true",
    "0.2.0, false",
    "0.1.9, false",
    "0.2.0-SNAPSHOT, false",
    "development, false"
  })
  void aNewerVersionTriesAgainWhatTheProgramMayHaveCaused(String version, boolean again) {
    RetryRule rule = rule(version, SETTINGS);

    assertThat(rule.triesAgain("FAILED", BEFORE)).isEqualTo(again);
    assertThat(rule.triesAgain("TIME_LIMIT", BEFORE)).isEqualTo(again);
    assertThat(rule.triesAgain("KILLED_WORKER", BEFORE)).isEqualTo(again);
    assertThat(rule.triesAgain("TRUNCATED", BEFORE)).isFalse();
  }

  @Test
  void ofUnknownMakingNothingIsTaken() {
    RetryRule rule = rule("0.2.0", SETTINGS);

    assertThat(rule.triesAgain("TOO_LARGE", null)).isTrue();
    assertThat(rule.triesAgain("FAILED", null)).isTrue();
    assertThat(rule.triesAgain("NO_VACUUM", null)).isFalse();
  }
}
