package io.github.epdi.screening;

import java.lang.module.ModuleDescriptor;

/** Knows the version of this program, and which of two versions is newer. */
public final class ProgramVersion {
  private static final String NOT_FROM_A_JAR = "development";

  private ProgramVersion() {}

  /**
   * Returns the version that the jar states, or "development" where the classes are not from a jar.
   */
  public static String current() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? NOT_FROM_A_JAR : version;
  }

  /**
   * Tells whether one version is newer than another. The answer is false if one of them cannot be
   * parsed as a version.
   */
  static boolean isNewer(String version, String than) {
    try {
      return ModuleDescriptor.Version.parse(version).compareTo(ModuleDescriptor.Version.parse(than))
          > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
