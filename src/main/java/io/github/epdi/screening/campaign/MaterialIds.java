package io.github.epdi.screening.campaign;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Makes default material ids. An id is the path below the glob's root without the suffixes of
 * compression and format. A last part that is VASP's own name ({@code LOCPOT}, {@code vaspout.h5},
 * {@code vaspwave.h5}) is left out.
 */
public final class MaterialIds {
  private static final Pattern COMPRESSION = Pattern.compile("(?i)\\.(gz|bz2|zst|zstd)$");
  private static final Pattern FORMAT = Pattern.compile("(?i)\\.(cube|cub|xsf|vasp|locpot)$");
  private static final Pattern LAST_OF_VASP =
      Pattern.compile("(^|/)(LOCPOT|vaspout\\.h5|vaspwave\\.h5)$");

  private MaterialIds() {}

  /** Returns the folder above the first part of a pattern that is not literal. */
  static Path root(String pattern) {
    Path path = new Path(pattern);
    Path literal = path;
    for (Path p = path; p.getParent() != null; p = p.getParent()) {
      if (hasGlob(p.getName())) {
        literal = p;
      }
    }
    return literal.getParent() == null ? literal : literal.getParent();
  }

  /**
   * Returns the id of a file below a root. A file "LOCPOT" or the like right in the root has the
   * root's own name as its id.
   */
  public static String of(Path root, Path file) {
    String below = below(root.toUri().getPath(), file.toUri().getPath());
    String name = FORMAT.matcher(COMPRESSION.matcher(below).replaceFirst("")).replaceFirst("");
    String id = LAST_OF_VASP.matcher(name).replaceFirst("");
    if (!id.isEmpty()) {
      return id;
    }
    return file.getParent().isRoot() ? file.getName() : file.getParent().getName();
  }

  private static String below(String root, String file) {
    String folder = root.endsWith("/") ? root : root + "/";
    return file.startsWith(folder) ? file.substring(folder.length()) : new Path(file).getName();
  }

  private static boolean hasGlob(String name) {
    return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }
}
