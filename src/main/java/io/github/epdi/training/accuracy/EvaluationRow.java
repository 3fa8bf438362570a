package io.github.epdi.training.accuracy;

import io.github.epdi.structure.SiteKind;
import io.github.epdi.training.examples.Part;

/**
 * One labelled site and what the written bundle predicts for it. It is a row of {@link
 * EvaluationCsv}.
 *
 * @param materialId the material
 * @param side "top" or "bottom"
 * @param siteId the slab's own id of the site, as in the tables of a screening
 * @param kind kind of the site
 * @param fracA where the label stands, along a
 * @param fracB where the label stands, along b
 * @param part what the material was used for
 * @param labelEv the label, eV
 * @param predictionEv the prediction, eV
 */
public record EvaluationRow(
    String materialId,
    String side,
    String siteId,
    SiteKind kind,
    double fracA,
    double fracB,
    Part part,
    double labelEv,
    double predictionEv) {}
