package io.github.epdi.suggestion;

/**
 * What a user asks for.
 *
 * @param budget calculations at most, 1 or more
 * @param purpose what they are for
 * @param best places that matter; null for ten, or half of the ranked sides if there are fewer than
 *     twenty
 * @param height what becomes of the ion's height
 * @param bandImages images between the ends of a band beside each saddle; 0 for no bands
 */
public record SuggestionOptions(
    int budget, Purpose purpose, Integer best, IonHeight height, int bandImages) {
  private static final int USUAL = 10;
  private static final int MOST_IMAGES = 97;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is impossible
   */
  public SuggestionOptions {
    require(budget >= 1, "--budget of 1 or more calculations, found " + budget);
    require(best == null || best >= 1, "--top of 1 or more places, found " + best);
    require(
        bandImages >= 0 && bandImages <= MOST_IMAGES,
        "--neb of 1 to " + MOST_IMAGES + " images, found " + bandImages);
    require(
        bandImages == 0 || purpose != Purpose.SITES,
        "--for saddles or materials with --neb, as a band leads over a saddle; found sites");
    require(
        purpose != Purpose.MATERIALS || budget >= 2,
        "--budget of 2 or more with --for materials, as each takes two calculations; found "
            + budget);
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("Expected " + expected);
    }
  }

  /** Returns the number of places that matter among so many ranked sides. */
  int best(int ranked) {
    return best != null ? best : ranked < 2 * USUAL ? Math.max(1, ranked / 2) : USUAL;
  }
}
