package io.github.epdi.cli;

import io.github.epdi.structure.AdsorptionSite;
import io.github.epdi.structure.Side;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes names of pictures, MATERIAL_SIDE_SITE.png, that are safe on every file system. */
final class PictureName {
  private static final Pattern SUFFIX =
      Pattern.compile("\\.(gz|bz2|zst|cube|cub|xsf|locpot|vasp)$", Pattern.CASE_INSENSITIVE);

  private PictureName() {}

  /**
   * Returns a grid's name without suffixes of format and compression, or the name of its folder for
   * a LOCPOT.
   */
  static String material(String grid) {
    String[] parts = grid.split("/+", -1);
    String name = withoutSuffixes(parts[parts.length - 1]);
    if (name.equalsIgnoreCase("LOCPOT") && parts.length > 1) {
      String folder = parts[parts.length - 2];
      return folder.isEmpty() || folder.equals(".") || folder.equals("..") ? name : folder;
    }
    return name;
  }

  /** Returns the file name of one site's picture. */
  static String file(String material, Side side, AdsorptionSite site) {
    return of(material, side) + "_" + site.id() + ".png";
  }

  /** Returns the beginning of the names of all pictures of one side. */
  static String of(String material, Side side) {
    return URLEncoder.encode(material, StandardCharsets.UTF_8) + "_" + side.label();
  }

  private static String withoutSuffixes(String name) {
    String shorter = SUFFIX.matcher(name).replaceFirst("");
    return shorter.equals(name) || shorter.isEmpty() ? name : withoutSuffixes(shorter);
  }
}
