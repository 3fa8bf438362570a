package io.github.epdi.publication;

import java.util.regex.Pattern;

/**
 * Knows which materials exist only as a formula of this program. They are known by the names that
 * {@code epdi synthesize} gives.
 */
final class SyntheticMaterials {
  private static final Pattern NAME = Pattern.compile("synthetic--?\\d+-\\d{5,}");

  private SyntheticMaterials() {}

  static boolean isSynthetic(String materialId) {
    return NAME.matcher(materialId).matches();
  }
}
