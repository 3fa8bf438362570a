package io.github.epdi.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.RejectCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** What is said to be read is what is read, and no more than a header where that decides. */
class BytesReadTest extends GridFixture {
  /** What one look at the beginning of a file takes at most. */
  private static final int FIRST_LOOK_BYTES = 1 << 17;

  private static final Path OF_THIS_PROCESS = Path.of("/proc/self/io");

  private final GridFiles files = new GridFiles(new Configuration(false));

  private static final TestGrids WITH_LITHIUM =
      TestGrids.of(SLAB.added(Element.Li, 0, 0, 0.7).structure(), 40, 40, 60);

  @Test
  void valuesOfAGridThatItsHeaderRejectsAreNotRead() throws IOException {
    TestGrids grid = WITH_LITHIUM;
    for (String text : new String[] {grid.locpot(), grid.cube(), grid.xsf()}) {
      assertThat(text.length()).isGreaterThan(4 * FIRST_LOOK_BYTES);
      Found found = read(text, BOTH_SIDES);
      assertThat(found.reject().code()).isEqualTo(RejectCode.ION_PRESENT);
      assertThat(found.bytesRead()).isLessThanOrEqualTo(FIRST_LOOK_BYTES);
    }
  }

  /** The kernel counts what every thread takes by read and pread. */
  @Test
  void bytesReadAreThoseThatTheSystemCounts() throws IOException {
    assumeThat(Files.isReadable(OF_THIS_PROCESS)).isTrue();
    Path file =
        Files.writeString(
            folder.resolve("LOCPOT"), TestGrids.of(SLAB.structure(), 60, 60, 96).locpot());
    for (ReadingRequest request : new ReadingRequest[] {PlaneReaderTest.PLANES, BOTH_SIDES}) {
      Found found = new Found(files.read(file.toString(), request));
      long fewest = Long.MAX_VALUE;
      for (int attempt = 0; attempt < 5; attempt++) {
        long before = systemBytes();
        new Found(files.read(file.toString(), request));
        fewest = Math.min(fewest, systemBytes() - before);
      }
      assertThat(fewest).isBetween(found.bytesRead(), found.bytesRead() + (1 << 16));
    }
  }

  private static long systemBytes() throws IOException {
    return Files.readString(OF_THIS_PROCESS, StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> line.startsWith("rchar: "))
        .mapToLong(line -> Long.parseLong(line.substring("rchar: ".length())))
        .findFirst()
        .orElseThrow();
  }
}
