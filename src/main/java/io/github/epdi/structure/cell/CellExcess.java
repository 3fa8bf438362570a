package io.github.epdi.structure.cell;

import io.github.epdi.structure.Lattice;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * By how much a cell vector is longer than the metals say.
 *
 * @param angstrom the excess; negative when the vector is too short
 * @param scatterAngstrom how large an excess the metals' own scatter makes once in a thousand
 *     cells; 0 where too few pairs are there to tell
 */
record CellExcess(double angstrom, double scatterAngstrom) {
  /** Pairs whose vectors differ by less, Angstrom, are copies of one neighbour. */
  private static final double LIKE_RADIUS = 0.7;

  /** Shortest distances that differ by a larger factor belong to different kinds of neighbours. */
  private static final double SAME_SHELL = 1.1;

  /** Student's t at 99.9 % for 1, 2, ... degrees of freedom, two-sided. */
  private static final double[] STUDENT = {
    636.6, 31.60, 12.92, 8.61, 6.87, 5.96, 5.41, 5.04, 4.78, 4.59
  };

  private static final double STUDENT_LIMIT = 3.29;

  /** Pairs in one direction: components along the axis of those across the boundary and within. */
  private static final class Direction {
    final MetalPair model;
    final List<Double> across = new ArrayList<>();
    final List<Double> within = new ArrayList<>();

    Direction(MetalPair model) {
      this.model = model;
    }
  }

  /**
   * The excess along lateral axis 0 (a) or 1 (b), or null where nothing can be compared.
   *
   * <p>Pairs across the boundary are compared with inner pairs in the same direction, by their
   * components along the axis. A cell one metal wide has no such pairs: there the nearest distances
   * across and within are compared, if they are alike at all.
   */
  static CellExcess along(Lattice lattice, List<MetalPair> pairs, int axis) {
    List<MetalPair> inner = pairs.stream().filter(MetalPair::isInner).toList();
    List<MetalPair> crossing = pairs.stream().filter(pair -> pair.crosses(axis)).toList();
    double[] vector = lattice.vector(axis);
    double length = Math.sqrt(Lattice.dot(vector, vector));
    double[] unit = {vector[0] / length, vector[1] / length, vector[2] / length};
    List<Direction> directions = new ArrayList<>();
    for (MetalPair pair : crossing) {
      MetalPair forward = pair.offset(axis) > 0 ? pair : pair.reversed();
      direction(directions, forward).across.add(forward.component(unit));
    }
    for (Direction direction : directions) {
      for (MetalPair pair : inner) {
        for (MetalPair either : List.of(pair, pair.reversed())) {
          if (either.isLike(direction.model, LIKE_RADIUS)) {
            direction.within.add(either.component(unit));
          }
        }
      }
    }
    directions.removeIf(direction -> direction.within.isEmpty());
    return directions.isEmpty() ? ofShells(inner, crossing) : of(directions);
  }

  private static Direction direction(List<Direction> directions, MetalPair pair) {
    for (Direction direction : directions) {
      if (pair.isLike(direction.model, LIKE_RADIUS)) {
        return direction;
      }
    }
    Direction added = new Direction(pair);
    directions.add(added);
    return added;
  }

  private static CellExcess of(List<Direction> directions) {
    double sum = 0;
    double squares = 0;
    int across = 0;
    int within = 0;
    int rows = 0;
    for (Direction direction : directions) {
      double outer = mean(direction.across).orElseThrow();
      double inner = mean(direction.within).orElseThrow();
      sum += direction.across.size() * (outer - inner);
      squares += squares(direction.across, outer) + squares(direction.within, inner);
      across += direction.across.size();
      within += direction.within.size();
      rows = Math.max(rows, direction.across.size());
    }
    int freedom = across + within - 2 * directions.size();
    if (freedom == 0) {
      return new CellExcess(sum / across, 0);
    }
    // A row of n metals has one pair across and n - 1 within, and their sum is the cell vector:
    // a metal that is off at one end counts in both.
    double error = Math.sqrt(squares / freedom / rows) * (1 + (double) across / within);
    return new CellExcess(sum / across, student(freedom) * error);
  }

  /** Student's t at 99.9 % for so many degrees of freedom, at least one. */
  static double student(int freedom) {
    return freedom <= STUDENT.length ? STUDENT[freedom - 1] : STUDENT_LIMIT * (1 + 4.0 / freedom);
  }

  private static double squares(List<Double> values, double mean) {
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
  }

  private static OptionalDouble mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average();
  }

  private static CellExcess ofShells(List<MetalPair> inner, List<MetalPair> crossing) {
    OptionalDouble within = mean(nearest(inner));
    OptionalDouble across = mean(nearest(crossing));
    if (within.isEmpty() || across.isEmpty()) {
      return null;
    }
    double w = within.getAsDouble();
    double a = across.getAsDouble();
    return Math.max(w, a) <= SAME_SHELL * Math.min(w, a) ? new CellExcess(a - w, 0) : null;
  }

  private static List<Double> nearest(List<MetalPair> pairs) {
    List<Double> distances = pairs.stream().map(MetalPair::distanceAngstrom).sorted().toList();
    return distances.stream().filter(d -> d <= SAME_SHELL * distances.get(0)).toList();
  }
}
