/**
 * Fine-tuning of networks on labelled sites, and what their accuracy is: splits, augmentation,
 * checkpoints, metrics with intervals, baselines.
 *
 * <p>Energies in eV, lengths in Angstrom. Images come from {@link io.github.epdi.image.SiteImages}
 * and predictions from {@code model}, the same way as in a screening. May be imported by cli.
 */
package io.github.epdi.training;
