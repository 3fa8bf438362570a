/**
 * The screening job, which turns a campaign (what a person asks for) into committed tables.
 *
 * <p>Energies are in eV, lengths in Angstrom. A {@link io.github.epdi.screening.campaign.Campaign}
 * is read from YAML and its inputs are listed. {@link ScreeningJob} spreads them over tasks by
 * bytes. Each task reads, analyses, renders and predicts. Results are written as pieces and made
 * visible by a manifest (see {@code io.github.epdi.runs}). This package may be imported by cli, and
 * imports all but training, dataset and synthetic.
 */
package io.github.epdi.screening;
