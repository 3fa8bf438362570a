/**
 * The screening job: a campaign (what a person asks for) in, committed tables out.
 *
 * <p>Energies in eV, lengths in Angstrom. The way through: {@link
 * io.github.epdi.screening.campaign.Campaign} is read from YAML; its inputs are listed; {@link
 * ScreeningJob} spreads them over tasks by bytes; each task reads, analyses, renders and predicts;
 * results are written as pieces and made visible by a manifest (see {@code io.github.epdi.runs}).
 * May be imported by cli; imports all but training, dataset and synthetic.
 */
package io.github.epdi.screening;
