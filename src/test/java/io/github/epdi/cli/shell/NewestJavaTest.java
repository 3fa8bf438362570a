package io.github.epdi.cli.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import org.junit.jupiter.api.Test;

class NewestJavaTest {
  @Test
  void isSaidInOneLineWhereHadoopIsTooOldForIt() {
    assertThatThrownBy(() -> NewestJava.require(25, "3.4.2"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot run on Java 25: expected 17 to 23, since Hadoop 3.4.2 needs what newer ones no"
                + " longer have; install JDK 17 and set JAVA_HOME to it");
    NewestJava.require(23, "3.4.2");
    NewestJava.require(25, "3.5.0");
    NewestJava.require();
  }
}
