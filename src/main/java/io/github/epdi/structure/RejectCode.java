package io.github.epdi.structure;

/**
 * Why a grid cannot be screened. The order is the contract: a grid gets the first code that holds,
 * in every read mode, first those that the header shows, then those that the values show.
 */
public enum RejectCode {
  /** More grid points or bytes than the limits allow; found before anything is allocated. */
  TOO_LARGE,
  /** No known format, or a header that does not follow its format. */
  BAD_HEADER,
  /** An element symbol or number that is none. */
  UNKNOWN_ELEMENT,
  /** The cell spans no volume. */
  BAD_CELL,
  /** A density or another quantity, not a potential. */
  NOT_A_POTENTIAL,
  /** The format does not say its energy unit and nobody declared it. */
  UNIT_REQUIRED,
  /** Points times voxel is not the cell: metal distances across the boundary differ. */
  CELL_MISMATCH,
  /** Less than the needed atom-free gap along c. */
  NO_VACUUM,
  /** Lithium or another mobile ion is already there. */
  ION_PRESENT,
  /** No metal-chalcogen layer. */
  NOT_A_TMD,
  /** The chalcogen layer of a requested side is not a whole triangular net over its metals. */
  SURFACE_DEFECT,
  /** Fewer values than the header promises. */
  TRUNCATED,
  /** A value that is no finite number. */
  BAD_NUMBER,
  /** The file contradicts the declared sign. */
  SIGN_CONTRADICTED,
  /** Exchange-correlation is in the potential and the campaign does not allow it. */
  XC_INCLUDED,
  /** The vacuum level of a requested side is not flat. */
  VACUUM_NOT_FLAT,
  /** No file with the electronic levels of the grid's calculation was found. */
  LEVELS_MISSING,
  /** The file with the levels is cut, damaged, or does not say what is needed. */
  LEVELS_BAD,
  /** The levels contradict themselves, or are those of another calculation than the grid's. */
  LEVELS_MISMATCH,
  /** The highest band of the levels is not empty once the added electrons are in. */
  LEVELS_TOO_FEW,
  /** The file changed while it was read, twice; overrides all others. */
  FILE_CHANGED,
  /** Storage failed while the file was read: no access, or an input-output error. */
  UNREADABLE,
  /** It was not read and understood within the time that a grid may take. */
  TIME_LIMIT,
  /** A worker died of this grid, repeatedly. */
  KILLED_WORKER,
  /** The program itself failed at this grid, beside others and alone. */
  FAILED
}
