package io.github.epdi.levels;

import io.github.epdi.grid.EnergyUnit;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads Quantum ESPRESSO's data-file-schema.xml, whose energies are in hartree. With {@code lsda}
 * each k-point has both spin channels in one list, spin up first.
 */
final class QuantumEspressoReader implements XmlWalk.Visitor {
  private static final double HARTREE_EV = EnergyUnit.HARTREE.electronvolts();

  private static final String[] BANDS = {"espresso", "output", "band_structure"};
  private static final int DEPTH = BANDS.length + 1;

  private final LevelsDraft draft = new LevelsDraft(LevelsFormat.QUANTUM_ESPRESSO);
  private final List<String> symbols = new ArrayList<>();
  private double[] weights = new double[16];
  private int points;
  private boolean lsda;
  private boolean spinor;
  private int bandsUp;
  private int announced = -1;
  private double[] energies;
  private double[] occupations;
  private boolean converged = true;

  /** Tells whether the outermost element is that of this format. */
  static boolean recognises(String root) {
    return root.equals("espresso");
  }

  static LevelsDraft read(InputStream in) throws IOException {
    QuantumEspressoReader reader = new QuantumEspressoReader();
    reader.draft.channels = List.of(new BandList(), new BandList());
    XmlWalk.through(in, reader);
    return reader.whole();
  }

  @Override
  public void begin(XmlWalk at) {
    if (at.isWithin("espresso", "output", "band_structure", "ks_energies")) {
      if (at.depth() == DEPTH) {
        energies = null;
        occupations = null;
        startPoint(at);
      } else if (at.element().equals("k_point")) {
        weights[points] = weight(at);
      } else {
        at.keep();
      }
    } else if (at.isWithin("espresso", "output")) {
      at.keep();
      if (at.isAt("espresso", "output", "atomic_structure", "atomic_positions", "atom")) {
        symbol(at.name());
      } else if (at.isAt("espresso", "output", "atomic_structure")) {
        symbols.clear();
      }
    }
  }

  private void startPoint(XmlWalk at) {
    if (points == weights.length) {
      if (points > 1_000_000) {
        throw at.bad("at most a million k-points", "more");
      }
      weights = Arrays.copyOf(weights, 2 * points);
    }
    weights[points] = Double.NaN;
  }

  private static double weight(XmlWalk at) {
    String weight = at.attribute("weight");
    if (weight == null) {
      throw at.bad("the weight of a k-point", "none");
    }
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      throw at.bad("the weight of a k-point", weight);
    }
  }

  /**
   * Adds an atom. The leading letters of a kind are the element, as in {@code Mo1} or {@code S_up}.
   */
  private void symbol(String kind) {
    if (symbols.size() < 1_000_000) {
      String letters = kind.replaceFirst("^([A-Z][a-z]?)([^A-Za-z].*)?$", "$1");
      symbols.add(letters);
    }
  }

  @Override
  public void end(XmlWalk at) {
    if (at.isAt("espresso", "output", "band_structure", "ks_energies")) {
      point(at);
    } else if (at.isWithin("espresso", "output", "band_structure", "ks_energies")) {
      if (at.element().equals("eigenvalues")) {
        energies = at.numbers("energies of bands, hartree");
      } else if (at.element().equals("occupations")) {
        occupations = at.numbers("occupations of bands");
      }
    } else if (at.isWithin(BANDS) && at.depth() == DEPTH) {
      setting(at);
    } else if (at.element().equals("convergence_achieved")
        && at.isWithin("espresso", "output", "convergence_info", "scf_conv")) {
      converged = at.text().equals("true");
    }
  }

  private void setting(XmlWalk at) {
    switch (at.element()) {
      case "lsda" -> lsda = at.text().equals("true");
      case "noncolin" -> spinor = at.text().equals("true");
      case "nbnd_up" -> bandsUp = (int) at.number("a number of bands");
      case "nelec" -> draft.electrons = at.number("a number of electrons");
      case "nks" -> announced = (int) at.number("a number of k-points");
      case "fermi_energy" ->
          draft.fermiEnergyEv = at.number("a Fermi energy, hartree") * HARTREE_EV;
      default -> {} // other settings are not needed
    }
  }

  private void point(XmlWalk at) {
    if (energies == null) {
      throw at.bad("eigenvalues of k-point " + (points + 1), "none");
    }
    int up = lsda ? (bandsUp > 0 ? bandsUp : energies.length / 2) : energies.length;
    for (int i = 0; i < energies.length; i++) {
      boolean known = occupations != null && occupations.length == energies.length;
      draft
          .channels
          .get(i < up ? 0 : 1)
          .add(energies[i] * HARTREE_EV, known ? occupations[i] : Double.NaN);
    }
    draft.channels.get(0).endPoint(at.line());
    if (lsda) {
      draft.channels.get(1).endPoint(at.line());
    }
    points++;
    draft.line = at.line();
  }

  private LevelsDraft whole() {
    if (!converged) {
      throw new BadLevelsException("a converged run", "convergence_achieved = false");
    }
    if (announced >= 0 && announced != points) {
      throw new BadLevelsException(
          "levels at " + announced + " k-points announced", points + "", draft.line);
    }
    draft.weights = Arrays.copyOf(weights, points);
    draft.spin =
        lsda ? SpinTreatment.POLARIZED : spinor ? SpinTreatment.SPINOR : SpinTreatment.RESTRICTED;
    draft.channels = lsda ? draft.channels : draft.channels.subList(0, 1);
    if (!symbols.isEmpty()) {
      draft.atoms =
          symbols.stream().allMatch(symbol -> Element.ofSymbol(symbol).isPresent())
              ? CalculatedAtoms.of(symbols)
              : CalculatedAtoms.of(symbols.size());
    }
    return draft;
  }
}
