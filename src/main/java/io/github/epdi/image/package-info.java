/**
 * EPD images: from the potential of a side and a site to pixels, the same way for training and
 * screening.
 *
 * <p>Potentials are in eV relative to the side's vacuum level, lengths in Angstrom. May be imported
 * by model, training, screening, report and cli; imports grid and structure.
 */
package io.github.epdi.image;
