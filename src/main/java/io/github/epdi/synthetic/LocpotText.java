package io.github.epdi.synthetic;

import io.github.epdi.structure.Element;
import io.github.epdi.structure.Lattice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a slab and its potential as VASP writes a LOCPOT: five values a line, Fortran's {@code
 * (1X,E17.11)}, a fastest.
 */
final class LocpotText {
  private static final int DIGITS = 11;
  private static final long SCALE = 100_000_000_000L;
  private static final int FIELD = 18;
  private static final int PER_LINE = 5;

  private LocpotText() {}

  /** Writes everything; the stream stays open. */
  static void write(
      OutputStream out, String title, SyntheticSlab slab, double[] values, int... points)
      throws IOException {
    StringBuilder head = new StringBuilder(title).append("\n   1.00000000000000\n");
    Lattice lattice = slab.lattice();
    for (int i = 0; i < 3; i++) {
      double[] v = lattice.vector(i);
      head.append(String.format(Locale.ROOT, " %12.6f%12.6f%12.6f%n", v[0], v[1], v[2]));
    }
    Map<Element, List<ChargedAtom>> species = new LinkedHashMap<>();
    for (ChargedAtom atom : slab.atoms()) {
      species.computeIfAbsent(atom.element(), e -> new ArrayList<>()).add(atom);
    }
    species.keySet().forEach(e -> head.append(String.format(Locale.ROOT, "%5s", e.symbol())));
    head.append('\n');
    species.values().forEach(a -> head.append(String.format(Locale.ROOT, "%6d", a.size())));
    head.append("\nDirect\n");
    for (List<ChargedAtom> atoms : species.values()) {
      for (ChargedAtom atom : atoms) {
        double[] f = lattice.fractional(atom.x(), atom.y(), atom.z());
        head.append(String.format(Locale.ROOT, "%10.6f%10.6f%10.6f%n", f[0], f[1], f[2]));
      }
    }
    head.append(String.format(Locale.ROOT, "%n%5d%5d%5d%n", points[0], points[1], points[2]));
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    values(out, values);
  }

  private static void values(OutputStream out, double[] values) throws IOException {
    byte[] line = new byte[PER_LINE * FIELD + 1];
    for (int first = 0; first < values.length; first += PER_LINE) {
      int count = Math.min(PER_LINE, values.length - first);
      for (int i = 0; i < count; i++) {
        field(values[first + i], line, i * FIELD);
      }
      line[count * FIELD] = '\n';
      out.write(line, 0, count * FIELD + 1);
    }
  }

  /** Fortran's E17.11 behind a blank: {@code 0.12345678901E+01} or {@code -.12345678901E+01}. */
  static void field(double value, byte[] text, int at) {
    double size = Math.abs(value);
    int exponent = size == 0 ? 0 : (int) Math.floor(Math.log10(size)) + 1;
    long mantissa = size == 0 ? 0 : Math.round(size / Math.pow(10, exponent - DIGITS));
    if (mantissa >= SCALE) {
      mantissa = Math.round(mantissa / 10.0);
      exponent++;
    }
    text[at] = ' ';
    text[at + 1] = (byte) (value < 0 ? '-' : '0');
    text[at + 2] = '.';
    for (int i = DIGITS - 1; i >= 0; i--) {
      text[at + 3 + i] = (byte) ('0' + mantissa % 10);
      mantissa /= 10;
    }
    text[at + 14] = 'E';
    text[at + 15] = (byte) (exponent < 0 ? '-' : '+');
    int power = Math.abs(exponent);
    if (power > 99) {
      throw new IllegalArgumentException("Cannot write " + value + " in two digits of exponent");
    }
    text[at + 16] = (byte) ('0' + power / 10);
    text[at + 17] = (byte) ('0' + power % 10);
  }
}
