package io.github.epdi.model.network;

import ai.djl.ndarray.NDArray;

/** Looks at what a network makes on the way, by torchvision's module names. */
@FunctionalInterface
public interface StageObserver {
  StageObserver NONE = (name, array) -> {};

  /** Called when a module is done; the array is closed after its last use, so keep no reference. */
  void stage(String name, NDArray array);
}
