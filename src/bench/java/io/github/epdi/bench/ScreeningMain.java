package io.github.epdi.bench;

import io.github.epdi.cli.Main;
import java.lang.management.ManagementFactory;

/** {@code epdi} as it is, and on its last line, as JSON, the heap that is in use at the end. */
final class ScreeningMain {
  private ScreeningMain() {}

  /** Arguments: those of epdi. */
  public static void main(String[] arguments) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.gc();
                  long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                  System.out.println("\n{\"heapMebibytes\": " + used / (1 << 20) + "}");
                }));
    Main.main(arguments);
  }
}
