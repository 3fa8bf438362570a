package io.github.epdi.model.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.github.epdi.structure.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The graphics processors that the libtorch of this JVM can use, as libtorch itself sees them. DJL
 * counts them by another library, which need not be where DJL looks.
 */
public final class GraphicsProcessors {
  private static final String CUDA = "CUDA";
  private static final List<String> DEVICES =
      List.of("/dev/nvidiactl", "/dev/nvidia0", "/dev/kfd", "/dev/dxg");
  private static final List<String> OWN_LIBRARY = List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_FLAVOR");

  /** The hint in messages on how to supply a libtorch with CUDA. */
  static final String HOW_TO_GIVE_LIBTORCH =
      "give the lib folder of libtorch 2.7.1+cu128 by PYTORCH_LIBRARY_PATH, with"
          + " PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR=cu128 (on a cluster by spark.executorEnv.*;"
          + " jobs/README.md)";

  /** Tries to use a graphics processor. */
  interface Trial {
    /** Moves a number to the graphics processor and back. */
    void on(int index);
  }

  private GraphicsProcessors() {}

  /**
   * Tells whether there is a graphics processor, and a libtorch that can use it. Loads the
   * libraries, which takes a second, if there may be one.
   */
  public static boolean areUsable() {
    if (isNoneThere()) {
      return false;
    }
    TorchEngine.start();
    return JniUtils.getFeatures().contains(CUDA);
  }

  /**
   * Tells whether Linux knows of no graphics processor: neither NVIDIA's, nor AMD's, nor Windows's
   * under it. A library of one's own is always asked.
   */
  private static boolean isNoneThere() {
    return System.getProperty("os.name").equals("Linux")
        && DEVICES.stream().noneMatch(device -> Files.exists(Path.of(device)))
        && OWN_LIBRARY.stream()
            .allMatch(name -> System.getenv(name) == null && System.getProperty(name) == null);
  }

  /**
   * Checks that a graphics processor can be used.
   *
   * @throws InputException saying what was found and what to set
   */
  static void require(int index) {
    TorchEngine.start();
    require(index, JniUtils.getFeatures(), GraphicsProcessors::use);
  }

  static void require(int index, Set<String> features, Trial trial) {
    if (!features.contains(CUDA)) {
      throw new InputException(
          "Cannot predict on gpu "
              + index
              + ": expected a graphics processor and a libtorch with CUDA, found none that PyTorch"
              + " can use; "
              + HOW_TO_GIVE_LIBTORCH
              + ", or set model.device: cpu");
    }
    try {
      trial.on(index);
    } catch (EngineException e) {
      throw new InputException(
          "Cannot predict on gpu "
              + index
              + ": expected one of this index that is free to use, found: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing")
              + "; look at nvidia-smi, at the addresses that Spark's discovery script prints"
              + " (indices from 0), or set model.device: cpu",
          e);
    }
  }

  private static void use(int index) {
    try (NDManager manager = TorchEngine.start().newBaseManager(Device.gpu(index));
        NDArray one = manager.create(new float[] {1})) {
      if (one.toFloatArray()[0] != 1) {
        throw new EngineException("a number changed on its way there and back");
      }
    }
  }
}
