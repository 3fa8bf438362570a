package io.github.epdi.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks whether local folders can be written and have room. */
final class Disks {
  private static final long LEAST_FREE_BYTES = 1L << 30;

  private Disks() {}

  static Check temporary() {
    String folder = System.getProperty("java.io.tmpdir");
    String advice = "set EPDI_JAVA_OPTS=-Djava.io.tmpdir=FOLDER to one that you can write";
    return new Check("temp", Check.SHORT, advice, () -> judge(Path.of(folder), advice));
  }

  static Finding judge(Path folder, String advice) throws IOException {
    Path probe = Files.createTempFile(folder, "epdi-doctor", ".probe");
    Files.delete(probe);
    long free = Files.getFileStore(folder).getUsableSpace();
    String found = folder + ", " + Sizes.text(free) + " free";
    return free >= LEAST_FREE_BYTES
        ? Finding.ok(found)
        : Finding.warn(found, "make room, or " + advice);
  }

  /** Returns the folder itself, or the nearest one above it that exists. */
  static Path existing(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }
}
