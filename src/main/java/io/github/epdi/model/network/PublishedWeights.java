package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.TensorCheck;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights as torchvision or timm publish them, under torchvision's names and shapes. They may have
 * any number of outputs. Counts of training steps are left out.
 */
public final class PublishedWeights implements TensorSource {
  private final TensorSource file;

  /** Names in the file, by torchvision's names. */
  private final Map<String, String> published = new LinkedHashMap<>();

  /**
   * Takes the weights of a file.
   *
   * @throws ModelFormatException if two of its tensors have the same name for torchvision
   */
  public PublishedWeights(TensorSource file) {
    this.file = file;
    for (String name : file.names()) {
      String known = PublishedNames.ofTorchvision(name);
      if (TensorCheck.isStepCount(known)) {
        continue;
      }
      String other = published.put(known, name);
      if (other != null) {
        throw new ModelFormatException(
            "Cannot load tensor " + name + ": expected one " + known + ", found " + other + " too");
      }
    }
  }

  /**
   * Checks that a network can begin with these weights.
   *
   * @throws ModelFormatException naming the network to which they belong, or the first tensor that
   *     does not fit
   */
  public void requireFeaturesOf(Architecture architecture) {
    if (isOf(architecture)) {
      return;
    }
    Optional<Architecture> fitting =
        Arrays.stream(Architecture.values()).filter(this::isOf).findFirst();
    if (fitting.isPresent()) {
      throw new ModelFormatException(
          "expected tensors of "
              + architecture.id()
              + ", found those of "
              + fitting.get().id()
              + ": use --architecture "
              + fitting.get().id());
    }
    Network network = architecture.build(1);
    TensorCheck.check(this, "", network.featureTensors(), network.headTensors());
  }

  private boolean isOf(Architecture architecture) {
    return architecture.build(1).featureTensors().stream()
        .allMatch(spec -> contains(spec.name()) && spec(spec.name()).equals(spec));
  }

  @Override
  public List<String> names() {
    return List.copyOf(published.keySet());
  }

  @Override
  public boolean contains(String name) {
    return published.containsKey(name);
  }

  @Override
  public TensorSpec spec(String name) {
    TensorSpec spec = new TensorSpec(name, file.spec(publishedName(name)).shape());
    return PublishedNames.linear(spec).orElse(spec);
  }

  /**
   * Returns the values of a tensor after checking them.
   *
   * @throws ModelFormatException if one is no finite number
   */
  @Override
  public float[] floats(String name) {
    float[] values = file.floats(publishedName(name));
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new ModelFormatException(
            "Cannot load tensor " + name + ": expected finite numbers, found " + value);
      }
    }
    return values;
  }

  private String publishedName(String name) {
    return published.getOrDefault(name, name);
  }
}
