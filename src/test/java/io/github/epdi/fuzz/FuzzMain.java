package io.github.epdi.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code jobs/test/fuzz.sh} starts. */
public final class FuzzMain {
  private FuzzMain() {}

  /** COUNT files from SEED on; ends with 1 if there is a complaint. */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path folder = Files.createTempDirectory("fuzz");
    Fuzzer fuzzer = new Fuzzer(folder);
    long start = System.nanoTime();
    fuzzer.run(seed, count);
    fuzzer.codes().forEach((code, n) -> System.out.println(n + "\t" + code));
    fuzzer.complaints().forEach(System.err::println);
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    System.out.println(
        count
            + " files from seed "
            + seed
            + " in "
            + seconds
            + " s: "
            + fuzzer.complaints().size()
            + " complaints");
    System.exit(fuzzer.complaints().isEmpty() ? 0 : 1);
  }
}
