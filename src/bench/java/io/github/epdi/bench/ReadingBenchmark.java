package io.github.epdi.bench;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import io.github.epdi.grid.GridFiles;
import io.github.epdi.grid.GridReading;
import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.PotentialSign;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.XcDeclaration;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.structure.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One file, read whole, in planes, and compressed; and its tokens in FastDoubleParser alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark {
  static final String FILE = "epdi.bench.locpot";

  private static final int FIELD_BYTES = 17;

  /** The file, with {@code .gz} and {@code vaspout.h5} beside it. */
  @State(Scope.Benchmark)
  public static class Files144 {
    final String plain = System.getProperty(FILE);
    final String gzip = plain + ".gz";
    final String hdf5 = ReadingPart.hdf5(Path.of(plain)).toString();
    final GridFiles files = new GridFiles(new Configuration(false));
  }

  /** The file's bytes and where its numbers begin. */
  @State(Scope.Benchmark)
  public static class Tokens {
    byte[] text;
    int[] starts;

    /** Finds the tokens; that is not measured. */
    @Setup
    public void find() throws IOException {
      text = Files.readAllBytes(Path.of(System.getProperty(FILE)));
      int[] found = new int[text.length / FIELD_BYTES];
      int count = 0;
      int values = text.length - 168 * 168 * 280 / 5 * 91;
      for (int at = values; at + FIELD_BYTES <= text.length; at++) {
        if (text[at] > ' ' && text[at - 1] <= ' ') {
          found[count++] = at;
        }
      }
      starts = Arrays.copyOf(found, count);
    }
  }

  /** All checks of a whole reading. */
  @Benchmark
  public GridReading whole(Files144 state) {
    return state.files.read(state.plain, request(XcDeclaration.CHECK));
  }

  /** What a screening of one side at one height needs. */
  @Benchmark
  public GridReading planes(Files144 state) {
    return state.files.read(state.plain, request(XcDeclaration.NONE));
  }

  /** The same values in a vaspout.h5, what a screening needs. */
  @Benchmark
  public GridReading hdf5Planes(Files144 state) {
    return state.files.read(state.hdf5, request(XcDeclaration.CHECK));
  }

  /** As {@link #whole}, inflated on the way. */
  @Benchmark
  public GridReading gzipWhole(Files144 state) {
    return state.files.read(state.gzip, request(XcDeclaration.CHECK));
  }

  /** As {@link #planes}, inflated on the way. */
  @Benchmark
  public GridReading gzipPlanes(Files144 state) {
    return state.files.read(state.gzip, request(XcDeclaration.NONE));
  }

  /** The tokens, already found and in memory, parsed one after another. */
  @Benchmark
  public double fastDoubleParser(Tokens tokens) {
    double sum = 0;
    for (int start : tokens.starts) {
      sum += JavaDoubleParser.parseDouble(tokens.text, start, FIELD_BYTES);
    }
    return sum;
  }

  static ReadingRequest request(XcDeclaration xc) {
    PotentialConventions d = PotentialConventions.DEFAULT;
    PotentialConventions declared =
        new PotentialConventions(
            d.unit(), PotentialSign.AUTO, xc, d.vacuumGapAngstrom(), d.vacuumFlatnessEv());
    return new ReadingRequest(
        List.of(Side.TOP),
        List.of(1.5),
        declared,
        GridLimits.DEFAULT,
        0.05,
        ReadingRequest.Depth.STOP_AT_REJECT);
  }
}
