package io.github.epdi.model.network;

import io.github.epdi.model.safetensors.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives torchvision's names to tensors of published files with other names. These are torchvision's
 * first DenseNets ("norm.1" for "norm1") and timm's VGG, whose linear layers are convolutions.
 */
final class PublishedNames {
  private static final Pattern FIRST_DENSENETS =
      Pattern.compile("(.*denselayer\\d+\\.(?:norm|conv))\\.([12]\\..*)");

  private static final Map<String, String> TIMM_VGG =
      Map.of(
          "pre_logits.fc1.", "classifier.0.",
          "pre_logits.fc2.", "classifier.3.",
          "head.fc.", "classifier.6.");

  private PublishedNames() {}

  /** Returns torchvision's name of a tensor, which may be the published one. */
  static String ofTorchvision(String published) {
    Matcher first = FIRST_DENSENETS.matcher(published);
    if (first.matches()) {
      return first.group(1) + first.group(2);
    }
    for (Map.Entry<String, String> prefix : TIMM_VGG.entrySet()) {
      if (published.startsWith(prefix.getKey())) {
        return prefix.getValue() + published.substring(prefix.getKey().length());
      }
    }
    return published;
  }

  /**
   * Returns the shape of a linear layer that is published as a convolution over its whole input,
   * (O, C H W) for (O, C, H, W). The values are in the same order. Empty for other tensors.
   */
  static Optional<TensorSpec> linear(TensorSpec spec) {
    List<Integer> shape = spec.shape();
    if (!spec.name().startsWith("classifier.") || shape.size() != 4) {
      return Optional.empty();
    }
    int inputs = Math.multiplyExact(shape.get(1), Math.multiplyExact(shape.get(2), shape.get(3)));
    return Optional.of(new TensorSpec(spec.name(), List.of(shape.get(0), inputs)));
  }
}
