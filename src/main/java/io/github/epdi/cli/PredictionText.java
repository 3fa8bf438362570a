package io.github.epdi.cli;

import io.github.epdi.cli.shell.Terminal;
import io.github.epdi.pes.Interval;
import io.github.epdi.pes.PotentialEnergyCurve;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.DopantValue;
import io.github.epdi.tables.GridResult;
import io.github.epdi.tables.HopRow;
import io.github.epdi.tables.LevelColumns;
import io.github.epdi.tables.MaterialRow;
import io.github.epdi.tables.RejectRow;
import io.github.epdi.tables.SiteRow;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * Writes what was predicted for one grid for people, with numbers in eV and a curve for each unique
 * path.
 */
final class PredictionText {
  private final PrintWriter out;
  private final Ansi ansi;
  private final CurvePlot.Characters characters;

  PredictionText(PrintWriter out, Ansi ansi, CurvePlot.Characters characters) {
    this.out = out;
    this.ansi = ansi;
    this.characters = characters;
  }

  /** Prints a screened grid, one side after the other, or why it is rejected. */
  void print(String file, GridResult result) {
    if (result.reject() != null) {
      printReject(file, result.reject());
    }
    result.materials().forEach(material -> print(file, result, material));
    out.flush();
  }

  private void printReject(String file, RejectRow reject) {
    out.println(Terminal.bold(ansi, Terminal.plain(file)));
    String line = reject.reason().line() == null ? "" : " (line " + reject.reason().line() + ")";
    out.println(
        String.format(
            Locale.ROOT,
            "  %s %s",
            Terminal.styled(ansi, Ansi.Style.fg_red, String.format("%-11s", "REJECTED")),
            reject.reason().code() + line));
    line("", Terminal.plain(reject.reason().message()));
    out.println();
  }

  private void print(String file, GridResult result, MaterialRow material) {
    String side = material.side();
    out.println(Terminal.bold(ansi, Terminal.plain(file) + ", " + side + " side"));
    line("slab", slab(material));
    if (material.levels() != null) {
      line("levels", levels(material.levels()));
    }
    if (material.hasEnergies()) {
      printEnergies(result, material);
    } else {
      line("energies", "none were predicted; the flags say why");
    }
    String flags =
        Stream.of(
                result.grid().flags().stream(),
                material.remarks().flags().stream(),
                material.remarks().levelOfTheoryMismatch().stream().map(part -> "other " + part))
            .flatMap(flag -> flag)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!flags.isEmpty()) {
      line("flags", Terminal.plain(flags));
    }
    if (material.doubt() != null && material.doubt().reasons() != null) {
      material.doubt().reasons().forEach(reason -> line("", Terminal.plain(reason)));
    }
    out.println();
  }

  private void printEnergies(GridResult result, MaterialRow material) {
    String side = material.side();
    printSites(result, side);
    line(
        "percolation",
        "2D "
            + energy(material.percolation2dEv(), material.percolation2dStdEv())
            + range(material.percolation2dInterval())
            + ", 1D "
            + energy(material.percolation1dEv(), material.percolation1dStdEv())
            + range(material.percolation1dInterval()));
    List<BarrierRow> paths =
        result.barriers().stream().filter(row -> row.side().equals(side)).toList();
    CurvePlot plot = plot(paths);
    paths.forEach(
        path -> {
          print(path, plot, path.pathId().equals(material.energies().lowestBarrier().pathId()));
          List<String> own = new ArrayList<>(path.flags());
          own.removeAll(material.remarks().flags());
          if (!own.isEmpty()) {
            line("", "flags " + String.join(", ", own));
          }
        });
  }

  /** Returns the interval that holds in four of five unseen materials, or nothing. */
  private static String range(Interval interval) {
    return interval == null
        ? ""
        : String.format(Locale.ROOT, " (80 %%: %.3f to %.3f)", interval.lowEv(), interval.highEv());
  }

  private static String levels(LevelColumns levels) {
    return String.format(
            Locale.ROOT,
            "electron affinity %.4f eV, work function %.4f eV",
            levels.electronAffinityEv(),
            levels.workFunctionEv())
        + (levels.gapEv() == null
            ? " (declared)"
            : String.format(Locale.ROOT, ", gap %.4f eV", levels.gapEv()));
  }

  private static String slab(MaterialRow material) {
    String group =
        material.host().hostGroup() == null ? "" : " (" + material.host().hostGroup() + ")";
    String dopants =
        material.host().dopants().stream()
            .map(PredictionText::dopant)
            .collect(Collectors.joining(", "));
    return material.host().host()
        + group
        + ", "
        + material.host().phase()
        + ", layers "
        + material.host().layers()
        + ", dopants "
        + (dopants.isEmpty() ? "none" : dopants);
  }

  private static String dopant(DopantValue dopant) {
    return String.format(Locale.ROOT, "%s %.3g", dopant.element(), dopant.fraction());
  }

  private void printSites(GridResult result, String side) {
    List<String> unique = new ArrayList<>();
    for (SiteRow site : result.sites()) {
      if (site.side().equals(side) && site.siteId().equals(site.orbit().representative())) {
        unique.add(
            site(
                site.siteId(),
                site.bindingEnergyEv().value(),
                site.bindingEnergyEv().std(),
                site.bindingEnergyIntervalEv(),
                site.orbit().multiplicity()));
      }
    }
    for (HopRow hop : result.hops()) {
      if (hop.side().equals(side) && hop.hopId().equals(hop.orbit().representative())) {
        unique.add(
            site(
                hop.hopId(),
                hop.energies().bridgeEv().value(),
                hop.energies().bridgeEv().std(),
                hop.intervals() == null ? null : hop.intervals().bridgeEv(),
                hop.orbit().multiplicity()));
      }
    }
    for (int i = 0; i < unique.size(); i++) {
      line(i == 0 ? "binding" : "", unique.get(i));
    }
  }

  private String site(String id, double ev, Double stdEv, Interval interval, int multiplicity) {
    return String.format(
        Locale.ROOT, "%-4s %s%s, x%d", id, energy(ev, stdEv), range(interval), multiplicity);
  }

  private CurvePlot plot(List<BarrierRow> paths) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (BarrierRow path : paths) {
      for (double ev : path.curve().energies().valuesEv()) {
        lowest = Math.min(lowest, ev);
        highest = Math.max(highest, ev);
      }
    }
    return new CurvePlot(characters, lowest, highest);
  }

  private void print(BarrierRow path, CurvePlot plot, boolean lowest) {
    line(
        "path",
        Terminal.bold(ansi, path.pathId())
            + ", x"
            + path.path().multiplicity()
            + ": forward "
            + energy(path.barriers().forwardEv().value(), path.barriers().forwardEv().std())
            + range(path.intervals() == null ? null : path.intervals().forwardEv())
            + ", reverse "
            + energy(path.barriers().reverseEv().value(), path.barriers().reverseEv().std())
            + range(path.intervals() == null ? null : path.intervals().reverseEv())
            + (lowest ? " (lowest)" : ""));
    plot.lines(curve(path), siteNames(path)).forEach(out::println);
  }

  /** Returns the curve of a row of barriers. */
  static PotentialEnergyCurve curve(BarrierRow path) {
    return new PotentialEnergyCurve(
        path.curve().positionsAngstrom().stream().mapToDouble(Double::doubleValue).toArray(),
        path.curve().energies().valuesEv().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns the ids of the five sites of a path. */
  static List<String> siteNames(BarrierRow path) {
    return List.of(
        path.path().sites().start(),
        path.path().sites().startHop(),
        path.path().sites().middle(),
        path.path().sites().endHop(),
        path.path().sites().end());
  }

  private String energy(Double ev, Double stdEv) {
    if (ev == null) {
      return "none";
    }
    String sign = characters == CurvePlot.Characters.ASCII ? " +- " : " \u00b1 ";
    return stdEv == null
        ? String.format(Locale.ROOT, "%.4f eV", ev)
        : String.format(Locale.ROOT, "%.4f%s%.4f eV", ev, sign, stdEv);
  }

  private void line(String key, String value) {
    out.println(String.format(Locale.ROOT, "  %-11s %s", key, value));
  }
}
