package io.github.epdi.report.figure;

import java.io.Serializable;

/**
 * The potential over a surface as a picture that fills its map.
 *
 * @param uri the picture as a data URI, grey: dark is low
 * @param lowestEv potential of black, eV relative to vacuum
 * @param highestEv potential of white
 * @param heightAngstrom above the surface's chalcogens
 */
public record PlaneImage(String uri, double lowestEv, double highestEv, double heightAngstrom)
    implements Serializable {}
