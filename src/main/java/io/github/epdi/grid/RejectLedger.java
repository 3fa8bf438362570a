package io.github.epdi.grid;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what was found against a file. A grid gets one reject, which is the first in a fixed
 * order of codes and does not depend on the order in which the causes were met. What the header
 * shows comes before what the values show, whether or not the values were read.
 */
final class RejectLedger {
  /** Order of causes that values show. Those of a header follow the order of {@link RejectCode}. */
  private static final List<RejectCode> ORDER_OF_VALUES =
      List.of(
          RejectCode.TOO_LARGE,
          RejectCode.CELL_MISMATCH,
          RejectCode.TRUNCATED,
          RejectCode.BAD_NUMBER,
          RejectCode.NOT_A_POTENTIAL,
          RejectCode.SIGN_CONTRADICTED,
          RejectCode.XC_INCLUDED,
          RejectCode.VACUUM_NOT_FLAT,
          RejectCode.IMPLAUSIBLE);

  private final List<Reject> entries = new ArrayList<>();
  private final Comparator<Reject> order;

  private RejectLedger(Comparator<Reject> order) {
    this.order = order;
  }

  /** Makes a ledger for what the header shows. */
  static RejectLedger ofHeader() {
    return new RejectLedger(Comparator.comparing(Reject::code));
  }

  /** Makes a ledger for what the values show. */
  static RejectLedger ofValues() {
    return new RejectLedger(Comparator.comparing(r -> ORDER_OF_VALUES.indexOf(r.code())));
  }

  void add(RejectException cause) {
    entries.add(cause.reject());
  }

  void add(RejectCode code, String message, long line) {
    entries.add(new Reject(code, message, line));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Returns the reject that counts, or null if there is none. Of equal codes the one met first
   * counts.
   */
  Reject first() {
    return entries.stream().min(order).orElse(null);
  }
}
