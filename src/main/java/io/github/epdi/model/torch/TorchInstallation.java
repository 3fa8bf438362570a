package io.github.epdi.model.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import java.nio.file.Path;

/**
 * The PyTorch libraries of this JVM, for people who want to know why they do not load.
 *
 * @param version version of the engine
 * @param threads threads of one operation
 * @param graphicsProcessors number of graphics processors that these libraries can use
 * @param convolutions which instructions convolutions on the processor may use
 */
public record TorchInstallation(
    String version, int threads, int graphicsProcessors, Convolutions convolutions) {
  /** Tells which of the processor's instructions convolutions may use. */
  public enum Convolutions {
    /** Convolutions may use all instructions that oneDNN finds. */
    ANY,
    /**
     * Convolutions may use AVX at most, because this virtual machine hides the processor's caches.
     */
    AVX
  }

  /**
   * Loads the libraries. The first time on a machine they are unpacked into {@link #folder()}.
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

  /**
   * Counts the graphics processors. There is at least one if libtorch says so, even if the library
   * that counts them is not found.
   */
  private static int graphicsProcessors(Engine engine) {
    return GraphicsProcessors.areUsable() ? Math.max(1, engine.getGpuCount()) : 0;
  }

  /**
   * Returns the folder into which the libraries are unpacked, set by {@code DJL_CACHE_DIR} or in
   * the home folder.
   */
  public static Path folder() {
    return Utils.getEngineCacheDir("pytorch");
  }
}
