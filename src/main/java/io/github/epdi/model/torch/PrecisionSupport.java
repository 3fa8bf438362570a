package io.github.epdi.model.torch;

import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides which precisions are worth using on the processor, from what it says of itself. */
final class PrecisionSupport {
  /** Processor flags for arithmetic in bfloat16, Intel's and AMD's names first, then Arm's. */
  static final List<String> BFLOAT16_FLAGS = List.of("avx512_bf16", "amx_bf16", "bf16");

  private static final Path CPU = Path.of("/proc/cpuinfo");

  private PrecisionSupport() {}

  /**
   * Checks that a kind of device computes in a precision at all. Programs for graphics processors
   * round before they add a bias, which in bfloat16 changed the demo's energies by 3.5 meV.
   *
   * @throws InputException saying what there is
   */
  static void requireOn(ComputeDevice.Kind kind, Precision precision) {
    if (kind == ComputeDevice.Kind.CPU && precision == Precision.FLOAT16) {
      throw new InputException(
          "Cannot predict in float16 on cpu: expected float32 or bfloat16; float16 is for"
              + " model.device: gpu");
    }
    if (kind == ComputeDevice.Kind.GPU && precision == Precision.BFLOAT16) {
      throw new InputException(
          "Cannot predict in bfloat16 on gpu: expected float32 or float16, which keeps energies"
              + " there ten times as well");
    }
  }

  /**
   * Checks that this machine's processor has a precision.
   *
   * @param scripted whether libtorch has oneDNN
   * @throws InputException saying what is missing and what to do
   */
  static void require(Precision precision, boolean scripted) {
    if (precision != Precision.FLOAT32 && OneDnn.isLimited()) {
      throw new InputException(
          "Cannot predict in "
              + precision.label()
              + ": expected a processor whose caches are known, found a virtual machine that hides"
              + " them, where convolutions are held to AVX; use float32");
    }
    require(precision, scripted, flags());
  }

  static void require(Precision precision, boolean scripted, Set<String> flags) {
    if (precision == Precision.FLOAT32) {
      return;
    }
    if (!scripted || BFLOAT16_FLAGS.stream().noneMatch(flags::contains)) {
      throw new InputException(
          "Cannot predict in "
              + precision.label()
              + ": expected a processor with one of "
              + String.join(", ", BFLOAT16_FLAGS)
              + " and a libtorch with oneDNN, found "
              + (scripted ? "a processor without" : "a libtorch without")
              + "; use float32");
    }
  }

  /** Returns what the processor can do, in the system's words; none where it does not say. */
  static Set<String> flags() {
    return new TreeSet<>(Arrays.asList(said("flags", "Features").split("\\s+", -1)));
  }

  /** Returns the processor's maker in the system's words, or an empty text. */
  static String vendor() {
    return said("vendor_id");
  }

  private static String said(String... keys) {
    if (!Files.isReadable(CPU)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> Arrays.stream(keys).anyMatch(line::startsWith))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + CPU, e);
    }
  }
}
