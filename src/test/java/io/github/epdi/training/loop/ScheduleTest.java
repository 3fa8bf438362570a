package io.github.epdi.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.structure.InputException;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void rateRisesThenFallsAlongACosine() {
    Schedule schedule = new Schedule(10, 8, 16, 0.004, 0, 1);
    assertThat(schedule.rate(0, 200)).isCloseTo(0.0004, within(1e-12));
    assertThat(schedule.rate(9, 200)).isCloseTo(0.004, within(1e-12));
    assertThat(schedule.rate(10, 200)).isCloseTo(0.004, within(1e-12));
    assertThat(schedule.rate(105, 200)).isCloseTo(0.002, within(1e-12));
    assertThat(schedule.rate(199, 200)).isPositive().isLessThan(1e-6);
  }

  @Test
  void lastBatchIsFilled() {
    Schedule schedule = new Schedule(10, 8, 16, 0.004, 0, 1);
    assertThat(schedule.stepsPerEpoch(51)).isEqualTo(26);
    assertThat(schedule.stepsPerEpoch(2)).isEqualTo(1);
    assertThat(schedule.stepsPerEpoch(4)).isEqualTo(2);
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Schedule(10, 8, 1, 0.004, 0, 1))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot train: expected a batch of at least 2 (batch normalisation), found 1");
    assertThatThrownBy(() -> new Schedule(0, 8, 4, 0.004, 0, 1))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot train: expected epochs of at least 1, found 0");
  }
}
