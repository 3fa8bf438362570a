package io.github.epdi.grid;

import io.github.epdi.structure.Reject;
import io.github.epdi.structure.RejectCode;
import io.github.epdi.structure.RejectException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was found against a file so far. A grid has one reject: the first in the order of codes,
 * whatever the order in which the causes were met; and what the header shows comes before what the
 * values show, whether or not they were read.
 */
final class RejectLedger {
  /** The order of what values show; a header's causes follow the order of {@link RejectCode}. */
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

  /** A ledger for what the header shows. */
  static RejectLedger ofHeader() {
    return new RejectLedger(Comparator.comparing(Reject::code));
  }

  /** A ledger for what the values show. */
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

  /** The reject that counts, null if there is none; of equal codes the one met first. */
  Reject first() {
    return entries.stream().min(order).orElse(null);
  }
}
