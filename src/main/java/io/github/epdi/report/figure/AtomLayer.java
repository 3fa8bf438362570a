package io.github.epdi.report.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the atoms of a surface map as outlines, with dopant metals emphasised and named. */
final class AtomLayer {
  private static final double ROOM_ANGSTROM = 1;
  private static final int CELLS = 3;

  private final List<SurfaceAtom> atoms;
  private final SurfaceFrame frame;
  private final Map<String, Integer> counts = new HashMap<>();

  AtomLayer(List<SurfaceAtom> atoms, SurfaceFrame frame) {
    this.atoms = atoms;
    this.frame = frame;
    atoms.forEach(atom -> counts.merge(atom.element().symbol(), 1, Integer::sum));
  }

  /** Draws the atoms, which the rest of the map is drawn over. */
  void outlines(Markup svg) {
    for (SurfaceAtom atom : atoms) {
      for (double[] at : copies(atom)) {
        circle(svg, at, atom.element().isChalcogen(), isDopant(atom));
      }
    }
  }

  /** Writes the symbols of dopants over everything else. */
  void names(Markup svg) {
    for (SurfaceAtom atom : atoms) {
      if (isDopant(atom)) {
        copies(atom).forEach(at -> name(svg, atom, at));
      }
    }
  }

  /** Tells whether an atom is a metal that is less frequent near the surface than another metal. */
  private boolean isDopant(SurfaceAtom atom) {
    int most =
        atoms.stream()
            .filter(other -> !other.element().isChalcogen())
            .mapToInt(other -> counts.get(other.element().symbol()))
            .max()
            .orElse(0);
    return !atom.element().isChalcogen() && counts.get(atom.element().symbol()) < most;
  }

  private List<double[]> copies(SurfaceAtom atom) {
    List<double[]> copies = new ArrayList<>();
    for (int i = -CELLS; i <= CELLS; i++) {
      for (int j = -CELLS; j <= CELLS; j++) {
        double[] shift = frame.place(i, j);
        double[] at = {atom.xAngstrom() + shift[0], atom.yAngstrom() + shift[1]};
        if (frame.shows(at, ROOM_ANGSTROM)) {
          copies.add(at);
        }
      }
    }
    return copies;
  }

  private void circle(Markup svg, double[] at, boolean chalcogen, boolean dopant) {
    svg.add(
        "<circle cx='?' cy='?' r='?' fill='?' fill-opacity='?' stroke='#6b7785'"
            + " stroke-width='?'/>",
        frame.px(at),
        frame.py(at),
        (chalcogen ? 0.62 : 0.5) * frame.scale(),
        chalcogen ? "#fff3c4" : "#c3ccd6",
        dopant ? .95 : .4,
        dopant ? 1.6 : .7);
  }

  private void name(Markup svg, SurfaceAtom atom, double[] at) {
    svg.add(
        "<text x='?' y='?' text-anchor='end' font-weight='700' fill='#1f2933' stroke='#fff'"
            + " stroke-width='2.4' paint-order='stroke'>?</text>",
        frame.px(at) - 10,
        frame.py(at) + 4,
        atom.element().symbol());
  }
}
