package io.github.epdi.screening;

import io.github.epdi.grid.TestGrids;
import io.github.epdi.structure.CrystalStructure;
import io.github.epdi.structure.Element;
import io.github.epdi.structure.TestSlabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ten files that cannot be screened, each for a reason of its own (synthetic potentials). */
final class BrokenGrids {
  private BrokenGrids() {}

  /** Writes them into a folder; the reject code expected for each material id. */
  static Map<String, String> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    TestSlabs slab = TestSlabs.twoH(Element.Mo, Element.S).supercell(2, 2);
    String good = locpot(slab.structure());
    String dimensions = TestGrids.of(slab.structure()).dimensions().strip();
    Map<String, String> codes = new LinkedHashMap<>();
    add(folder, codes, "empty", "BAD_HEADER", "");
    add(folder, codes, "garbage", "BAD_HEADER", "no grid here\n".repeat(40));
    add(folder, codes, "half", "TRUNCATED", good.substring(0, good.length() / 2));
    add(folder, codes, "promise", "TOO_LARGE", good.replace(dimensions, "10000 10000 10000"));
    add(folder, codes, "stars", "BAD_NUMBER", good.replaceFirst("E[+-]\\d\\d(?=\\s)", "E+00 ****"));
    add(folder, codes, "element", "UNKNOWN_ELEMENT", good.replaceFirst("\\bMo\\b(?= +S)", "Xx"));
    add(
        folder,
        codes,
        "lithium",
        "ION_PRESENT",
        locpot(slab.added(Element.Li, 0, 0, 0.8).structure()));
    add(folder, codes, "vacancy", "SURFACE_DEFECT", locpot(slab.without(Element.S, 1).structure()));
    add(folder, codes, "bulk", "NO_VACUUM", locpot(slab.vacuum(3).structure()));
    add(
        folder,
        codes,
        "density",
        "NOT_A_POTENTIAL",
        TestGrids.of(slab.structure())
            .cube()
            .replaceFirst("\\A[^\\n]*\\n[^\\n]*", "-Quickstep-\n ELECTRON DENSITY"));
    return codes;
  }

  private static String locpot(CrystalStructure structure) {
    return TestGrids.of(structure).locpot();
  }

  private static void add(
      Path folder, Map<String, String> codes, String name, String code, String text)
      throws IOException {
    Files.writeString(folder.resolve(name + ".grid"), text);
    codes.put(name + ".grid", code);
  }
}
