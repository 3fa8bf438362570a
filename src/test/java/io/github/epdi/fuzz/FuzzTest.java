package io.github.epdi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred broken files; {@code jobs/test/fuzz.sh} tries as many as one likes. */
class FuzzTest {
  @TempDir private Path folder;

  @Test
  void noFileEndsWithAnExceptionOrAnAbsurdEnergy() throws IOException {
    Fuzzer fuzzer = new Fuzzer(folder);
    fuzzer.run(1, 300);
    assertThat(fuzzer.complaints()).isEmpty();
    assertThat(fuzzer.codes().keySet())
        .contains("inspect accepted", "screen accepted", "inspect BAD_NUMBER", "screen TRUNCATED");
  }
}
