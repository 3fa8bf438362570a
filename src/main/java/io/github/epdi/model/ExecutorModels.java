package io.github.epdi.model;

import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Holds the models of this JVM. Each bundle is loaded once, however many tasks ask, and stays until
 * the JVM ends. Broadcast a bundle's bytes to executors, never a model.
 */
public final class ExecutorModels {
  private record Key(String digest, ComputeDevice device, Precision precision) {}

  private static final ConcurrentHashMap<Key, BindingEnergyModel> MODELS =
      new ConcurrentHashMap<>();

  private ExecutorModels() {}

  /**
   * Returns the bundle's float32 model on this device, which the first caller loads. Do not close
   * it.
   */
  public static BindingEnergyModel get(ModelBundle bundle, ComputeDevice device) {
    return MODELS.computeIfAbsent(
        new Key(bundle.digest(), device, Precision.FLOAT32),
        key -> new BindingEnergyModel(bundle, device));
  }

  /** Returns the bundle's float32 model on the processor. Do not close it. */
  public static BindingEnergyModel get(ModelBundle bundle) {
    return get(bundle, ComputeDevice.CPU);
  }

  /**
   * Returns the float32 model of the bytes of two files, as they are broadcast. The bytes are
   * checked when the model is loaded, and later tasks do not look at the weights again.
   */
  public static BindingEnergyModel get(byte[] bundleJson, byte[] weights, ComputeDevice device) {
    return get(bundleJson, weights, device, Precision.FLOAT32);
  }

  /** Returns the model of the bytes of two files that computes in a precision. Do not close it. */
  public static BindingEnergyModel get(
      byte[] bundleJson, byte[] weights, ComputeDevice device, Precision precision) {
    return MODELS.computeIfAbsent(
        new Key(DigestUtils.sha256Hex(bundleJson), device, precision),
        key -> new BindingEnergyModel(ModelBundle.of(bundleJson, weights), device, precision));
  }
}
