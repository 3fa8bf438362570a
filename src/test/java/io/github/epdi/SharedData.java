package io.github.epdi;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the public and own reference data lie: {@code ../shared} beside the checkout, or the folder
 * of the system property {@code epdi.shared}. Tests skip without it, and fail when the environment
 * says {@code EPDI_SHARED_REQUIRED=true}.
 */
public final class SharedData {
  private static final Path ROOT = Path.of(System.getProperty("epdi.shared", "../shared"));

  private SharedData() {}

  /** The file of this name below the shared folder; skips (or fails) the test when absent. */
  public static Path path(String name) {
    Path path = ROOT.resolve(name).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      if (Boolean.parseBoolean(System.getenv("EPDI_SHARED_REQUIRED"))) {
        fail("EPDI_SHARED_REQUIRED is set, but there is no " + path);
      }
      assumeTrue(false, "skipped: no " + path);
    }
    return path;
  }
}
