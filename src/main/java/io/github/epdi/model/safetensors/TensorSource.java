package io.github.epdi.model.safetensors;

import java.util.List;

/** Named tensors that a network can be filled from: a file's, or others in its place. */
public interface TensorSource {
  /** Names of all tensors. */
  List<String> names();

  /** Whether there is a tensor of this name. */
  boolean contains(String name);

  /**
   * Name and shape of a tensor.
   *
   * @throws ModelFormatException if there is no such tensor
   */
  TensorSpec spec(String name);

  /**
   * A tensor's values in row-major order, made anew.
   *
   * @throws ModelFormatException if there is no such tensor, or its values are no floats
   */
  float[] floats(String name);
}
