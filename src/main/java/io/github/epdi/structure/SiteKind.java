package io.github.epdi.structure;

/** Kinds of place for lithium on a chalcogen layer; the order is the order of site ids. */
public enum SiteKind {
  /** Above a metal of the outermost metal layer. */
  T,
  /** Hollow: a chalcogen triangle without a metal below. */
  H,
  /** Bridge: the midpoint of a chalcogen edge, the saddle between a T and an H. */
  B
}
