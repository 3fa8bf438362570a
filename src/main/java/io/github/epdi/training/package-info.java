/**
 * Fine-tunes networks on labelled sites and measures their accuracy, with splits, augmentation,
 * checkpoints, metrics with intervals and baselines.
 *
 * <p>Energies are in eV, lengths in Angstrom. Images come from {@link
 * io.github.epdi.image.SiteImages} and predictions from {@code model}, the same way as in a
 * screening. May be imported by cli.
 */
package io.github.epdi.training;
