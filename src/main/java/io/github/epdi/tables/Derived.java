package io.github.epdi.tables;

import java.util.List;
import java.util.function.Function;

/**
 * Something derived from energies, once from their mean over the members of an ensemble and once
 * from each member's own: values come from the mean, spreads from the members.
 *
 * @param ofMean derived from the mean energies
 * @param ofMembers derived from each member's energies
 */
record Derived<T>(T ofMean, List<T> ofMembers) {
  /** What follows from this. */
  <S> Derived<S> map(Function<T, S> function) {
    return new Derived<>(function.apply(ofMean), ofMembers.stream().map(function).toList());
  }

  /** A number by the mean energies; null where the function gives null. */
  Double value(Function<T, Double> number) {
    return number.apply(ofMean);
  }

  /**
   * Sample standard deviation (divisor members - 1) of the number over the members; null with one
   * member, and where the function gives null.
   */
  Double std(Function<T, Double> number) {
    List<Double> numbers = ofMembers.stream().map(number).toList();
    if (numbers.size() < 2 || numbers.contains(null)) {
      return null;
    }
    double mean = numbers.stream().mapToDouble(Double::doubleValue).sum() / numbers.size();
    double squares = numbers.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (numbers.size() - 1));
  }
}
