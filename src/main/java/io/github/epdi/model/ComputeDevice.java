package io.github.epdi.model;

import ai.djl.Device;

/**
 * Where networks run. Only the processor so far; another device that is asked for is an error,
 * never a silent run on the processor.
 *
 * @param id "cpu"
 */
public record ComputeDevice(String id) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice("cpu");

  /** Checks the id. */
  public ComputeDevice {
    if (!"cpu".equals(id)) {
      throw new IllegalArgumentException("Cannot use device: expected cpu, found " + id);
    }
  }

  Device device() {
    return Device.cpu();
  }
}
