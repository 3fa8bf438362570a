package io.github.epdi.training.accuracy;

import io.github.epdi.tables.dataset.NebRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The reference curve of a transition-state search, made of the images of one band in their order.
 *
 * @param images at least two images, of one material, side and band
 */
public record ReferencePath(List<NebRow> images) {
  /** Sorts the images by number and checks that there are at least two. */
  public ReferencePath {
    images =
        images.stream().sorted(Comparator.comparingInt(image -> image.image().number())).toList();
    if (images.size() < 2) {
      throw new IllegalArgumentException("Cannot compare a path of fewer than two images");
    }
  }

  /** Returns the paths of a table, in the order in which they begin there. */
  public static List<ReferencePath> of(List<NebRow> rows) {
    Map<List<String>, List<NebRow>> paths = new LinkedHashMap<>();
    for (NebRow row : rows) {
      paths
          .computeIfAbsent(
              List.of(row.materialId(), row.side(), row.image().nebId()), key -> new ArrayList<>())
          .add(row);
    }
    return paths.values().stream().map(ReferencePath::new).toList();
  }

  /** Returns the first image, which also tells material, side and band of all. */
  public NebRow first() {
    return images.get(0);
  }

  /** Returns the highest image, and the first of several equal ones. */
  public NebRow highest() {
    NebRow highest = first();
    for (NebRow image : images) {
      if (image.energy().relativeEv() > highest.energy().relativeEv()) {
        highest = image;
      }
    }
    return highest;
  }

  /**
   * Returns the summed wall time in seconds that the outputs of the images between the ends state,
   * or null if one of them states none. The ends do not count because they are minima that were
   * relaxed before.
   */
  public Double searchSeconds() {
    List<NebRow> between = images.subList(1, images.size() - 1);
    return between.stream().map(row -> row.source().elapsedSeconds()).anyMatch(Objects::isNull)
        ? null
        : Double.valueOf(between.stream().mapToDouble(row -> row.source().elapsedSeconds()).sum());
  }
}
