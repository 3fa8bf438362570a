package io.github.epdi.training.examples;

import io.github.epdi.structure.InputException;
import io.github.epdi.tables.NearestName;
import io.github.epdi.training.loop.Seeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * The materials of each part. All sites of a material, in every frame, are in the same part.
 *
 * @param training sorted by name
 * @param validation sorted by name
 * @param test sorted by name
 */
public record MaterialSplit(List<String> training, List<String> validation, List<String> test) {
  /** Copies the lists. */
  public MaterialSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * Divides materials. The division is the same for the same names, options and seed.
   *
   * @throws InputException if a named material is not there or in two parts, a fraction is out of
   *     range, or nothing is left to train on
   */
  public static MaterialSplit of(Collection<String> materials, SplitOptions options, long seed) {
    TreeSet<String> rest = new TreeSet<>(materials);
    int count = rest.size();
    List<String> test = take(rest, options.testMaterials(), materials, Part.TEST);
    List<String> validation = take(rest, options.validationMaterials(), materials, Part.VALIDATION);
    Random random = Seeds.random(seed, "split", 0);
    if (test.isEmpty()) {
      test = draw(rest, share(count, options.testFraction(), Part.TEST), random);
    }
    if (validation.isEmpty()) {
      validation = draw(rest, share(count, options.validationFraction(), Part.VALIDATION), random);
    }
    if (rest.isEmpty()) {
      throw new InputException(
          "Cannot split "
              + count
              + " materials: expected some for training, found "
              + validation.size()
              + " for validation and "
              + test.size()
              + " for test");
    }
    return new MaterialSplit(List.copyOf(rest), validation, test);
  }

  /** Returns the part of a material. Materials that were not divided count as training. */
  public Part part(String material) {
    if (test.contains(material)) {
      return Part.TEST;
    }
    return validation.contains(material) ? Part.VALIDATION : Part.TRAINING;
  }

  /** Returns the materials of a part. */
  public List<String> materials(Part part) {
    return switch (part) {
      case TRAINING -> training;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  private static List<String> take(
      TreeSet<String> rest, List<String> named, Collection<String> all, Part part) {
    for (String material : named) {
      if (!all.contains(material)) {
        throw new InputException(
            "Cannot use "
                + material
                + " for "
                + part.label()
                + ": expected a labelled material, found none of this name (nearest: "
                + NearestName.of(material, all)
                + ")");
      }
      if (!rest.remove(material)) {
        throw new InputException(
            "Cannot use " + material + " for " + part.label() + ": it is named twice");
      }
    }
    return named.stream().sorted().toList();
  }

  private static int share(int count, double fraction, Part part) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new InputException(
          "Cannot split materials: expected a "
              + part.label()
              + " fraction of 0 to below 1, found "
              + fraction);
    }
    return fraction == 0 ? 0 : Math.max(1, (int) Math.round(count * fraction));
  }

  private static List<String> draw(TreeSet<String> rest, int count, Random random) {
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < count && !rest.isEmpty()) {
      List<String> left = List.copyOf(rest);
      String material = left.get(random.nextInt(left.size()));
      rest.remove(material);
      drawn.add(material);
    }
    return drawn.stream().sorted().toList();
  }
}
