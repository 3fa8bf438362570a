package io.github.epdi.dataset;

import io.github.epdi.structure.Atom;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A vasprun.xml as VASP 6.3.2 writes it, hand-made; every step gives a new value. */
public record VasprunText(
    CrystalStructure structure, Map<String, String> values, List<String> steps) {
  /** A relaxation without a step yet; atoms species by species. */
  public static VasprunText of(CrystalStructure structure) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("encut", "500.00000000");
    values.put("mesh", "3        3        1");
    values.put("ispin", "1");
    values.put("nsw", "60");
    values.put("ibrion", "2");
    values.put("ediffg", "-0.02000000");
    values.put("mlff", "F");
    return new VasprunText(VaspFolders.sorted(structure), values, List.of());
  }

  /** Another value in the text. */
  public VasprunText with(String name, String value) {
    Map<String, String> other = new LinkedHashMap<>(values);
    other.put(name, value);
    return new VasprunText(structure, other, steps);
  }

  /**
   * One more ionic step: free energies of its electronic steps, of which the last is that of the
   * ionic step; none is a step of a force field.
   */
  public VasprunText step(double forceEvPerAngstrom, double... freeEv) {
    StringBuilder text = new StringBuilder(" <calculation>\n");
    for (double free : freeEv) {
      text.append("  <scstep>\n").append(energy(free, free + 0.01)).append("  </scstep>\n");
    }
    text.append("  <structure>\n   <crystal>\n    <varray name=\"basis\" >\n");
    for (double[] row : structure.lattice().rows()) {
      text.append(vector(row));
    }
    text.append("    </varray>\n   </crystal>\n   <varray name=\"positions\" >\n");
    for (Atom atom : structure.atoms()) {
      text.append(vector(new double[] {atom.fa(), atom.fb(), atom.fc()}));
    }
    text.append("   </varray>\n  </structure>\n  <varray name=\"forces\" >\n");
    for (Atom atom : structure.atoms()) {
      boolean moves = atom.element().isMobileIon();
      text.append(vector(new double[] {0, 0, moves ? forceEvPerAngstrom : 0}));
    }
    double last = freeEv.length == 0 ? -999 : freeEv[freeEv.length - 1];
    // The extrapolated energy of the ionic step as some versions write it: that without entropy.
    text.append("  </varray>\n").append(energy(last, last + 0.02));
    text.append("  <dos><total><array><set><r> 1 2 3 </r></set></array></total></dos>\n");
    List<String> more = new ArrayList<>(steps);
    more.add(text.append(" </calculation>\n").toString());
    return new VasprunText(structure, values, more);
  }

  /** The same steps, followed by those of another structure. */
  public VasprunText moved(CrystalStructure other) {
    return new VasprunText(VaspFolders.sorted(other), values, steps);
  }

  private static String energy(double free, double extrapolated) {
    return String.format(
        Locale.ROOT,
        "   <energy>%n    <i name=\"e_fr_energy\">  %.8f </i>%n    <i name=\"e_wo_entrp\">  %.8f"
            + " </i>%n    <i name=\"e_0_energy\">  %.8f </i>%n   </energy>%n",
        free,
        free + 0.02,
        extrapolated);
  }

  private static String vector(double[] r) {
    return String.format(Locale.ROOT, "    <v>  %.8f  %.8f  %.8f </v>%n", r[0], r[1], r[2]);
  }

  /** The whole text. */
  public String text() throws IOException {
    String text = VaspFolders.resource("vasprun.template.xml");
    StringBuilder species = new StringBuilder();
    TreeSet<Element> elements =
        new TreeSet<>(structure.atoms().stream().map(Atom::element).toList());
    for (Element element : elements) {
      long count = structure.atoms().stream().filter(atom -> atom.element() == element).count();
      String title = values.getOrDefault("title " + element, VaspFolders.title(element));
      species.append(
          String.format(
              Locale.ROOT,
              "    <rc><c>%4d</c><c>%-2s</c><c> 1.0</c><c> 6.00000000</c><c>  %s      </c></rc>%n",
              count,
              element,
              title));
    }
    String free = "    <v type=\"logical\" > T  T  T </v>\n".repeat(structure.atoms().size());
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("species", species.toString().stripTrailing());
    all.put("selective", values.getOrDefault("selective", free).stripTrailing());
    all.put("atoms", Integer.toString(structure.atoms().size()));
    all.put("types", Integer.toString(elements.size()));
    all.put("calculations", String.join("", steps).stripTrailing());
    for (Map.Entry<String, String> value : all.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
