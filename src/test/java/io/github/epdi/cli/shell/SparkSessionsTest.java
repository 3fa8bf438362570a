package io.github.epdi.cli.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSessionsTest {
  @Timeout(20)
  @ParameterizedTest
  @ValueSource(strings = {"local", "local[2]", "local[*]"})
  void resourcesOfAClusterAreRefusedWhereSparkWouldWaitForEver(String master) {
    List<String> settings =
        List.of("spark.task.resource.gpu.amount=1", "spark.executor.resource.gpu.amount=1");
    assertThatThrownBy(() -> SparkSessions.open("test", master, settings))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot run on master "
                + master
                + " with spark.executor.resource.gpu.amount: expected no resources of a cluster"
                + " (Spark would wait for them for ever); take it away: with model.device: gpu the"
                + " first graphics processor is used");
  }
}
