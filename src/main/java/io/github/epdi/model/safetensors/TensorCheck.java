package io.github.epdi.model.safetensors;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a file's tensors with those that a network has. */
public final class TensorCheck {
  /** The end of the name of torch's count of training steps, which no computation here uses. */
  private static final String STEP_COUNT = ".num_batches_tracked";

  private TensorCheck() {}

  /**
   * Checks names and shapes of the tensors whose names begin with a prefix.
   *
   * @param wanted tensors that must be there, named without the prefix
   * @param tolerated names that may be there, of any shape
   * @throws ModelFormatException naming the first tensor that is missing, of another shape, or
   *     unknown
   */
  public static void check(
      TensorSource file, String prefix, List<TensorSpec> wanted, Collection<String> tolerated) {
    for (TensorSpec spec : wanted) {
      String name = prefix + spec.name();
      if (!file.contains(name)) {
        throw bad(name, "shape " + spec.shape(), "no tensor of this name");
      }
      if (!file.spec(name).shape().equals(spec.shape())) {
        throw bad(name, "shape " + spec.shape(), "shape " + file.spec(name).shape());
      }
    }
    Set<String> known = wanted.stream().map(TensorSpec::name).collect(Collectors.toSet());
    for (String name : file.names()) {
      String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : null;
      if (bare != null
          && !known.contains(bare)
          && !tolerated.contains(bare)
          && !isStepCount(bare)) {
        throw bad(name, "only the network's tensors", "one that it does not have");
      }
    }
  }

  /** Tells whether a tensor counts torch's training steps. */
  public static boolean isStepCount(String name) {
    return name.endsWith(STEP_COUNT);
  }

  private static ModelFormatException bad(String name, String expected, String found) {
    return new ModelFormatException(
        "Cannot load tensor " + name + ": expected " + expected + ", found " + found);
  }
}
