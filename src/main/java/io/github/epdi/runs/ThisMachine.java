package io.github.epdi.runs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The machine that this JVM runs on. Names of hosts are not unique and clocks are set, so machines
 * are told apart by the id that the kernel draws when it starts, and times are counted from that
 * start. Only Linux tells either; elsewhere nothing is known and leases are judged by their age.
 */
final class ThisMachine {
  private static final Path PROC = Path.of("/proc");
  private static final int FIELDS_TO_START_TIME = 19;

  private ThisMachine() {}

  /** The name of the host, for people. */
  static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }

  /**
   * Where process numbers mean something: the boot id of the kernel and the namespace of process
   * numbers, which each container has of its own. Null where it is not known.
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

  /** Time since the kernel started, sleep included; empty where it is not known. */
  static OptionalLong uptimeMillis() {
    try {
      String seconds = Files.readString(PROC.resolve("uptime")).split(" ", 2)[0];
      return OptionalLong.of(Math.round(1000 * Double.parseDouble(seconds)));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * When a process was started, in ticks since the kernel started; empty if there is no such
   * process or nothing is known. Java derives its own answer from the clock, which changes when
   * that is set.
   */
  static OptionalLong startedTicks(long process) {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(process)).resolve("stat"));
      // The second field is the program's name, which may hold blanks and parentheses.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return OptionalLong.of(Long.parseLong(fields[FIELDS_TO_START_TIME]));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
