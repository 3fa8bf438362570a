package io.github.epdi.pes;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A result that is derived from energies twice: from their mean over the members of an ensemble,
 * which gives the reported value, and from each member's own energies, which give the spread.
 *
 * @param ofMean derived from the mean energies
 * @param ofMembers derived from each member's energies
 */
record Ensemble<T>(T ofMean, List<T> ofMembers) {
  /** Makes the ensemble of the energies that each member predicted for a side. */
  static Ensemble<SurfaceEnergies> of(List<SurfaceEnergies> members) {
    return new Ensemble<>(SurfaceEnergies.mean(members), members);
  }

  /** Derives a further result from the mean and from each member. */
  <S> Ensemble<S> map(Function<T, S> function) {
    return new Ensemble<>(function.apply(ofMean), ofMembers.stream().map(function).toList());
  }

  /** Derives a number that always exists. */
  Predicted number(ToDoubleFunction<T> number) {
    return new Predicted(number.applyAsDouble(ofMean), std(number::applyAsDouble));
  }

  /**
   * Derives a number that may not exist. Returns null if the function gives null for the mean
   * energies.
   */
  Predicted numberOrNull(Function<T, Double> number) {
    Double value = number.apply(ofMean);
    return value == null ? null : new Predicted(value, std(number));
  }

  /** Returns value and spread of each entry of an array of energies in eV. */
  static PredictedEnergies energies(Ensemble<double[]> arrays) {
    int length = arrays.ofMean().length;
    return new PredictedEnergies(
        IntStream.range(0, length).mapToObj(i -> arrays.ofMean()[i]).toList(),
        arrays.ofMembers().size() < 2
            ? null
            : IntStream.range(0, length).mapToObj(i -> arrays.std(all -> all[i])).toList());
  }

  /**
   * Returns the sample standard deviation (divisor members - 1) of a number over the members.
   * Returns null if there is only one member or the function gives null for any of them.
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
