package io.github.epdi.image;

/**
 * The potential around one site in a few numbers, eV relative to the side's vacuum level, electron
 * sign. Heights are above the site's own chalcogens; discs lie parallel to the surface and are
 * means over the pixel centres of {@link MeanLocalPotential}.
 *
 * @param disc10Ev disc of 1.5 Angstrom at height 1.0
 * @param disc15Ev disc of 1.5 Angstrom at height 1.5
 * @param disc20Ev disc of 1.5 Angstrom at height 2.0
 * @param contrastEv disc of 3.0 less disc of 1.5 Angstrom, both at height 1.5
 * @param axisEv at the site's own lateral position in the plane of its chalcogens
 * @param farEv disc of 3.0 Angstrom at height 3.0 less the mean over the whole plane at that height
 */
public record LocalField(
    double disc10Ev,
    double disc15Ev,
    double disc20Ev,
    double contrastEv,
    double axisEv,
    double farEv) {}
