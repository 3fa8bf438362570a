package io.github.epdi.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A transition-metal-dichalcogenide slab understood: gap, layers, host, dopants, phase.
 *
 * <p>Made by {@link #of}; everything lateral is projected along the normal.
 */
public final class Slab {
  /** A metal or chalcogen that is not the host's, and its fraction of the metals or chalcogens. */
  public record Dopant(Element element, double fraction) {}

  /** No sheet of atoms leaves so much room between them, Angstrom. */
  private static final double WIDE_GAP_ANGSTROM = 5;

  private final CrystalStructure structure;
  private final SlabAtoms atoms;
  private final double gapAngstrom;
  private final double lowAngstrom;
  private final double highAngstrom;
  private final List<MetalLayer> sandwiches;
  private final List<Coordination> coordinations = new ArrayList<>();
  private final SideLayer top;
  private final SideLayer bottom;
  private final Composition composition;
  private final String phase;

  private Slab(CrystalStructure structure, AtomFreeGap gap) {
    this.structure = structure;
    gapAngstrom = gap.widthAngstrom();
    atoms = SlabAtoms.of(structure, gap);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double z : atoms.z) {
      low = Math.min(low, z);
      high = Math.max(high, z);
    }
    lowAngstrom = low;
    highAngstrom = high;
    List<MetalLayer> layers = MetalLayer.of(atoms);
    List<Bond> bonds = Bond.of(atoms, layers);
    sandwiches = sandwiches(layers, bonds);
    top = SideLayer.of(Side.TOP, layers, bonds);
    bottom = SideLayer.of(Side.BOTTOM, layers, bonds);
    composition = Composition.of(atoms, layers, List.of(top, bottom));
    phase = phase(coordinations);
  }

  /**
   * Understands a structure as a slab.
   *
   * @param structure what the file holds
   * @param minimumGapAngstrom atom-free gap along the normal that is asked for (6.0)
   * @throws RejectException NO_VACUUM, ION_PRESENT or NOT_A_TMD, in this order
   */
  public static Slab of(CrystalStructure structure, double minimumGapAngstrom) {
    AtomFreeGap gap = AtomFreeGap.along(structure, 2);
    if (!(gap.widthAngstrom() >= minimumGapAngstrom)) {
      throw new RejectException(
          RejectCode.NO_VACUUM,
          String.format(
              Locale.ROOT,
              "Cannot screen the structure: expected an atom-free gap of at least %.2f Angstrom"
                  + " along c, found %.2f%s",
              minimumGapAngstrom,
              gap.widthAngstrom(),
              elsewhere(structure, minimumGapAngstrom)));
    }
    return new Slab(structure, gap);
  }

  private static String elsewhere(CrystalStructure structure, double minimumGapAngstrom) {
    StringBuilder text = new StringBuilder();
    for (int axis = 0; axis < 2; axis++) {
      double width = AtomFreeGap.along(structure, axis).widthAngstrom();
      if (width >= minimumGapAngstrom) {
        text.append(
            String.format(
                Locale.ROOT, "; there is one of %.2f along %c", width, "ab".charAt(axis)));
      }
    }
    return text.toString();
  }

  /** Names a gap beside the atoms: of tubes and ribbons on edge no layer is found. */
  private String lateralGap() {
    LateralGap gap = LateralGap.widest(atoms);
    return gap.widthAngstrom() < WIDE_GAP_ANGSTROM
        ? ""
        : String.format(
            Locale.ROOT, "; there is a gap of %.2f Angstrom %s", gap.widthAngstrom(), gap.rows());
  }

  private List<MetalLayer> sandwiches(List<MetalLayer> layers, List<Bond> bonds) {
    List<MetalLayer> found = new ArrayList<>();
    for (MetalLayer layer : layers) {
      Coordination coordination = new Coordination(atoms, layer, bonds);
      if (coordination.isSandwiched()) {
        found.add(layer);
        coordinations.add(coordination);
      }
    }
    if (found.isEmpty()) {
      throw new RejectException(
          RejectCode.NOT_A_TMD,
          "Cannot screen the structure: expected a layer of metals (groups 3 to 12, Sn) between S,"
              + " Se or Te, found none in "
              + (structure.atoms().isEmpty() ? "a cell without atoms" : structure.formula())
              + lateralGap());
    }
    return List.copyOf(found);
  }

  private static String phase(List<Coordination> coordinations) {
    int prismatic = coordinations.stream().mapToInt(Coordination::prismaticCount).sum();
    int octahedral = coordinations.stream().mapToInt(Coordination::octahedralCount).sum();
    if (prismatic > 0 && octahedral > 0) {
      return "mixed";
    }
    if (prismatic > 0) {
      return "2H";
    }
    return coordinations.stream().anyMatch(Coordination::isDistorted) ? "1T'" : "1T";
  }

  /** The structure that this slab was made of. */
  public CrystalStructure structure() {
    return structure;
  }

  /** Atom-free gap along the normal, Angstrom. */
  public double gapAngstrom() {
    return gapAngstrom;
  }

  /**
   * Coordinate (Angstrom, along the side's outward normal, from the cell's origin) of that side's
   * outermost atoms; the gap begins here and ends {@link #gapAngstrom()} further out. Not wrapped.
   */
  public double outermostAngstrom(Side side) {
    return side == Side.TOP ? highAngstrom : -lowAngstrom;
  }

  /**
   * Mean coordinate along the top normal of the metals of a side's outermost metal layer, Angstrom,
   * in the same piece as {@link #outermostAngstrom}.
   */
  public double metalsAngstrom(Side side) {
    return sideLayer(side).metals().stream()
        .mapToDouble(metal -> atoms.z[metal])
        .average()
        .orElseThrow();
  }

  /** Coordinate along the top normal of the middle between outermost atoms of both sides. */
  public double middleAngstrom() {
    return (lowAngstrom + highAngstrom) / 2;
  }

  /**
   * Host formula such as "MoS2", Janus "MoSSe", alloys as counts of the tied elements in smallest
   * whole numbers ("MoWS4").
   */
  public String host() {
    return composition.host();
  }

  /** "IVB", "VB", "VIB" of the host metal, null for others. */
  public String hostGroup() {
    return composition.hostGroup();
  }

  /** "2H", "1T", "mixed", with a prime when distorted ("1T'"). */
  public String phase() {
    return phase;
  }

  /** Number of metal-chalcogen layers. */
  public int layers() {
    return sandwiches.size();
  }

  /** Shape of the side's outermost metal layer that chalcogens enclose. */
  public LayerShape layerShape(Side side) {
    return coordinations.get(side == Side.TOP ? coordinations.size() - 1 : 0).shape();
  }

  /** Dopants, metals first, by symbol; empty for a pristine slab or an alloy. */
  public List<Dopant> dopants() {
    return composition.dopants();
  }

  SlabAtoms atoms() {
    return atoms;
  }

  SideLayer sideLayer(Side side) {
    return side == Side.TOP ? top : bottom;
  }
}
