package io.github.epdi.levels;

import io.github.epdi.structure.Element;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads VASP's vasprun.xml. The levels of the last calculation (ionic step) are used. Second sets
 * of k-points and eigenvalues (KPOINTS_OPT, electron velocities, projections) are not read.
 * Occupations run from 0 to 1, whether a level holds one electron or two.
 */
final class VasprunReader implements XmlWalk.Visitor {
  private static final String[] SET = {"modeling", "calculation", "eigenvalues", "array", "set"};
  private static final int SPIN_DEPTH = SET.length + 1;
  private static final int POINT_DEPTH = SET.length + 2;
  private static final int BAND_DEPTH = SET.length + 3;
  private static final int MOST_FIELDS = 100;

  private final LevelsDraft draft = new LevelsDraft(LevelsFormat.VASPRUN);
  private final List<String> fields = new ArrayList<>();
  private final List<String> symbols = new ArrayList<>();
  private double[] weights = new double[16];
  private int weightCount;
  private int spins = 1;
  private boolean noncollinear;
  private int bands;
  private Integer atoms;
  private boolean atomStarts;
  private boolean finished;
  private boolean otherPoints;

  /** Tells whether the outermost element is that of this format. */
  static boolean recognises(String root) {
    return root.equals("modeling");
  }

  static LevelsDraft read(InputStream in) throws IOException {
    VasprunReader reader = new VasprunReader();
    XmlWalk.through(in, reader);
    return reader.whole();
  }

  @Override
  public void begin(XmlWalk at) {
    if (at.isWithin("modeling", "calculation")) {
      beginOfCalculation(at);
    } else if (at.isWithin("modeling", "parameters")) {
      if (at.element().equals("i")) {
        at.keep();
      }
    } else if (at.isWithin("modeling", "kpoints")) {
      beginOfKpoints(at, 2);
    } else if (at.isWithin("modeling", "atominfo")) {
      beginOfAtoms(at);
    }
  }

  private void beginOfCalculation(XmlWalk at) {
    if (at.depth() == 3) {
      otherPoints = at.attribute("comment") != null; // as KPOINTS_OPT has
    }
    if (at.depth() == 2) {
      draft.channels = new ArrayList<>();
      draft.fermiEnergyEv = null;
      finished = false;
    } else if (otherPoints) {
      return;
    } else if (at.isWithin(SET)) {
      if (at.depth() == SPIN_DEPTH) {
        if (draft.channels.size() == 2) {
          throw at.bad("levels of one or two spin channels", "more");
        }
        draft.channels.add(new BandList());
      } else if (at.depth() == BAND_DEPTH && at.element().equals("r")) {
        at.keep();
      }
    } else if (at.isAt("modeling", "calculation", "eigenvalues", "array", "field")
        || (at.isAt("modeling", "calculation", "dos", "i") && at.name().equals("efermi"))) {
      at.keep();
    } else if (at.isAt("modeling", "calculation", "eigenvalues")) {
      fields.clear();
    } else if (at.isWithin("modeling", "calculation", "kpoints")) {
      beginOfKpoints(at, 3);
    }
  }

  /**
   * Keeps the weights of the k-points, which may be given for the run and again for a calculation
   * with another symmetry.
   */
  private void beginOfKpoints(XmlWalk at, int depth) {
    if (at.depth() == depth + 1 && at.name().equals("weights")) {
      weightCount = 0;
    } else if (at.depth() == depth + 2 && at.outerName().equals("weights")) {
      at.keep();
    }
  }

  private void beginOfAtoms(XmlWalk at) {
    if (at.isAt("modeling", "atominfo", "array") && at.name().equals("atoms")) {
      symbols.clear();
    } else if (at.isAt("modeling", "atominfo", "array", "set", "rc")) {
      atomStarts = true;
    } else if (at.element().equals("c") || at.isAt("modeling", "atominfo", "atoms")) {
      at.keep();
    }
  }

  @Override
  public void end(XmlWalk at) {
    if (at.isWithin("modeling", "calculation")) {
      endOfCalculation(at);
    } else if (at.isWithin("modeling", "parameters")) {
      if (at.element().equals("i")) {
        parameter(at);
      }
    } else if (at.isWithin("modeling", "kpoints")) {
      endOfKpoints(at, 2);
    } else if (at.isWithin("modeling", "atominfo")) {
      endOfAtoms(at);
    }
  }

  private void endOfCalculation(XmlWalk at) {
    if (otherPoints) {
      return;
    }
    if (at.isWithin(SET)) {
      if (at.depth() == BAND_DEPTH && at.element().equals("r")) {
        band(at);
      } else if (at.depth() == POINT_DEPTH) {
        BandList channel = draft.channels.get(draft.channels.size() - 1);
        channel.endPoint(at.line());
        if (bands > 0 && channel.bands() != bands) {
          throw new BadLevelsException(bands + " bands announced", channel.bands() + "", at.line());
        }
      } else if (at.depth() == SET.length) {
        finished = true;
        draft.line = at.line();
      }
    } else if (at.isAt("modeling", "calculation", "eigenvalues", "array", "field")) {
      if (fields.size() < MOST_FIELDS) {
        fields.add(at.text());
      }
    } else if (at.isAt("modeling", "calculation", "dos", "i") && at.name().equals("efermi")) {
      draft.fermiEnergyEv = at.number("a Fermi energy");
    } else if (at.isWithin("modeling", "calculation", "kpoints")) {
      endOfKpoints(at, 3);
    }
  }

  private void band(XmlWalk at) {
    double[] numbers = at.numbers("energy and occupation of a band");
    int energy = fields.isEmpty() ? 0 : fields.indexOf("eigene");
    int occupation = fields.isEmpty() ? 1 : fields.indexOf("occ");
    if (energy < 0 || energy >= numbers.length || occupation >= numbers.length) {
      throw at.bad("energy and occupation of a band (eigene, occ)", at.text());
    }
    double filled = occupation < 0 ? Double.NaN : numbers[occupation];
    draft.channels.get(draft.channels.size() - 1).add(numbers[energy], filled);
  }

  private void endOfKpoints(XmlWalk at, int depth) {
    if (at.depth() == depth + 2 && at.outerName().equals("weights")) {
      if (weightCount == weights.length) {
        if (weightCount > 1_000_000) {
          throw at.bad("at most a million k-points", "more");
        }
        weights = Arrays.copyOf(weights, 2 * weightCount);
      }
      weights[weightCount++] = at.number("a weight");
    }
  }

  private void parameter(XmlWalk at) {
    switch (at.name()) {
      case "NELECT" -> draft.electrons = at.number("a number of electrons");
      case "ISPIN" -> spins = (int) at.number("a number of spin channels");
      case "NBANDS" -> bands = (int) at.number("a number of bands");
      case "LNONCOLLINEAR" -> noncollinear = at.text().equals("T");
      default -> {} // other settings are not needed
    }
  }

  private void endOfAtoms(XmlWalk at) {
    if (at.isAt("modeling", "atominfo", "atoms")) {
      atoms = (int) at.number("a number of atoms");
    } else if (at.isAt("modeling", "atominfo", "array", "set", "rc", "c") && atomStarts) {
      atomStarts = false;
      if (symbols.size() < 1_000_000) {
        symbols.add(at.text());
      }
    } else if (at.isAt("modeling", "atominfo", "array")
        && at.name().equals("atoms")
        && symbols.stream().allMatch(symbol -> Element.ofSymbol(symbol).isPresent())) {
      draft.atoms = CalculatedAtoms.of(symbols);
      symbols.clear();
    }
  }

  private LevelsDraft whole() {
    if (!finished) {
      throw new BadLevelsException("eigenvalues of the last calculation", "none");
    }
    draft.weights = weightCount == 0 ? null : Arrays.copyOf(weights, weightCount);
    draft.spin =
        spins == 2
            ? SpinTreatment.POLARIZED
            : noncollinear ? SpinTreatment.SPINOR : SpinTreatment.RESTRICTED;
    if (draft.atoms.count() == null && atoms != null) {
      draft.atoms = CalculatedAtoms.of(atoms);
    }
    return draft;
  }
}
