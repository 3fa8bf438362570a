package io.github.epdi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.GridOverrides;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class WorkPlanTest {
  private static final long CAP = 1000;

  @Property(tries = 200)
  void everyGridIsScreenedOnceInTasksBelowTheCap(
      @ForAll @Size(min = 1, max = 300) List<@LongRange(max = 1500) Long> bytes,
      @ForAll @IntRange(min = 1, max = 9) int slots) {
    List<PlannedGrid> inputs = inputs(bytes);

    List<List<TaskInputs>> pieces = new WorkPlan(slots, CAP).pieces(inputs);

    assertThat(pieces.stream().flatMap(List::stream).flatMap(t -> t.grids().stream()))
        .containsExactlyInAnyOrderElementsOf(inputs);
    assertThat(pieces).hasSizeBetween(1, 20);
    assertThat(pieces.stream().flatMap(List::stream))
        .allSatisfy(
            task ->
                assertThat(task.bytes() <= CAP || task.grids().size() == 1)
                    .as("task of %s grids, %s bytes", task.grids().size(), task.bytes())
                    .isTrue());
  }

  @Property(tries = 50)
  void thePlanDependsOnTheGridsNotOnTheirOrder(
      @ForAll @Size(min = 1, max = 50) List<@LongRange(max = 1500) Long> bytes, @ForAll long seed) {
    List<PlannedGrid> shuffled = new ArrayList<>(inputs(bytes));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(new WorkPlan(2, CAP).pieces(shuffled))
        .isEqualTo(new WorkPlan(2, CAP).pieces(inputs(bytes)));
  }

  @Property(tries = 50)
  void piecesOfManyEqualGridsAreATwentiethOfTheWork(
      @ForAll @IntRange(min = 200, max = 400) int grids) {
    List<PlannedGrid> inputs = inputs(Collections.nCopies(grids, 10L));

    assertThat(new WorkPlan(1, CAP).pieces(inputs))
        .hasSize(20)
        .allSatisfy(
            tasks ->
                assertThat(tasks.stream().mapToLong(TaskInputs::bytes).sum())
                    .isLessThanOrEqualTo((grids / 20 + 1) * 10L));
  }

  private static List<PlannedGrid> inputs(List<Long> bytes) {
    return IntStream.range(0, bytes.size())
        .mapToObj(
            i ->
                new PlannedGrid(
                    new GridInput("file:/" + i, "m" + i, bytes.get(i), 0, "", GridOverrides.NONE),
                    "identity of " + i))
        .toList();
  }
}
