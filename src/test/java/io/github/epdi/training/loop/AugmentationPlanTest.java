package io.github.epdi.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.epdi.image.Frame.Handedness;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationPlanTest {
  private static final int[] MEMBERS = {1, 3, 6, 9};
  private static final int[] ONCE = {1, 1, 1, 1};

  @Test
  void roundsShowEverySampleOnce() {
    List<View> views = new AugmentationPlan(3, MEMBERS, ONCE).views(0, 42);
    assertThat(views).hasSize(42);
    for (int round = 0; round < 10; round++) {
      assertThat(views.subList(4 * round, 4 * round + 4).stream().map(View::sample))
          .containsExactlyInAnyOrder(0, 1, 2, 3);
    }
    assertThat(views).allMatch(view -> view.member() < MEMBERS[view.sample()]);
  }

  @Test
  void roundsRepeatSamples() {
    AugmentationPlan plan = new AugmentationPlan(3, MEMBERS, new int[] {1, 4, 1, 2});
    assertThat(plan.roundLength()).isEqualTo(8);
    assertThat(plan.views(0, 16).subList(8, 16).stream().map(View::sample))
        .containsExactlyInAnyOrder(0, 1, 1, 1, 1, 2, 3, 3);
  }

  @Test
  void framesCoverTheCircleAndBothHands() {
    List<View> views = new AugmentationPlan(3, MEMBERS, ONCE).views(1, 4000);
    double cos = views.stream().mapToDouble(v -> Math.cos(v.frame().angleRadians())).sum() / 4000;
    double sin = views.stream().mapToDouble(v -> Math.sin(v.frame().angleRadians())).sum() / 4000;
    double mirrored =
        views.stream().filter(v -> v.frame().handedness() == Handedness.MIRRORED).count() / 4000.0;
    // Four standard deviations: 0.707 / sqrt(4000) and 0.5 / sqrt(4000).
    assertThat(cos).isCloseTo(0, within(0.045));
    assertThat(sin).isCloseTo(0, within(0.045));
    assertThat(mirrored).isCloseTo(0.5, within(0.032));
    long members = views.stream().filter(v -> v.sample() == 3).map(View::member).distinct().count();
    assertThat(members).isEqualTo(9);
  }

  @Test
  void epochAndSeedAreAllThatMatters() {
    AugmentationPlan plan = new AugmentationPlan(3, MEMBERS, ONCE);
    assertThat(plan.views(5, 20)).isEqualTo(new AugmentationPlan(3, MEMBERS, ONCE).views(5, 20));
    assertThat(plan.views(5, 20)).isNotEqualTo(plan.views(6, 20));
    assertThat(plan.views(5, 20)).isNotEqualTo(new AugmentationPlan(4, MEMBERS, ONCE).views(5, 20));
  }
}
