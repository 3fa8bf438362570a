package io.github.epdi.model.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import java.nio.file.Path;

/**
 * The PyTorch libraries of this JVM, for people who want to know why they do not load.
 *
 * @param version of the engine
 * @param threads of one operation
 * @param graphicsProcessors that these libraries can use
 * @param convolutions which instructions convolutions on the processor may use
 */
public record TorchInstallation(
    String version, int threads, int graphicsProcessors, Convolutions convolutions) {
  /** Which of the processor's instructions convolutions may use. */
  public enum Convolutions {
    /** All that oneDNN finds. */
    ANY,
    /** AVX at most, since this virtual machine hides the processor's caches. */
    AVX
  }

  /**
   * Loads the libraries; the first time on a machine they are unpacked into {@link #folder()}.
   *
   * @throws RuntimeException or an {@link Error} of the engine's own if they cannot be loaded
   */
  public static TorchInstallation load() {
    Engine engine = TorchEngine.start();
    return new TorchInstallation(
        engine.getVersion(),
        JniUtils.getNumThreads(),
        graphicsProcessors(engine),
        OneDnn.isLimited() ? Convolutions.AVX : Convolutions.ANY);
  }

  /** At least one if libtorch says so, though the library that counts them may not be found. */
  private static int graphicsProcessors(Engine engine) {
    return GraphicsProcessors.areUsable() ? Math.max(1, engine.getGpuCount()) : 0;
  }

  /** Where the libraries are unpacked, by {@code DJL_CACHE_DIR} or in the home folder. */
  public static Path folder() {
    return Utils.getEngineCacheDir("pytorch");
  }
}
