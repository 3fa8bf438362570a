package io.github.epdi.model.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import io.github.epdi.structure.InputException;

/** Starts the engine as this program needs it: offline, untracked, and with one thread per task. */
public final class TorchEngine {
  private static final String NAME = "PyTorch";

  private TorchEngine() {}

  /**
   * Returns the engine. What the user has set, by property or environment, stays.
   *
   * @throws InputException if its libraries cannot be loaded
   */
  public static synchronized Engine start() {
    setUnlessSet("ai.djl.offline", "DJL_OFFLINE", "true");
    setUnlessSet("OPT_OUT_TRACKING", "OPT_OUT_TRACKING", "true");
    // Torch threads times task slots must not exceed the cores, because a waiting OpenMP thread
    // spins.
    setUnlessSet("ai.djl.pytorch.num_threads", "", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "", "1");
    try {
      OneDnn.limit();
      return Engine.getEngine(NAME);
    } catch (EngineException | ExceptionInInitializerError | NoClassDefFoundError e) {
      throw new InputException(
          "Cannot load PyTorch's libraries: "
              + reason(e)
              + "; epdi doctor says more. A program built for CUDA (-Pcuda) has none of its own: "
              + GraphicsProcessors.HOW_TO_GIVE_LIBTORCH,
          e);
    }
  }

  /**
   * Begins to load the libraries beside what the caller does next, which takes about half a second.
   * Whoever needs the engine still calls {@link #start()}, which waits for it and tells whether it
   * failed.
   */
  public static void startAhead() {
    // While Java loads a library, it finds no method of its own in native code. Those that turn
    // bits into numbers are needed meanwhile, for each weight, so they are found before.
    Precision.BFLOAT16.round(1);
    Thread loading =
        new Thread(
            () -> {
              try {
                start();
              } catch (InputException e) {
                // It is said where the engine is needed, since the next attempt fails too.
              }
            },
            "loading PyTorch");
    loading.setDaemon(true);
    loading.start();
  }

  /** Tells whether this libtorch has oneDNN's convolutions, which scripts call on the processor. */
  public static boolean hasOneDnn() {
    start();
    return JniUtils.getFeatures().contains("MKLDNN");
  }

  /** Returns the first line of the deepest cause's message. */
  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse(deepest.toString());
  }

  private static void setUnlessSet(String property, String variable, String value) {
    boolean inEnvironment = !variable.isEmpty() && System.getenv(variable) != null;
    if (System.getProperty(property) == null && !inEnvironment) {
      System.setProperty(property, value);
    }
  }
}
