package io.github.epdi.grid;

/**
 * The level of theory of labels or grids: recorded with labels, kept in a bundle, compared with
 * what a campaign declares. A field is null where nobody said it.
 *
 * @param code program and version
 * @param functional exchange-correlation functional with its dispersion correction
 * @param pseudopotentials family of pseudopotentials
 * @param kPoints sampling of the Brillouin zone
 * @param spin "restricted" or "polarised"
 * @param ion the mobile ion
 * @param reference what the ion's energy is counted from: "isolated atom" or "bcc"
 * @param labelKind how a label's geometry was made
 */
public record LevelOfTheory(
    String code,
    String functional,
    String pseudopotentials,
    String kPoints,
    String spin,
    String ion,
    String reference,
    String labelKind) {}
