package io.github.epdi.dataset.calculation;

/**
 * Why a calculation or a label is not imported. A slab whose grid is rejected has the grid reader's
 * code instead.
 */
public enum ImportCode {
  /** It is neither a slab with a potential grid nor a slab with the mobile ion. */
  NO_ION,
  /** A file is missing or empty. */
  MISSING_FILE,
  /** A file does not follow its format. */
  BAD_FILE,
  /** The calculation was killed, so its output ends early. */
  TRUNCATED,
  /** Electrons or ions did not reach their criterion. */
  UNCONVERGED,
  /**
   * The energy cannot be trusted. An OSZICAR alone shows neither convergence nor level of theory, a
   * force field's energy comes from no calculation, and an output may not tell its atoms.
   */
  UNVERIFIED,
  /** The files of a folder belong to different calculations. */
  MIXED_RUN,
  /** The atoms are not those of the slab and exactly one ion. */
  WRONG_ATOMS,
  /** No slab was found for it. */
  NO_SLAB,
  /** Several slabs fit. */
  AMBIGUOUS_SLAB,
  /** The slab that it belongs to was rejected. */
  REJECTED_SLAB,
  /** The cell is not that of the slab. */
  OTHER_CELL,
  /** An atom of the slab is too far from its place in the bare slab. */
  ATOMS_MOVED,
  /** The ion is on the side that was not requested. */
  OTHER_SIDE,
  /** The ion is too far above the surface. */
  DESORBED,
  /** The ion is between or below the surface's chalcogens. */
  PENETRATED,
  /** The ion is not at exactly one site. */
  AMBIGUOUS,
  /** The level of theory is not that of the slab or the reference. */
  OTHER_THEORY,
  /** No ion can have such a binding energy. */
  IMPLAUSIBLE,
  /** The site already has a label. */
  DUPLICATE,
  /** The images of a band do not follow hops between sites. */
  OFF_PATH,
  /** This kind of calculation is not read. */
  UNSUPPORTED,
  /** A row of a table of labels fits no site. */
  UNUSABLE_LABEL
}
