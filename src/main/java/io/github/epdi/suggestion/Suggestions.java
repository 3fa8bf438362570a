package io.github.epdi.suggestion;

import io.github.epdi.dataset.RunList;
import io.github.epdi.ranking.Place;
import io.github.epdi.report.ReportInput;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The calculations that would narrow the ranking of an output folder most. */
public final class Suggestions {
  private final SuggestionOptions options;
  private final Element ion;
  private final int best;
  private final RankedSides sides;
  private final Map<String, Place> places;
  private final Selection selection;

  /**
   * Chooses calculations.
   *
   * @param input the materials of an output folder, as a report reads them
   * @param known what is calculated already
   * @throws InputException if too few of them can be ranked, or their runs hold no intervals
   */
  public Suggestions(ReportInput input, KnownSites known, SuggestionOptions options) {
    this.options = options;
    this.ion = ion(input);
    this.sides = new RankedSides(input, known, options.purpose());
    int ranked = sides.contenders().size();
    this.best = options.best(ranked);
    if (best >= ranked) {
      throw new InputException(
          "Cannot suggest calculations for the best "
              + best
              + " in "
              + input.output()
              + ": expected more ranked materials than that, found "
              + ranked
              + " (--top asks for fewer places)");
    }
    this.places = sides.places(best);
    this.selection = new Selection(sides.contenders(), best, options.budget());
  }

  /** Returns the ion of the newest run that names one, otherwise lithium. */
  private static Element ion(ReportInput input) {
    return input.runs().stream()
        .filter(run -> run.model() != null)
        .findFirst()
        .flatMap(run -> Element.ofSymbol(run.model().ion()))
        .orElse(Element.Li);
  }

  /** Returns whether there is nothing worth calculating. */
  public boolean isEmpty() {
    return selection.choices().isEmpty();
  }

  /** Says in one line how open the ranking is, and what the suggested runs would leave of that. */
  public String headline() {
    String open =
        String.format(
            Locale.ROOT,
            "Of the best %d of %d materials %.2f places are open",
            best,
            sides.contenders().size(),
            selection.open());
    if (isEmpty()) {
      return open
          + String.format(
              Locale.ROOT,
              "; no calculation is expected to close %.3f of one. Nothing is suggested.",
              Selection.WORTH);
    }
    int runs = selection.choices().stream().mapToInt(Choice::runs).sum();
    return open
        + String.format(
            Locale.ROOT,
            "; %d calculations are expected to leave %.2f.",
            runs,
            selection.remaining());
  }

  /** Says in one line each which calculations are suggested and why. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Choice choice : selection.choices()) {
      RankedSide side = side(choice);
      for (AdsorptionSite site : side.sites(options.purpose())) {
        lines.add(side.material().name() + ", " + site.id() + ": " + reason(choice, side, site));
      }
    }
    return lines;
  }

  private RankedSide side(Choice choice) {
    return sides.side(selection.contender(choice).name());
  }

  private String reason(Choice choice, RankedSide side, AdsorptionSite site) {
    Contender contender = selection.contender(choice);
    Place.Odds odds = places.get(contender.name()).odds();
    return String.format(
        Locale.ROOT,
        "%s; barrier %.3f eV (80 %% within %.3f to %.3f), rank %d to %d, among the best %d with"
            + " probability %.2f; %s close %.2f of %.2f open places%s",
        side.role(site),
        side.material().row().percolation2dEv(),
        side.interval().lowEv(),
        side.interval().highEv(),
        odds.lowRank(),
        odds.highRank(),
        best,
        odds.amongTop(),
        choice.runs() == 1 ? "would" : "both sites would",
        choice.gain(),
        choice.before(),
        contender.trained() == Contender.Trained.OUTSIDE
            ? ", outside of what the model was trained on"
            : "");
  }

  /**
   * Refuses a folder that exists or cannot be made.
   *
   * @throws InputException if the name is taken, or the folder above is not there
   */
  public static void requireNew(Path out) {
    SuggestionFolder.at(out);
  }

  /**
   * Writes all inputs and their list. The folder appears whole or not at all.
   *
   * @param out a local folder that does not exist yet
   * @return the number of folders written
   */
  public int write(Path out) throws IOException {
    int[] count = new int[1];
    SuggestionFolder.at(out)
        .write(
            temporary -> {
              RunFolders folders = new RunFolders(temporary, ion, options);
              for (Choice choice : selection.choices()) {
                write(folders, choice);
              }
              Files.writeString(temporary.resolve(RunList.NAME), RunList.text(folders.written()));
              count[0] = folders.written().size();
            });
    return count[0];
  }

  private void write(RunFolders folders, Choice choice) throws IOException {
    RankedSide side = side(choice);
    for (AdsorptionSite site : side.sites(options.purpose())) {
      folders.site(side, site, reason(choice, side, site));
    }
    if (options.bandImages() > 0) {
      folders.band(side, side.hop(), "band over the saddle of the barrier");
    }
  }
}
