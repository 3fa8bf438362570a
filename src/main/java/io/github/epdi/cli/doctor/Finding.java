package io.github.epdi.cli.doctor;

import io.github.epdi.grid.Credentials;

/**
 * What a check of the machine found.
 *
 * @param status whether it is in order
 * @param found what is there, or what is wrong
 * @param advice what to do about it; empty if there is nothing to do
 */
public record Finding(Status status, String found, String advice) {
  /** Hides credentials in what was found. */
  public Finding {
    found = Credentials.hidden(found);
  }

  /** The states of a check, from best to worst. */
  enum Status {
    OK("ok"),
    WARN("warn"),
    FAIL("FAIL");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static Finding ok(String found) {
    return new Finding(Status.OK, found, "");
  }

  static Finding warn(String found, String advice) {
    return new Finding(Status.WARN, found, advice);
  }

  public static Finding fail(String found, String advice) {
    return new Finding(Status.FAIL, found, advice);
  }
}
