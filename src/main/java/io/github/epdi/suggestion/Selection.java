package io.github.epdi.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses materials one after another, each time the one whose runs are worth most: the open places
 * that they are expected to close, divided by their number, and weighted.
 *
 * <p>A host or a dopant that was chosen before counts {@value #KIN} times less for each time, as
 * errors of kin are alike and one run tells of them all. A material outside of what the model was
 * trained on counts {@value #OUTSIDE} times as much, as its interval is not promised to hold and
 * its value also widens what the next model knows. Nothing is drawn at random twice: equal inputs
 * give equal choices, ties go to the first name.
 */
final class Selection {
  static final double KIN = 0.8;
  static final double OUTSIDE = 1.25;

  /** Open places a run below which nothing is worth suggesting. */
  static final double WORTH = 0.002;

  private final List<Contender> contenders;
  private final OpenPlaces places;
  private final double[] probabilities;
  private final double open;
  private final List<Choice> choices = new ArrayList<>();

  /**
   * Chooses.
   *
   * @param contenders all ranked sides, in any order
   * @param best number of places k, less than the number of contenders
   * @param budget calculations at most
   */
  Selection(List<Contender> contenders, int best, int budget) {
    this.contenders = contenders.stream().sorted(Comparator.comparing(Contender::name)).toList();
    this.places = new OpenPlaces(this.contenders.stream().map(Contender::barrier).toList(), best);
    this.probabilities =
        IntStream.range(0, this.contenders.size()).mapToDouble(places::probability).toArray();
    this.open = places.open();
    choose(budget);
  }

  private void choose(int budget) {
    Map<String, Integer> kin = new HashMap<>();
    int left = budget;
    while (left > 0) {
      Choice next = next(left, kin);
      if (next == null || next.gain() < WORTH * next.runs()) {
        return;
      }
      choices.add(next);
      Contender chosen = contender(next);
      chosen.kin().forEach(name -> kin.merge(name, 1, Integer::sum));
      places.settle(next.index(), chosen.share());
      left -= next.runs();
    }
  }

  private Choice next(int most, Map<String, Integer> kin) {
    double before = places.open();
    Choice next = null;
    double highest = 0;
    for (int i = 0; i < contenders.size(); i++) {
      Contender contender = contenders.get(i);
      boolean open = contender.runs() > 0 && contender.runs() <= most && places.settled(i) == 0;
      double weight = open ? weight(contender, kin) / contender.runs() : 0;
      double p = probabilities[i];
      // Exchanging one material for another closes at most 2 p (1 - p); twice that for the draws.
      if (4 * p * (1 - p) * weight > highest) {
        double gain = places.gain(i, contender.share());
        if (gain * weight > highest) {
          highest = gain * weight;
          next = new Choice(i, contender.runs(), gain, before);
        }
      }
    }
    return next;
  }

  private static double weight(Contender contender, Map<String, Integer> kin) {
    double weight = contender.trained() == Contender.Trained.OUTSIDE ? OUTSIDE : 1;
    for (String name : contender.kin()) {
      weight *= Math.pow(KIN, kin.getOrDefault(name, 0));
    }
    return weight;
  }

  /** Returns what was chosen, the most telling first. */
  List<Choice> choices() {
    return List.copyOf(choices);
  }

  /** Returns the contender of a choice. */
  Contender contender(Choice choice) {
    return contenders.get(choice.index());
  }

  /** Returns the open places before anything is calculated. */
  double open() {
    return open;
  }

  /** Returns the open places that are expected to remain after all chosen runs. */
  double remaining() {
    return places.open();
  }
}
