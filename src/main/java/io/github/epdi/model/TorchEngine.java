package io.github.epdi.model;

import ai.djl.engine.Engine;

/** Starts the engine as this program needs it: offline, untracked, one thread a task. */
final class TorchEngine {
  private static final String NAME = "PyTorch";

  private TorchEngine() {}

  /** The engine; what the user has set, by property or environment, stays. */
  static Engine start() {
    setUnlessSet("ai.djl.offline", "DJL_OFFLINE", "true");
    setUnlessSet("OPT_OUT_TRACKING", "OPT_OUT_TRACKING", "true");
    // Torch threads x task slots must not exceed the cores; a waiting OpenMP thread spins.
    setUnlessSet("ai.djl.pytorch.num_threads", "", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "", "1");
    return Engine.getEngine(NAME);
  }

  private static void setUnlessSet(String property, String variable, String value) {
    boolean inEnvironment = !variable.isEmpty() && System.getenv(variable) != null;
    if (System.getProperty(property) == null && !inEnvironment) {
      System.setProperty(property, value);
    }
  }
}
