package io.github.epdi.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks whether Java took the class-data archive that jobs/epdi offered it. Java says nothing if
 * it leaves an archive aside, because it was made by another Java or of other jars.
 */
final class ArchiveCheck {
  /** What this process has in its memory, on Linux: a line for each mapped part of a file. */
  private static final Path MAPPED = Path.of("/proc/self/maps");

  private static final String ADVICE = "make one for faster starts: jobs/epdi archive";

  private ArchiveCheck() {}

  static Check check() {
    return new Check(
        "archive", Check.SHORT, ADVICE, () -> judge(System.getProperty("epdi.archive"), MAPPED));
  }

  /**
   * Judges an archive.
   *
   * @param offered the archive that this Java was started with, or null
   * @param mapped list of the files that are mapped into memory; need not exist
   */
  static Finding judge(String offered, Path mapped) throws IOException {
    if (offered == null) {
      return Finding.warn("no class-data archive", ADVICE);
    }
    if (!Files.exists(mapped)) {
      return Finding.ok(offered + "; whether Java uses it cannot be seen on this system");
    }
    return Files.readString(mapped).contains(offered)
        ? Finding.ok(offered + ", in use")
        : Finding.warn(offered + " is not of this Java and these jars: not used", ADVICE);
  }
}
