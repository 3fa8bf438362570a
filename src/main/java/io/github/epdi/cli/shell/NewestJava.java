package io.github.epdi.cli.shell;

import io.github.epdi.structure.InputException;
import org.apache.hadoop.util.VersionInfo;

/**
 * The newest Java on which Hadoop can ask who its user is: before its version 3.5 it does so by
 * {@code Subject.getSubject}, which Java 24 took away.
 */
public final class NewestJava {
  private static final int OF_OLDER_HADOOP = 23;

  private NewestJava() {}

  /**
   * Checks this Java.
   *
   * @throws InputException if it is too new
   */
  public static void require() {
    int found = Runtime.version().feature();
    if (found > OF_OLDER_HADOOP) {
      require(found, VersionInfo.getVersion());
    }
  }

  /** Tells whether a Java is too new for this Hadoop. */
  public static boolean isExceededBy(int java) {
    return isExceededBy(java, VersionInfo.getVersion());
  }

  private static boolean isExceededBy(int java, String hadoop) {
    return java > OF_OLDER_HADOOP && hadoop.matches("[12]\\..*|3\\.[0-4]\\..*");
  }

  static void require(int found, String hadoop) {
    if (isExceededBy(found, hadoop)) {
      throw new InputException(
          "Cannot run on Java "
              + found
              + ": expected 17 to "
              + OF_OLDER_HADOOP
              + ", since Hadoop "
              + hadoop
              + " needs what newer ones no longer have; install JDK 17 and set JAVA_HOME to it");
    }
  }
}
