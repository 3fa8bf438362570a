package io.github.epdi.report.figure;

import java.io.Serializable;

/**
 * A picture of the potential over a surface that fills the surface's map.
 *
 * @param uri the picture as a data URI, grey with low potentials dark
 * @param lowestEv potential of the darkest grey, eV relative to vacuum
 * @param highestEv potential of white
 * @param heightAngstrom height above the surface's chalcogens
 */
public record PlaneImage(String uri, double lowestEv, double highestEv, double heightAngstrom)
    implements Serializable {}
