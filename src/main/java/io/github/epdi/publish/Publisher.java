package io.github.epdi.publish;

import io.github.epdi.runs.Manifest;
import io.github.epdi.runs.RunLayout;
import io.github.epdi.structure.InputException;

/** Registers visible runs in a catalog. */
public interface Publisher {
  /**
   * What was done.
   *
   * @param manifest number of the manifest that the catalog's tables show now
   * @param runs runs that at least one table did not have before
   * @param tables number of tables
   */
  record Published(long manifest, int runs, int tables) {}

  /**
   * Registers the runs of a manifest that the catalog does not have yet, one after the other in the
   * order of their commits. What is registered already is left as it is, so that a call after one
   * that failed or was killed goes on where that one was.
   *
   * @param layout the output folder, with its scheme
   * @throws InputException if the catalog or one of its tables cannot be used; tables that are
   *     wrong are found before anything is registered
   */
  Published publish(RunLayout layout, Manifest manifest);
}
