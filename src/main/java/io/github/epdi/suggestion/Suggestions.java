package io.github.epdi.suggestion;

import io.github.epdi.dataset.RunList;
import io.github.epdi.report.ReportInput;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The calculations that would narrow the ranking of an output folder most. */
public final class Suggestions {
  private final SuggestionOptions options;
  private final Element ion;
  private final int best;
  private final int ranked;
  private final Selection selection;
  private final Map<String, RankedSide> sides = new HashMap<>();

  /**
   * Chooses calculations.
   *
   * @param input the materials of an output folder, as a report reads them
   * @throws InputException if too few of them can be ranked, or their runs hold no intervals
   */
  public Suggestions(ReportInput input, SuggestionOptions options) {
    this.options = options;
    this.ion = ion(input);
    for (ScreenedMaterial material : input.materials()) {
      RankedSide side = RankedSide.of(material);
      if (side != null) {
        sides.put(material.name(), side);
      }
    }
    requireIntervals(input);
    this.ranked = sides.size();
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
    this.selection =
        new Selection(
            sides.values().stream().map(RankedSide::candidate).toList(),
            best,
            options.budget(),
            options.purpose());
  }

  private static Element ion(ReportInput input) {
    return input.runs().stream()
        .filter(run -> run.model() != null)
        .findFirst()
        .flatMap(run -> Element.ofSymbol(run.model().ion()))
        .orElse(Element.Li);
  }

  private void requireIntervals(ReportInput input) {
    long withBarrier =
        input.materials().stream()
            .map(material -> material.row().percolation2dEv())
            .filter(Objects::nonNull)
            .count();
    if (sides.isEmpty()) {
      throw new InputException(
          "Cannot suggest calculations for "
              + input.output()
              + ": expected 2D percolation barriers with intervals"
              + " (percolation_2d_low_ev, percolation_2d_high_ev), found "
              + (withBarrier == 0
                  ? "none of either"
                  : withBarrier
                      + " barriers without (screen again with a bundle that states intervals)"));
    }
  }

  /** Returns whether there is anything worth calculating. */
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
            ranked,
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
    return sides.get(selection.candidate(choice).name());
  }

  private String reason(Choice choice, RankedSide side, AdsorptionSite site) {
    String outside =
        selection.candidate(choice).trained() == Candidate.Trained.OUTSIDE
            ? ", outside of what the model was trained on"
            : "";
    return String.format(
        Locale.ROOT,
        "%s; barrier %.3f eV (80 %% within %.3f to %.3f), among the best %d with probability %.2f;"
            + " %s close %.2f of %.2f open places%s",
        side.role(site),
        side.barrier().ev(),
        side.interval().lowEv(),
        side.interval().highEv(),
        best,
        choice.probability(),
        choice.runs() == 1 ? "would" : "both sites would",
        choice.gain(),
        choice.before(),
        outside);
  }

  /**
   * Refuses a folder that exists or cannot be made.
   *
   * @throws InputException if the name is taken, or the folder above is not there
   */
  public static void requireNew(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    if (Files.exists(folder)) {
      throw new InputException(
          "Cannot write " + out + ": expected a new folder, found that it exists");
    }
    if (folder.getParent() == null || !Files.isDirectory(folder.getParent())) {
      throw new InputException(
          "Cannot write " + out + ": expected the folder " + folder.getParent() + ", found none");
    }
  }

  /**
   * Writes all inputs and their list. The folder appears whole or not at all.
   *
   * @param out a local folder that does not exist yet
   * @return the number of folders written
   */
  public int write(Path out) throws IOException {
    requireNew(out);
    Path folder = out.toAbsolutePath().normalize();
    Path temporary = folder.resolveSibling(".tmp-" + UUID.randomUUID());
    try {
      Files.createDirectory(temporary);
      RunFolders folders = new RunFolders(temporary, ion, options);
      for (Choice choice : selection.choices()) {
        RankedSide side = side(choice);
        for (AdsorptionSite site : side.sites(options.purpose())) {
          folders.site(side, site, reason(choice, side, site));
        }
        if (options.bandImages() > 0) {
          folders.band(side, side.hop(), "band over the saddle of the barrier");
        }
      }
      Files.writeString(temporary.resolve(RunList.NAME), RunList.text(folders.written()));
      Files.move(temporary, folder);
      return folders.written().size();
    } catch (FileAlreadyExistsException e) {
      throw new InputException(
          "Cannot write " + out + ": expected a new folder, found that it exists", e);
    } finally {
      delete(temporary);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
