package io.github.epdi.publication;

import io.github.epdi.model.BundleMetadata;
import io.github.epdi.theory.TheoryPart;

/**
 * A model that predicted results of the package.
 *
 * @param digest digest of the bundle, as the runs tell it
 * @param json its bundle.json
 * @param metadata what that says
 */
record PublishedModel(String digest, String json, BundleMetadata metadata) {
  private static final int SHORT = 16;

  static PublishedModel of(String digest, String json) {
    return new PublishedModel(digest, json, BundleMetadata.parse(json));
  }

  /** Returns the folder of the model's files in the package. */
  String folder() {
    return "models/"
        + digest.replaceAll("[^0-9A-Za-z-]", "_").substring(0, Math.min(SHORT, digest.length()));
  }

  /** Returns the level of theory in words, of the parts that are known. */
  String theory() {
    StringBuilder words = new StringBuilder();
    for (TheoryPart part : TheoryPart.values()) {
      String said = part.of(metadata.theory());
      if (said != null) {
        words.append(words.isEmpty() ? "" : ", ").append(part.key()).append(": ").append(said);
      }
    }
    return words.isEmpty() ? "not recorded" : words.toString();
  }
}
