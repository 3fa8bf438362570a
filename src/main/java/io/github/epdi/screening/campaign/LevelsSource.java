package io.github.epdi.screening.campaign;

import io.github.epdi.levels.LevelsFile;
import java.io.Serializable;

/**
 * The source of one grid's electronic levels. It is a file, as it was when the inputs were listed,
 * or two numbers that somebody declares.
 *
 * @param uri the file; null where numbers are declared
 * @param lengthBytes stored length of the file
 * @param modifiedMillis modification time of the file, milliseconds since 1970
 * @param electronAffinityEv declared electron affinity, eV below vacuum; null where there is a file
 * @param workFunctionEv declared work function, eV; null where there is a file
 */
public record LevelsSource(
    String uri,
    long lengthBytes,
    long modifiedMillis,
    Double electronAffinityEv,
    Double workFunctionEv)
    implements Serializable {
  /** Makes a source from a file of levels. */
  public static LevelsSource of(LevelsFile file) {
    return new LevelsSource(file.uri(), file.lengthBytes(), file.modifiedMillis(), null, null);
  }

  /** Makes a source from declared numbers in eV. */
  public static LevelsSource of(double electronAffinityEv, double workFunctionEv) {
    return new LevelsSource(null, 0, 0, electronAffinityEv, workFunctionEv);
  }

  /** Tells whether numbers are declared, so that there is no file. */
  public boolean isDeclared() {
    return uri == null;
  }
}
