package io.github.epdi.cli;

import picocli.CommandLine.IVersionProvider;

/** Returns the version in the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"epdi " + (version == null ? "(not from a jar)" : version)};
  }
}
