/**
 * The newest results of an output folder as a package that can be cited and uploaded: tables as
 * Parquet, structures as OPTIMADE JSON Lines, and what Croissant, RO-Crate, the Citation File
 * Format, Zenodo and the Hugging Face hub need to know of them. Nothing is computed here, and who
 * published what under which licence is what the publisher says. The commands may import it.
 */
package io.github.epdi.publication;
