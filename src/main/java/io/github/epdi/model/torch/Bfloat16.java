package io.github.epdi.model.torch;

import java.util.Set;

/**
 * What bfloat16 is worth on a kind of processor: DenseNet121 on images of 224 pixels, one core,
 * libtorch 2.7.1, images per second in bfloat16 over those in float32.
 */
public enum Bfloat16 {
  /** No arithmetic in bfloat16, or not for oneDNN on this machine. */
  ABSENT("cannot be used on this machine"),
  /** Intel's avx512_bf16 alone, where oneDNN's kernels are slower than those for float32. */
  SLOW("slower than float32 here (0.7): avx512_bf16 of Intel's, without amx_bf16"),
  /** AMD's avx512_bf16. */
  FAST("1.8 times as fast as float32: avx512_bf16 of AMD's"),
  /** Tiles of Intel's amx_bf16. */
  FASTEST("2.9 times as fast as float32: amx_bf16"),
  /** Arm's bf16. */
  UNKNOWN("there is; its speed was not measured on this kind of processor");

  private final String worth;

  Bfloat16(String worth) {
    this.worth = worth;
  }

  /** Looks at this machine's processor. */
  public static Bfloat16 here() {
    return OneDnn.isLimited() ? ABSENT : of(PrecisionSupport.vendor(), PrecisionSupport.flags());
  }

  /**
   * Judges a processor.
   *
   * @param vendor its maker as the system names it, such as GenuineIntel
   * @param flags what it can do
   */
  static Bfloat16 of(String vendor, Set<String> flags) {
    if (PrecisionSupport.BFLOAT16_FLAGS.stream().noneMatch(flags::contains)) {
      return ABSENT;
    }
    if (flags.contains("amx_bf16")) {
      return FASTEST;
    }
    return switch (vendor) {
      case "GenuineIntel" -> SLOW;
      case "AuthenticAMD" -> FAST;
      default -> UNKNOWN;
    };
  }

  /** Returns what it is worth, in words. */
  public String worth() {
    return worth;
  }
}
