package io.github.epdi.model.safetensors;

import java.util.List;

/** Named tensors from which a network can be filled, such as those of a file. */
public interface TensorSource {
  /** Returns the names of all tensors. */
  List<String> names();

  /** Tells whether there is a tensor of this name. */
  boolean contains(String name);

  /**
   * Returns the name and shape of a tensor.
   *
   * @throws ModelFormatException if there is no such tensor
   */
  TensorSpec spec(String name);

  /**
   * Returns a new array of a tensor's values in row-major order.
   *
   * @throws ModelFormatException if there is no such tensor, or its values are no floats
   */
  float[] floats(String name);
}
