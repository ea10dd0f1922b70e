package io.ackfin.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the tool, from its jar. */
public final class ToolVersion implements IVersionProvider {
  /** The version, or {@code development} when run from loose classes. */
  public static String text() {
    String version = ToolVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "ackfin " + text(), "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }
}
