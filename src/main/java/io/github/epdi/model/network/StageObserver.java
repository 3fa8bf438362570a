package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;

/** Observes the intermediate arrays of a network by torchvision's module names. */
@FunctionalInterface
public interface StageObserver {
  StageObserver NONE = (name, array) -> {};

  /** Called when a module is done. The array is closed after its last use, so keep no reference. */
  void stage(String name, NDArray array);
}
