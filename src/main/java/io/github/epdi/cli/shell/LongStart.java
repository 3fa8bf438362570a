package io.github.epdi.cli.shell;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.StringArray;
import io.github.epdi.structure.InputException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the program anew when there is much to do. {@code jobs/epdi} starts Java for a short
 * command, with the fast compiler alone and a collector of one thread. That ends sooner by seconds,
 * but what runs for minutes wants the optimising compiler and several threads. How much there is to
 * do is known only when the inputs are listed. Then this process becomes {@code jobs/epdi} again,
 * with its id, its folder and its streams, and a word in its environment that it is for long.
 */
public final class LongStart {
  /** System property by which {@code jobs/epdi} says how many bytes a quick start is good for. */
  private static final String QUICK = "epdi.quick.bytes";

  /** System property by which it names the folder that it lies in. */
  private static final String HOME = "epdi.home";

  private static final Logger LOG = LoggerFactory.getLogger(LongStart.class);

  private final List<String> arguments;

  /**
   * Makes a start of the same command.
   *
   * @param arguments all words after {@code epdi}
   */
  public LongStart(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  /**
   * Starts the command anew if this start is a quick one and the work is long. Returns only if it
   * is not, or if the system cannot replace a process. Nothing may be open or half-written.
   *
   * @param bytes stored bytes of the grids that are to be read
   * @throws InputException if what a quick start is good for is no number of bytes
   */
  public void ifLong(long bytes) {
    String quick = System.getProperty(QUICK);
    String home = System.getProperty(HOME);
    if (quick == null || home == null || bytes <= number(quick)) {
      return;
    }
    List<String> words = new ArrayList<>(List.of("env", "EPDI_START=long"));
    words.add(Path.of(home, "jobs", "epdi").toString());
    words.addAll(arguments);
    LOG.info("{} bytes to read: Java is started anew for long work", bytes);
    try {
      CLibrary library = Native.load(null, CLibrary.class);
      String charset = Charset.defaultCharset().name();
      library.execv("/usr/bin/env", new StringArray(words.toArray(String[]::new), charset));
      LOG.warn("Java could not be started anew; the run goes on, slower than it could");
    } catch (UnsatisfiedLinkError e) {
      LOG.warn("Java could not be started anew; the run goes on, slower than it could", e);
    }
  }

  private static long number(String quick) {
    try {
      return Long.parseLong(quick);
    } catch (NumberFormatException e) {
      throw new InputException(
          "Cannot use EPDI_QUICK_BYTES: expected a number of bytes, found " + quick, e);
    }
  }

  /** The one function of the C library that is called. */
  interface CLibrary extends Library {
    /** Replaces this process. Returns only if that failed. */
    int execv(String path, StringArray arguments);
  }
}
