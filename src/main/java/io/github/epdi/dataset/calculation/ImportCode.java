package io.github.epdi.dataset.calculation;

/** Why a calculation or a label is not imported. A slab's grid has the reader's own codes. */
public enum ImportCode {
  /** Neither a slab with a potential grid nor a slab with the mobile ion. */
  NO_ION,
  /** A file is not there, or is empty. */
  MISSING_FILE,
  /** A file does not follow its format. */
  BAD_FILE,
  /** The calculation was killed: its output ends early. */
  TRUNCATED,
  /** Electrons or ions did not reach their criterion. */
  UNCONVERGED,
  /**
   * Nothing vouches for the energy: an OSZICAR alone shows neither convergence nor level of theory,
   * a force field's energy is no calculation's, an output may not say which atoms it is of.
   */
  UNVERIFIED,
  /** The files of a folder are of different calculations. */
  MIXED_RUN,
  /** Not the slab's atoms and exactly one ion. */
  WRONG_ATOMS,
  /** No slab is found for it. */
  NO_SLAB,
  /** Several slabs fit. */
  AMBIGUOUS_SLAB,
  /** Its slab was rejected. */
  REJECTED_SLAB,
  /** Another cell than the slab's. */
  OTHER_CELL,
  /** An atom of the slab is too far from where the bare slab has it. */
  ATOMS_MOVED,
  /** The ion is on the side that was not asked for. */
  OTHER_SIDE,
  /** The ion is too far above the surface. */
  DESORBED,
  /** The ion is between or below the surface's chalcogens. */
  PENETRATED,
  /** The ion is not at exactly one site. */
  AMBIGUOUS,
  /** Another level of theory than the slab's. */
  OTHER_THEORY,
  /** The binding energy is none that an ion can have. */
  IMPLAUSIBLE,
  /** The site has a label already. */
  DUPLICATE,
  /** The images of a band do not follow hops between sites. */
  OFF_PATH,
  /** A kind of calculation that is not read. */
  UNSUPPORTED,
  /** A row of a table of labels that has no site. */
  UNUSABLE_LABEL
}
