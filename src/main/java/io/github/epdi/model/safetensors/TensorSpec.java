package io.github.epdi.model.safetensors;

import java.util.List;

/**
 * Name and shape of a tensor, as in torchvision's state_dict.
 *
 * @param name for example "features.conv0.weight"
 * @param shape sizes of the axes, outermost first; empty for a scalar
 */
public record TensorSpec(String name, List<Integer> shape) {
  /** Copies the shape. */
  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** Returns the number of values. */
  public long elements() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
