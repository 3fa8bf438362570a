package io.github.epdi.report.figure;

import io.github.epdi.structure.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs Chromium without a window to turn SVG into pixels. */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int SCALE = 3;
  private static final int LIMIT_SECONDS = 60;

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  /**
   * Finds the program that {@code CHROME_BIN} names, or the first known one on the PATH.
   *
   * @throws InputException if there is none, saying what to set
   */
  public static Chromium find(Map<String, String> environment) {
    String named = environment.get("CHROME_BIN");
    if (named != null && !named.isBlank()) {
      if (!Files.isExecutable(Path.of(named))) {
        throw new InputException(
            "Cannot draw PNG: expected a program at CHROME_BIN, found none at " + named);
      }
      return new Chromium(Path.of(named));
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String name : NAMES) {
        Path program = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isExecutable(program)) {
          return new Chromium(program);
        }
      }
    }
    throw new InputException(
        "Cannot draw PNG: found no Chromium; install one, set CHROME_BIN to it, or use"
            + " --figure-format svg");
  }

  /**
   * Returns the command that starts it without a window and without network services.
   *
   * @param profile a fresh folder for its own files
   */
  public List<String> command(Path profile) {
    return new ArrayList<>(
        List.of(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--user-data-dir=" + profile));
  }

  /** Draws an SVG of a size in pixels, three times as fine, on white. */
  public void png(String svg, double width, double height, Path to) throws IOException {
    Path folder = Files.createTempDirectory("epdi-figure");
    try {
      Path page = folder.resolve("figure.html");
      Files.writeString(
          page,
          "<!DOCTYPE html><meta charset='utf-8'><style>body{margin:0;background:#fff}"
              + "svg{display:block}</style>"
              + svg,
          StandardCharsets.UTF_8);
      List<String> command = command(folder.resolve("profile"));
      command.add("--force-device-scale-factor=" + SCALE);
      command.add("--window-size=" + (int) Math.ceil(width) + "," + (int) Math.ceil(height));
      command.add("--screenshot=" + to.toAbsolutePath());
      command.add(page.toUri().toString());
      run(command, to);
    } finally {
      delete(folder);
    }
  }

  private void run(List<String> command, Path to) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("Cannot draw " + to + ": " + program + " did not end in a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot draw " + to + ": interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0 || !Files.exists(to)) {
      throw new IOException("Cannot draw " + to + ": " + program + " failed");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
