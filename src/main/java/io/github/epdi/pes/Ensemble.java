package io.github.epdi.pes;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Something derived from energies, once from their mean over the members of an ensemble and once
 * from each member's own: values come from the mean, spreads from the members.
 *
 * @param ofMean derived from the mean energies
 * @param ofMembers derived from each member's energies
 */
record Ensemble<T>(T ofMean, List<T> ofMembers) {
  /** The energies that were predicted for a side. */
  static Ensemble<SurfaceEnergies> of(List<SurfaceEnergies> members) {
    return new Ensemble<>(SurfaceEnergies.mean(members), members);
  }

  /** What follows from this. */
  <S> Ensemble<S> map(Function<T, S> function) {
    return new Ensemble<>(function.apply(ofMean), ofMembers.stream().map(function).toList());
  }

  /** A number that always follows. */
  Predicted number(ToDoubleFunction<T> number) {
    return new Predicted(number.applyAsDouble(ofMean), std(number::applyAsDouble));
  }

  /** A number that may not exist: null where the function gives null for the mean energies. */
  Predicted numberOrNull(Function<T, Double> number) {
    Double value = number.apply(ofMean);
    return value == null ? null : new Predicted(value, std(number));
  }

  /** The energies of an array, one by one. */
  static PredictedEnergies energies(Ensemble<double[]> arrays) {
    int length = arrays.ofMean().length;
    return new PredictedEnergies(
        IntStream.range(0, length).mapToObj(i -> arrays.ofMean()[i]).toList(),
        arrays.ofMembers().size() < 2
            ? null
            : IntStream.range(0, length).mapToObj(i -> arrays.std(all -> all[i])).toList());
  }

  /**
   * Sample standard deviation (divisor members - 1) of the number over the members; null with one
   * member, and where the function gives null.
   */
  private Double std(Function<T, Double> number) {
    List<Double> numbers = ofMembers.stream().map(number).toList();
    if (numbers.size() < 2 || numbers.contains(null)) {
      return null;
    }
    double mean = numbers.stream().mapToDouble(Double::doubleValue).sum() / numbers.size();
    double squares = numbers.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (numbers.size() - 1));
  }
}
