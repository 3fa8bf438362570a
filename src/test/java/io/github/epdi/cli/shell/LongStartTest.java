package io.github.epdi.cli.shell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.structure.InputException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What needs no new process; {@code PackagedProgramIT} starts one. */
class LongStartTest {
  private final LongStart anew = new LongStart(List.of("screen"));

  @AfterEach
  void forget() {
    System.clearProperty("epdi.quick.bytes");
    System.clearProperty("epdi.home");
  }

  @Test
  void shortWorkGoesOn() {
    System.setProperty("epdi.quick.bytes", "1000");
    System.setProperty("epdi.home", "/nowhere");
    assertThatCode(() -> anew.ifLong(1000)).doesNotThrowAnyException();
  }

  @Test
  void whatIsNoNumberIsSaid() {
    System.setProperty("epdi.quick.bytes", "many");
    System.setProperty("epdi.home", "/nowhere");
    assertThatThrownBy(() -> anew.ifLong(1))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot use EPDI_QUICK_BYTES: expected a number of bytes, found many");
  }
}
