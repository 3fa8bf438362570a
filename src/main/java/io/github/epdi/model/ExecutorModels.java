package io.github.epdi.model;

import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The models of this JVM: each bundle is loaded once, however many tasks ask, and stays until the
 * JVM ends. Broadcast a bundle's bytes, never a model.
 */
public final class ExecutorModels {
  private record Key(String digest, ComputeDevice device, Precision precision) {}

  private static final ConcurrentHashMap<Key, BindingEnergyModel> MODELS =
      new ConcurrentHashMap<>();

  private ExecutorModels() {}

  /** The bundle's model on this device, loaded by whoever asks first. Do not close it. */
  public static BindingEnergyModel get(ModelBundle bundle, ComputeDevice device) {
    return MODELS.computeIfAbsent(
        new Key(bundle.digest(), device, Precision.FLOAT32),
        key -> new BindingEnergyModel(bundle, device));
  }

  /** The bundle's model on the processor. */
  public static BindingEnergyModel get(ModelBundle bundle) {
    return get(bundle, ComputeDevice.CPU);
  }

  /**
   * The model of two files' bytes, as broadcast: they are checked when the model is loaded, and not
   * looked at again by later tasks.
   */
  public static BindingEnergyModel get(byte[] bundleJson, byte[] weights, ComputeDevice device) {
    return get(bundleJson, weights, device, Precision.FLOAT32);
  }

  /** The same in a precision. */
  public static BindingEnergyModel get(
      byte[] bundleJson, byte[] weights, ComputeDevice device, Precision precision) {
    return MODELS.computeIfAbsent(
        new Key(DigestUtils.sha256Hex(bundleJson), device, precision),
        key -> new BindingEnergyModel(ModelBundle.of(bundleJson, weights), device, precision));
  }
}
