package io.github.epdi.screening.campaign;

import java.util.List;

/**
 * A value of a campaign as it was written, before its key says what it must be.
 *
 * @param kind what the notation says
 * @param text the scalar's text; empty for lists
 * @param items the list's items; empty for scalars
 * @param where for messages: "campaign.yaml line 3, column 9" or "--set"
 */
record RawValue(Kind kind, String text, List<String> items, String where) {
  /** What the notation of a value says. */
  enum Kind {
    /** Written on a command line: becomes whatever the key needs. */
    UNTYPED,
    /** Plain or quoted text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** true or false. */
    FLAG,
    /** A list of texts. */
    LIST,
    /** Nothing at all, or null. */
    NOTHING
  }

  static RawValue untyped(String text, String where) {
    return new RawValue(Kind.UNTYPED, text, List.of(), where);
  }

  boolean is(Kind wanted) {
    return kind == wanted || kind == Kind.UNTYPED;
  }

  /** How a message calls it. */
  String described() {
    return switch (kind) {
      case NOTHING -> "nothing";
      case LIST -> "the list " + items;
      case NUMBER -> "the number " + text;
      case FLAG -> text;
      default -> '"' + text + '"';
    };
  }
}
