package io.github.epdi.structure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A chemical element: symbol, number, group and covalent radius (Cordero et al., Dalton Trans.
 * 2008, 2832; sp3 carbon, low-spin Mn, Fe and Co), in the order of atomic numbers.
 */
public enum Element {
  H(1, 1, 0.31),
  He(2, 18, 0.28),
  Li(3, 1, 1.28),
  Be(4, 2, 0.96),
  B(5, 13, 0.84),
  C(6, 14, 0.76),
  N(7, 15, 0.71),
  O(8, 16, 0.66),
  F(9, 17, 0.57),
  Ne(10, 18, 0.58),
  Na(11, 1, 1.66),
  Mg(12, 2, 1.41),
  Al(13, 13, 1.21),
  Si(14, 14, 1.11),
  P(15, 15, 1.07),
  S(16, 16, 1.05),
  Cl(17, 17, 1.02),
  Ar(18, 18, 1.06),
  K(19, 1, 2.03),
  Ca(20, 2, 1.76),
  Sc(21, 3, 1.70),
  Ti(22, 4, 1.60),
  V(23, 5, 1.53),
  Cr(24, 6, 1.39),
  Mn(25, 7, 1.39),
  Fe(26, 8, 1.32),
  Co(27, 9, 1.26),
  Ni(28, 10, 1.24),
  Cu(29, 11, 1.32),
  Zn(30, 12, 1.22),
  Ga(31, 13, 1.22),
  Ge(32, 14, 1.20),
  As(33, 15, 1.19),
  Se(34, 16, 1.20),
  Br(35, 17, 1.20),
  Kr(36, 18, 1.16),
  Rb(37, 1, 2.20),
  Sr(38, 2, 1.95),
  Y(39, 3, 1.90),
  Zr(40, 4, 1.75),
  Nb(41, 5, 1.64),
  Mo(42, 6, 1.54),
  Tc(43, 7, 1.47),
  Ru(44, 8, 1.46),
  Rh(45, 9, 1.42),
  Pd(46, 10, 1.39),
  Ag(47, 11, 1.45),
  Cd(48, 12, 1.44),
  In(49, 13, 1.42),
  Sn(50, 14, 1.39),
  Sb(51, 15, 1.39),
  Te(52, 16, 1.38),
  I(53, 17, 1.39),
  Xe(54, 18, 1.40),
  Cs(55, 1, 2.44),
  Ba(56, 2, 2.15),
  La(57, 3, 2.07),
  Ce(58, 0, 2.04),
  Pr(59, 0, 2.03),
  Nd(60, 0, 2.01),
  Pm(61, 0, 1.99),
  Sm(62, 0, 1.98),
  Eu(63, 0, 1.98),
  Gd(64, 0, 1.96),
  Tb(65, 0, 1.94),
  Dy(66, 0, 1.92),
  Ho(67, 0, 1.92),
  Er(68, 0, 1.89),
  Tm(69, 0, 1.90),
  Yb(70, 0, 1.87),
  Lu(71, 3, 1.87),
  Hf(72, 4, 1.75),
  Ta(73, 5, 1.70),
  W(74, 6, 1.62),
  Re(75, 7, 1.51),
  Os(76, 8, 1.44),
  Ir(77, 9, 1.41),
  Pt(78, 10, 1.36),
  Au(79, 11, 1.36),
  Hg(80, 12, 1.32),
  Tl(81, 13, 1.45),
  Pb(82, 14, 1.46),
  Bi(83, 15, 1.48),
  Po(84, 16, 1.40),
  At(85, 17, 1.50),
  Rn(86, 18, 1.50),
  Fr(87, 1, 2.60),
  Ra(88, 2, 2.21),
  Ac(89, 3, 2.15),
  Th(90, 0, 2.06),
  Pa(91, 0, 2.00),
  U(92, 0, 1.96),
  Np(93, 0, 1.90),
  Pu(94, 0, 1.87),
  Am(95, 0, 1.80),
  Cm(96, 0, 1.69),
  Bk(97, 0, Double.NaN),
  Cf(98, 0, Double.NaN),
  Es(99, 0, Double.NaN),
  Fm(100, 0, Double.NaN),
  Md(101, 0, Double.NaN),
  No(102, 0, Double.NaN),
  Lr(103, 3, Double.NaN),
  Rf(104, 4, Double.NaN),
  Db(105, 5, Double.NaN),
  Sg(106, 6, Double.NaN),
  Bh(107, 7, Double.NaN),
  Hs(108, 8, Double.NaN),
  Mt(109, 9, Double.NaN),
  Ds(110, 10, Double.NaN),
  Rg(111, 11, Double.NaN),
  Cn(112, 12, Double.NaN),
  Nh(113, 13, Double.NaN),
  Fl(114, 14, Double.NaN),
  Mc(115, 15, Double.NaN),
  Lv(116, 16, Double.NaN),
  Ts(117, 17, Double.NaN),
  Og(118, 18, Double.NaN);

  private static final double BOND_FACTOR = 1.25;

  /** Atomic numbers at which periods end. */
  private static final int[] NOBLE_GASES = {2, 10, 18, 36, 54, 86};

  private static final Map<String, Element> BY_SYMBOL = bySymbol();

  private final int atomicNumber;
  private final int group;
  private final double covalentRadiusAngstrom;

  Element(int atomicNumber, int group, double covalentRadiusAngstrom) {
    this.atomicNumber = atomicNumber;
    this.group = group;
    this.covalentRadiusAngstrom = covalentRadiusAngstrom;
  }

  /** The element of a symbol, exact case ("Mo"). */
  public static Optional<Element> ofSymbol(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /** The element of an atomic number. */
  public static Optional<Element> ofNumber(int atomicNumber) {
    Element[] all = values();
    boolean known = atomicNumber >= 1 && atomicNumber <= all.length;
    return known ? Optional.of(all[atomicNumber - 1]) : Optional.empty();
  }

  /** The symbol, for example "Mo". */
  public String symbol() {
    return name();
  }

  /** The atomic number. */
  public int atomicNumber() {
    return atomicNumber;
  }

  /** Group 1 to 18 of the periodic table; 0 for the f block (La, Lu, Ac and Lr count as 3). */
  public int group() {
    return group;
  }

  /** Period (row) of the periodic table, 1 to 7. */
  public int period() {
    int period = 1;
    for (int nobleGas : NOBLE_GASES) {
      period += atomicNumber > nobleGas ? 1 : 0;
    }
    return period;
  }

  /** Covalent radius, Angstrom; NaN where none is published (beyond Cm). */
  public double covalentRadiusAngstrom() {
    return covalentRadiusAngstrom;
  }

  /** Whether it is S, Se or Te. */
  public boolean isChalcogen() {
    return this == S || this == Se || this == Te;
  }

  /** Whether it can make up a metal layer: groups 3 to 12, and Sn. */
  public boolean isLayerMetal() {
    return (group >= 3 && group <= 12) || this == Sn;
  }

  /** Whether it is an ion that diffuses in batteries: Li, Na, K, Mg, Ca, Zn or Al. */
  public boolean isMobileIon() {
    return switch (this) {
      case Li, Na, K, Mg, Ca, Zn, Al -> true;
      default -> false;
    };
  }

  /** Whether it stands first in a formula: all but H, B and the non-metals of groups 14 to 18. */
  boolean isMetal() {
    return switch (this) {
      case Sn, Pb, Bi, Sb, Po -> true;
      case H, B -> false;
      default -> group <= 13;
    };
  }

  /**
   * Greatest distance (Angstrom) at which two atoms count as bonded: 1.25 x the sum of the covalent
   * radii.
   */
  double bondReachAngstrom(Element other) {
    return BOND_FACTOR * (covalentRadiusAngstrom + other.covalentRadiusAngstrom);
  }

  private static Map<String, Element> bySymbol() {
    Map<String, Element> map = new HashMap<>();
    for (Element element : values()) {
      map.put(element.name(), element);
    }
    return Map.copyOf(map);
  }
}
