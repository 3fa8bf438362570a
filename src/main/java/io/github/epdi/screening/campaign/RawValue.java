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
  /** Kinds of values by their notation. */
  enum Kind {
    /** The value was written on a command line and becomes whatever the key needs. */
    UNTYPED,
    /** The value is a plain or quoted text. */
    TEXT,
    /** The value is a number. */
    NUMBER,
    /** The value is true or false. */
    FLAG,
    /** The value is a list of texts. */
    LIST,
    /** The value is empty or null. */
    NOTHING
  }

  static RawValue untyped(String text, String where) {
    return new RawValue(Kind.UNTYPED, text, List.of(), where);
  }

  boolean is(Kind wanted) {
    return kind == wanted || kind == Kind.UNTYPED;
  }

  /** Returns the name of the value in messages. */
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
