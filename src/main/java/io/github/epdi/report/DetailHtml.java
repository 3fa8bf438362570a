package io.github.epdi.report;

import io.github.epdi.pes.Interval;
import io.github.epdi.ranking.Place;
import io.github.epdi.report.figure.CurveFigure;
import io.github.epdi.report.figure.Digits;
import io.github.epdi.report.figure.EnergyRange;
import io.github.epdi.report.figure.Markup;
import io.github.epdi.report.figure.PlaneImage;
import io.github.epdi.report.figure.ScreenedMaterial;
import io.github.epdi.report.figure.SurfaceAtom;
import io.github.epdi.report.figure.SurfaceFigure;
import io.github.epdi.tables.BarrierRow;
import io.github.epdi.tables.DopantValue;
import io.github.epdi.tables.MaterialRow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the article of one material, with facts, reasons, map, images along the lowest path,
 * curves and tables.
 */
final class DetailHtml {
  private static final int CURVES = 12;
  private static final String READING =
      "\u25c7 bridges, taken as saddles; the curve between the five predicted points is an"
          + " interpolation. \u2192 forward and \u2190 reverse barrier.";

  private final Reasons reasons;
  private final Odds odds;

  DetailHtml(Reasons reasons, Odds odds) {
    this.reasons = reasons;
    this.odds = odds;
  }

  /**
   * Returns the article of a material.
   *
   * @param rank rank of the material, from 0
   * @param pictures pictures that could be drawn of the grid
   */
  String article(ScreenedMaterial material, int rank, MaterialPictures pictures) {
    MaterialRow row = material.row();
    Markup html = new Markup();
    html.add(
        "<article class='material' id='m-?' aria-labelledby='h-?'><h3 id='h-?' tabindex='-1'>?"
            + " <small>? side, rank ?</small></h3><p class='because'>?</p>",
        rank,
        rank,
        rank,
        row.materialId(),
        row.side(),
        rank + 1,
        reasons.because(material));
    facts(html, material);
    html.add("<div class='duo'>");
    map(html, material, pictures);
    strip(html, material, pictures);
    html.add("</div>");
    curves(html, material);
    DetailTables.paths(html, material);
    DetailTables.sites(html, material);
    DetailTables.hops(html, material);
    return html.add("</article>").toString();
  }

  private void facts(Markup html, ScreenedMaterial material) {
    MaterialRow row = material.row();
    html.add("<dl class='facts'>");
    fact(
        html,
        "2D barrier (eV)",
        energy(row.percolation2dEv(), row.percolation2dStdEv(), row.percolation2dInterval()));
    fact(
        html,
        "1D barrier (eV)",
        energy(row.percolation1dEv(), row.percolation1dStdEv(), row.percolation1dInterval()));
    fact(
        html,
        "lowest barrier (eV)",
        Digits.energy(
            row.energies().lowestBarrier().barrierEv().value(),
            row.energies().lowestBarrier().barrierEv().std(),
            row.doubt() == null || row.doubt().barriers() == null
                ? null
                : row.doubt().barriers().lowest()));
    fact(
        html,
        "adsorption (eV)",
        Digits.energy(
                row.energies().adsorption().lowestEv().value(),
                row.energies().adsorption().lowestEv().std(),
                row.doubt() == null ? null : row.doubt().adsorptionEv())
            + " at "
            + row.energies().adsorption().siteId());
    fact(html, "formula", row.host().formula());
    fact(
        html,
        "host",
        material.ranked().hostLabel()
            + (row.host().layers() == 1 ? "" : ", " + row.host().layers() + " layers"));
    fact(html, "dopants", dopants(row.host().dopants()));
    fact(
        html,
        "unique T + H + B",
        row.sites().unique().top()
            + " + "
            + row.sites().unique().hollow()
            + " + "
            + row.sites().unique().bridge());
    if (!row.remarks().flags().isEmpty()) {
      fact(html, "flags", String.join(", ", row.remarks().flags()));
    }
    if (row.doubt() != null && row.doubt().reasons() != null && !row.doubt().reasons().isEmpty()) {
      fact(html, "not trained for", String.join(" ", row.doubt().reasons()));
    }
    Place.Odds place = odds.of(row);
    if (place != null) {
      fact(html, "rank in 80 % of draws", place.lowRank() + " to " + place.highRank());
      fact(html, "probability of the best " + Odds.TOP, Digits.fixed(place.amongTop(), 2));
    }
    if (!row.remarks().levelOfTheoryMismatch().isEmpty()) {
      fact(
          html,
          "other level of theory than the labels",
          String.join(", ", row.remarks().levelOfTheoryMismatch()));
    }
    fact(html, "run", material.runId());
    html.add("</dl>");
  }

  private static void fact(Markup html, String name, String value) {
    html.add("<div><dt>?</dt><dd>?</dd></div>", name, value);
  }

  private static String energy(Double ev, Double stdEv, Interval interval) {
    return ev == null ? "never" : Digits.energy(ev, stdEv, interval);
  }

  private static String dopants(List<DopantValue> dopants) {
    return dopants.isEmpty()
        ? "none"
        : dopants.stream()
            .map(d -> d.element() + " " + Digits.fixed(100 * d.fraction(), 1) + " %")
            .collect(Collectors.joining(", "));
  }

  private static void map(Markup html, ScreenedMaterial material, MaterialPictures pictures) {
    SurfaceFigure figure = SurfaceFigure.of(material.surface());
    List<SurfaceAtom> atoms = SurfaceAtom.of(material);
    figure = figure.withAtoms(atoms);
    if (pictures.background() != null) {
      figure = figure.withBackground(pictures.background());
    }
    html.add("<figure class='fig map' data-name='? map'>", material.name());
    html.raw(figure.svg());
    html.add(
        "<figcaption>Seen from outside. \u25cb T above a metal, \u25b3 H hollow; orange ring:"
            + " the lowest site. Bold: the hops that open the surface at the percolation threshold."
            + " Dashed: the cell.");
    if (atoms.isEmpty()) {
      html.add(" Atoms were not recorded by this run.");
    }
    PlaneImage plane = pictures.background();
    if (plane != null) {
      html.add(
          " Grey: potential ? \u00c5 above the chalcogens, ? (dark) to ? eV relative to vacuum.",
          Digits.fixed(plane.heightAngstrom(), 2),
          Digits.fixed(plane.lowestEv(), 2),
          Digits.fixed(plane.highestEv(), 2));
    }
    html.add("</figcaption></figure>");
  }

  private static void strip(Markup html, ScreenedMaterial material, MaterialPictures pictures) {
    BarrierRow path = material.lowestPath();
    html.add(
        "<section class='strip'><h4>Along the path with the lowest barrier, ?</h4>", path.pathId());
    html.raw(CurveFigure.of(path).svg());
    if (pictures.missing() != null) {
      html.add("<p class='note'>No EPD images: ?.</p></section>", pictures.missing());
      return;
    }
    List<String> ids =
        List.of(
            path.path().sites().start(),
            path.path().sites().startHop(),
            path.path().sites().middle(),
            path.path().sites().endHop(),
            path.path().sites().end());
    html.add("<ol class='epd'>");
    for (int i = 0; i < ids.size(); i++) {
      html.add(
          "<li><img src='?' alt='Electrostatic potential around ?' width='96' height='96'>"
              + "<b>?</b> ? eV</li>",
          pictures.siteImages().get(i),
          ids.get(i),
          ids.get(i),
          Digits.energy(path.curve().energies().valuesEv().get(i)));
    }
    html.add("</ol><p class='note'>?.</p></section>", pictures.caption());
  }

  private static void curves(Markup html, ScreenedMaterial material) {
    List<BarrierRow> paths = material.pathsByBarrier();
    if (paths.size() == 1) {
      html.add("<p class='note'>All paths are equivalent by symmetry to the one above. ")
          .add(READING)
          .add("</p>");
      return;
    }
    EnergyRange range = EnergyRange.of(paths);
    html.add(
        "<h4>Potential-energy curves of the ? symmetry-unique paths</h4><div class='curves'>",
        paths.size());
    for (BarrierRow path : paths.subList(0, Math.min(CURVES, paths.size()))) {
      html.add("<figure class='fig' data-name='? ?'>", material.name(), path.pathId());
      html.raw(CurveFigure.of(path, range).svg()).add("</figure>");
    }
    html.add("</div><p class='note'>").add(READING);
    if (paths.size() > CURVES) {
      html.add(" The other ? paths are in the table.", paths.size() - CURVES);
    }
    html.add("</p>");
  }
}
