package io.github.epdi.runs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Facts about the machine that this JVM runs on. Host names are not unique and clocks can be
 * changed. Machines are therefore told apart by the id that the kernel draws when it starts, and
 * times are counted from that start. Only Linux tells them. Elsewhere nothing is known, and leases
 * are judged by their age.
 */
final class ThisMachine {
  private static final Path PROC = Path.of("/proc");
  private static final int FIELDS_TO_START_TIME = 19;

  private ThisMachine() {}

  /** Returns the name of the host, for people. */
  static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }

  /**
   * Returns the scope in which process numbers are valid: the boot id of the kernel and the
   * namespace of process numbers, of which each container has its own. Null where it is unknown.
   */
  static String place() {
    try {
      return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  /** Returns the time since the kernel started, including sleep. Empty where it is unknown. */
  static OptionalLong uptimeMillis() {
    try {
      String seconds = Files.readString(PROC.resolve("uptime")).split(" ", 2)[0];
      return OptionalLong.of(Math.round(1000 * Double.parseDouble(seconds)));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Returns when a process was started, in ticks since the kernel started. Empty if there is no
   * such process or nothing is known. Java's own answer depends on the clock, which can be changed.
   */
  static OptionalLong startedTicks(long process) {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(process)).resolve("stat"));
      // The second field is the program's name, which may contain blanks and parentheses.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return OptionalLong.of(Long.parseLong(fields[FIELDS_TO_START_TIME]));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
