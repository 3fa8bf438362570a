package io.github.epdi.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
  private final List<SideBySide.Work<Integer, IOException>> work = new ArrayList<>();

  @Test
  void resultsComeInTheOrderOfTheWorkHoweverItEnds() throws IOException {
    CountDownLatch second = new CountDownLatch(1);
    work.add(
        () -> {
          await(second);
          return 1;
        });
    work.add(
        () -> {
          second.countDown();
          return 2;
        });
    work.add(() -> null);

    assertThat(SideBySide.all(2, work)).containsExactly(1, 2, null);
    assertThat(SideBySide.all(2, List.<SideBySide.Work<Integer, IOException>>of())).isEmpty();
  }

  @Test
  void noMoreThanAskedForIsUnderWay() throws IOException {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 0; i < 50; i++) {
      work.add(
          () -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return underWay.decrementAndGet();
          });
    }

    SideBySide.all(3, work);

    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void afterAFailureWhatIsUnderWayEndsAndNothingElseBegins() {
    CountDownLatch bothBegun = new CountDownLatch(2);
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    work.add(
        () -> {
          bothBegun.countDown();
          await(failed);
          ended.incrementAndGet();
          throw new IllegalStateException("one");
        });
    work.add(
        () -> {
          bothBegun.countDown();
          await(bothBegun);
          failed.countDown();
          throw new IOException("the other");
        });
    for (int i = 0; i < 10; i++) {
      work.add(
          () -> {
            await(failed);
            return ended.addAndGet(100);
          });
    }

    assertThatThrownBy(() -> SideBySide.all(2, work))
        .satisfies(
            thrown ->
                assertThat(List.of(thrown, thrown.getSuppressed()[0]))
                    .extracting(Throwable::getMessage)
                    .containsExactly("one", "the other")); // by their order, not by time
    assertThat(ended.get()).isOne();
  }

  @Test
  void anErrorIsThrownWhereSomebodyWaits() {
    OutOfMemoryError error = new OutOfMemoryError("of a test");
    work.add(
        () -> {
          throw error;
        });

    assertThatThrownBy(() -> SideBySide.all(1, work)).isSameAs(error);
  }

  @Test
  void anInterruptEndsTheWaitAndTheWork() {
    work.add(
        () -> {
          await(new CountDownLatch(1));
          return 1;
        });
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> SideBySide.all(1, work)).hasMessage("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
