package io.github.epdi.model.torch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Limits the instructions of this processor that oneDNN, libtorch's library of convolutions, may
 * use.
 *
 * <p>Some virtual machines hide the processor's caches. From AVX2 on, oneDNN 3.7 plans its
 * convolutions by the sizes of the caches, divides by the sizes that it is not told, and takes the
 * whole process down with a SIGFPE. On such machines it is held to AVX, whose convolutions are
 * planned otherwise: they are about half as fast, and correct.
 */
final class OneDnn {
  /** The variable that oneDNN reads, by its newer name. */
  private static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  private static final String OLD_VARIABLE = "DNNL_MAX_CPU_ISA";
  private static final String SAFE = "AVX";
  private static final Path CPU = Path.of("/sys/devices/system/cpu/cpu0");

  private OneDnn() {}

  /** The part of the C library that is needed. */
  interface Environment extends Library {
    /** Sets a variable of this process unless {@code overwrite} is 0 and it is set. */
    int setenv(String name, String value, int overwrite);
  }

  /**
   * Holds oneDNN to instructions that work on this machine, unless the user has said which to use.
   * This must be called before libtorch is loaded, because oneDNN does not look again later.
   */
  static void limit() {
    if (isLimited()) {
      Environment environment = Native.load("c", Environment.class);
      if (environment.setenv(VARIABLE, SAFE, 0) != 0) {
        throw new IllegalStateException("Cannot set " + VARIABLE + " in this process");
      }
    }
  }

  /** Tells whether {@link #limit()} holds oneDNN to old instructions on this machine. */
  static boolean isLimited() {
    return System.getenv(VARIABLE) == null
        && System.getenv(OLD_VARIABLE) == null
        && hidesCaches(CPU);
  }

  /**
   * Tells whether a system that describes its processors does not describe their caches.
   *
   * @param cpu folder of the first processor, which exists on Linux only
   */
  static boolean hidesCaches(Path cpu) {
    return Files.isDirectory(cpu) && !Files.exists(cpu.resolve("cache/index0"));
  }
}
