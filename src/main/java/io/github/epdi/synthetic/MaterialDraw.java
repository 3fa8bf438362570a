package io.github.epdi.synthetic;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws doped TMD monolayers: hosts of groups 4 to 6 with S, Se or Te, 2H or 1T, of several sizes,
 * strains and distortions, with no, one or two dopants. A pure function of seed and number.
 *
 * <p>Charges and widths are those that give the height and the decay of calculated potentials above
 * sulphur (0.06 to 3 eV at 2 to 1 Angstrom), spread widely, so that no calculated slab is far from
 * all of them; they are not fitted to any slab.
 */
final class MaterialDraw {
  private static final List<Element> CHALCOGENS = List.of(Element.S, Element.Se, Element.Te);
  private static final List<Element> HOSTS =
      List.of(
          Element.Ti,
          Element.Zr,
          Element.Hf,
          Element.V,
          Element.Nb,
          Element.Ta,
          Element.Mo,
          Element.W);
  private static final List<Element> DOPANTS =
      List.of(
          Element.Ti,
          Element.V,
          Element.Cr,
          Element.Mn,
          Element.Fe,
          Element.Co,
          Element.Ni,
          Element.Zr,
          Element.Nb,
          Element.Mo,
          Element.Hf,
          Element.Ta,
          Element.W,
          Element.Re,
          Element.Sn);
  private static final int[] SIZES = {2, 3, 3, 3, 4};
  private static final double METAL_PLANE = 0.35;
  private static final double SCREENING_ANGSTROM = 3;

  private final Random random;
  private final String name;
  private final List<ChargedAtom> atoms = new ArrayList<>();

  private MaterialDraw(long seed, int number) {
    // Scrambled, because neighbouring seeds give neighbouring first numbers.
    random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    random.nextLong();
    name = String.format(java.util.Locale.ROOT, "synthetic-%d-%05d", seed, number);
  }

  /** The slab of a number. */
  static SyntheticSlab of(long seed, int number) {
    return new MaterialDraw(seed, number).draw();
  }

  private SyntheticSlab draw() {
    Element metal = HOSTS.get(random.nextInt(HOSTS.size()));
    Element chalcogen = CHALCOGENS.get(random.nextInt(CHALCOGENS.size()));
    boolean octahedral =
        switch (metal.group()) {
          case 4 -> true;
          case 5 -> random.nextBoolean();
          default -> random.nextInt(8) == 0;
        };
    int size = SIZES[random.nextInt(SIZES.length)];
    double bond = 0.93 * (metal.covalentRadiusAngstrom() + chalcogen.covalentRadiusAngstrom());
    double a = bond * (octahedral ? 1.40 : 1.31) * spread(0.03);
    double half = Math.sqrt(bond * bond - a * a / 3);
    double height = 15 + 5 * random.nextDouble();
    Lattice lattice =
        Lattice.of(
            new double[][] {
              {size * a, 0, 0}, {-size * a / 2, size * a * Math.sqrt(3) / 2, 0}, {0, 0, height}
            });
    double middle = METAL_PLANE * height;
    ChargedAtom atM = metalAtom(metal);
    ChargedAtom atX = chalcogenAtom(chalcogen, -atM.ionicCharge() / 2);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        add(lattice, atM, i, j, size, middle);
        add(lattice, atX, i + 1.0 / 3, j + 2.0 / 3, size, middle + half);
        double shift = octahedral ? 1.0 / 3 : 0;
        add(lattice, atX, i + 1.0 / 3 + shift, j + 2.0 / 3 - shift, size, middle - half);
      }
    }
    int dopants = size == 2 ? random.nextInt(2) : new int[] {0, 1, 1, 1, 1, 2}[random.nextInt(6)];
    for (int i = 0; i < dopants; i++) {
      dope(lattice, metal);
    }
    if (random.nextInt(10) == 0) {
      replaceChalcogen(chalcogen);
    }
    if (random.nextBoolean()) {
      scatter(0.06 * random.nextDouble());
    }
    return new SyntheticSlab(name, lattice, atoms);
  }

  private double spread(double deviation) {
    return 1 + deviation * Math.max(-2.5, Math.min(2.5, random.nextGaussian()));
  }

  private ChargedAtom metalAtom(Element metal) {
    double valence = 2.5 * spread(0.15);
    double ionic = 0.2 + 0.7 * random.nextDouble();
    double width = 0.55 * metal.covalentRadiusAngstrom() * spread(0.06);
    return atom(metal, valence, ionic, width);
  }

  private ChargedAtom chalcogenAtom(Element chalcogen, double ionic) {
    double valence = 1.5 * spread(0.12);
    double width = 0.69 * chalcogen.covalentRadiusAngstrom() * spread(0.05);
    return atom(chalcogen, valence, ionic, width);
  }

  private static ChargedAtom atom(Element element, double valence, double ionic, double width) {
    SmearedCharge core = new SmearedCharge(valence, 0.3);
    return new ChargedAtom(element, 0, 0, 0, core, new SmearedCharge(ionic - valence, width));
  }

  private void add(Lattice lattice, ChargedAtom atom, double i, double j, int size, double z) {
    double[] r = lattice.cartesian(i / size, j / size, 0);
    atoms.add(atom.movedBy(r[0], r[1], z));
  }

  /** Replaces a metal; its neighbours move, and the others screen its charge. */
  private void dope(Lattice lattice, Element host) {
    List<Integer> metals = indices(host);
    int at = metals.get(random.nextInt(metals.size()));
    Element dopant = DOPANTS.get(random.nextInt(DOPANTS.size()));
    if (dopant == host) {
      return;
    }
    ChargedAtom old = atoms.get(at);
    ChargedAtom fresh =
        atom(
                dopant,
                old.core().charge() * spread(0.12),
                old.ionicCharge(),
                0.55 * dopant.covalentRadiusAngstrom() * spread(0.06))
            .movedBy(old.x(), old.y(), old.z());
    atoms.set(at, fresh);
    double stretch =
        0.5 * (dopant.covalentRadiusAngstrom() - host.covalentRadiusAngstrom()) * spread(0.5);
    transferCharge(lattice, at, 0.4 * (2 * random.nextDouble() - 1));
    moveNeighbours(lattice, at, stretch);
  }

  /** Puts charge on one atom and takes it from all others, less with distance. */
  private void transferCharge(Lattice lattice, int at, double charge) {
    double[] weights = new double[atoms.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double[] d = difference(lattice, at, i);
      weights[i] = i == at ? 0 : Math.exp(-length(d) / SCREENING_ANGSTROM);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      double change = i == at ? charge : -charge * weights[i] / sum;
      atoms.set(i, atoms.get(i).withIonicCharge(atoms.get(i).ionicCharge() + change));
    }
  }

  private void moveNeighbours(Lattice lattice, int at, double stretch) {
    for (int i = 0; i < atoms.size(); i++) {
      double[] d = difference(lattice, at, i);
      double length = length(d);
      if (i != at && atoms.get(i).element().isChalcogen() && length < 3) {
        double scale = stretch / length;
        atoms.set(i, atoms.get(i).movedBy(scale * d[0], scale * d[1], scale * d[2]));
      }
    }
  }

  /** Another chalcogen in one place of the upper layer. */
  private void replaceChalcogen(Element host) {
    List<Integer> places = indices(host);
    int at = places.get(random.nextInt(places.size()));
    Element other = CHALCOGENS.get(random.nextInt(CHALCOGENS.size()));
    ChargedAtom old = atoms.get(at);
    ChargedAtom fresh = chalcogenAtom(other, old.ionicCharge());
    double outward =
        Math.signum(old.z() - meanHeight())
            * 0.5
            * (other.covalentRadiusAngstrom() - host.covalentRadiusAngstrom());
    atoms.set(at, fresh.movedBy(old.x(), old.y(), old.z() + outward));
  }

  private double meanHeight() {
    return atoms.stream().mapToDouble(ChargedAtom::z).average().orElseThrow();
  }

  private void scatter(double deviation) {
    atoms.replaceAll(
        atom ->
            atom.movedBy(
                deviation * random.nextGaussian(),
                deviation * random.nextGaussian(),
                deviation * random.nextGaussian()));
  }

  private List<Integer> indices(Element element) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i).element() == element) {
        indices.add(i);
      }
    }
    return indices;
  }

  /** From one atom to the nearest image of another. */
  private double[] difference(Lattice lattice, int from, int to) {
    ChargedAtom p = atoms.get(from);
    ChargedAtom q = atoms.get(to);
    double[] f = lattice.fractional(q.x() - p.x(), q.y() - p.y(), 0);
    double[] nearest = null;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        double[] d = lattice.cartesian(f[0] - Math.rint(f[0]) + i, f[1] - Math.rint(f[1]) + j, 0);
        d[2] = q.z() - p.z();
        if (nearest == null || length(d) < length(nearest)) {
          nearest = d;
        }
      }
    }
    return nearest;
  }

  private static double length(double[] d) {
    return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
  }
}
