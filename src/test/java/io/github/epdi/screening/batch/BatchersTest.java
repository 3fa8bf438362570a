package io.github.epdi.screening.batch;

import static io.github.epdi.screening.batch.BatcherTest.SHORT;
import static io.github.epdi.screening.batch.BatcherTest.batcher;
import static io.github.epdi.screening.batch.BatcherTest.drawing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.screening.batch.BatcherTest.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchersTest {
  @Test
  void theLastTaskThatLetsGoClosesABatcherAndAFailedOneIsReplaced() {
    Batchers<String> batchers = new Batchers<>();
    Batcher first = batchers.take("a", () -> batcher(new Values(), 1, 1, SHORT));
    assertThat(batchers.take("a", () -> batcher(new Values(), 1, 1, SHORT))).isSameAs(first);
    Batcher other = batchers.take("b", () -> batcher(new Values(), 1, 1, SHORT));
    assertThat(other).isNotSameAs(first);
    batchers.letGo("a", first);
    assertThat(first.hasEnded()).isFalse();
    batchers.letGo("a", first);
    assertThat(first.hasEnded()).isTrue();
    assertThat(other.hasEnded()).isFalse();

    batchers.letGo("b", other);
    Batcher failing =
        batchers.take(
            "b",
            () ->
                batcher(
                    (images, count) -> {
                      throw new ArithmeticException("lost");
                    },
                    1,
                    1,
                    SHORT));
    SharedBatch.Place place = failing.add(drawing(1));
    assertThatThrownBy(() -> failing.energies(place)).hasRootCauseMessage("lost");
    Batcher next = batchers.take("b", () -> batcher(new Values(), 1, 1, SHORT));
    assertThat(next).isNotSameAs(failing);
    batchers.letGo("b", failing);
    assertThat(next.hasEnded()).isFalse();
    batchers.letGo("b", next);
    assertThat(next.hasEnded()).isTrue();
  }
}
