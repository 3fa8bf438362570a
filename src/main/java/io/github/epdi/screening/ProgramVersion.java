package io.github.epdi.screening;

import java.lang.module.ModuleDescriptor;

/** The version of this program, and which of two is newer. */
final class ProgramVersion {
  private static final String NOT_FROM_A_JAR = "development";

  private ProgramVersion() {}

  /** As the jar says it; a fixed word where the classes are not from a jar. */
  static String current() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? NOT_FROM_A_JAR : version;
  }

  /** Whether one version is newer than another; false if one of them is no number. */
  static boolean isNewer(String version, String than) {
    try {
      return ModuleDescriptor.Version.parse(version).compareTo(ModuleDescriptor.Version.parse(than))
          > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
