package io.github.epdi.model.torch;

import ai.djl.Device;
import java.util.Locale;

/**
 * The device on which networks run. A device that is asked for and does not exist is an error,
 * never a silent run on another one.
 *
 * @param kind processor or graphics processor
 * @param index which one of its kind, from 0, as libtorch counts; 0 for the processor
 */
public record ComputeDevice(Kind kind, int index) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(Kind.CPU, 0);

  /** Kinds of devices. The kind is part of a result's identity, while the index is not. */
  public enum Kind {
    /** The processor. */
    CPU,
    /** A graphics processor with CUDA. */
    GPU;

    /** Returns the lower-case name, as in campaigns and tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the index.
   *
   * @throws IllegalArgumentException if it is negative, or not 0 for the processor
   */
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

  /** Returns a graphics processor of this machine. */
  public static ComputeDevice gpu(int index) {
    return new ComputeDevice(Kind.GPU, index);
  }

  /**
   * Checks that this JVM can run networks on the device.
   *
   * @throws io.github.epdi.structure.InputException saying what is missing and what to set
   */
  public void requireHere() {
    if (kind == Kind.GPU) {
      GraphicsProcessors.require(index);
    }
  }

  /** Returns the name for messages, such as "cpu" or "gpu 1". */
  public String label() {
    return kind == Kind.CPU ? kind.label() : kind.label() + " " + index;
  }

  public Device device() {
    return kind == Kind.CPU ? Device.cpu() : Device.gpu(index);
  }
}
