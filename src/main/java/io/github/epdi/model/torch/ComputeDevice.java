package io.github.epdi.model.torch;

import ai.djl.Device;
import java.util.Locale;

/**
 * Where networks run. A device that is asked for and is not there is an error, never a silent run
 * on another one.
 *
 * @param kind processor or graphics processor
 * @param index which one of its kind, from 0, as libtorch counts; 0 for the processor
 */
public record ComputeDevice(Kind kind, int index) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(Kind.CPU, 0);

  /** Kinds of devices: part of a result's identity, other than the index. */
  public enum Kind {
    /** The processor. */
    CPU,
    /** A graphics processor with CUDA. */
    GPU;

    /** Lower-case name, as in campaigns and tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the index. */
  public ComputeDevice {
    if (index < 0 || (kind == Kind.CPU && index > 0)) {
      throw new IllegalArgumentException(
          "Cannot use device: expected "
              + (kind == Kind.CPU ? "0" : "an index of at least 0")
              + ", found "
              + kind.label()
              + " "
              + index);
    }
  }

  /** A graphics processor of this machine. */
  public static ComputeDevice gpu(int index) {
    return new ComputeDevice(Kind.GPU, index);
  }

  /**
   * Checks that this JVM can run networks on it.
   *
   * @throws io.github.epdi.structure.InputException saying what is missing and what to set
   */
  public void requireHere() {
    if (kind == Kind.GPU) {
      GraphicsProcessors.require(index);
    }
  }

  /** For messages: "cpu", "gpu 1". */
  public String label() {
    return kind == Kind.CPU ? kind.label() : kind.label() + " " + index;
  }

  public Device device() {
    return kind == Kind.CPU ? Device.cpu() : Device.gpu(index);
  }
}
