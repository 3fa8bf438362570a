package io.github.epdi.dataset;

import io.github.epdi.structure.Side;

/**
 * A calculation that was suggested, which an import recognises by its folder when it is finished.
 *
 * @param folder its folder, relative to the list's
 * @param materialId the material as the screening names it
 * @param side the side that the ion is on
 * @param siteId the site that the ion is put at, or the hop of a band
 * @param gridUri the potential grid of the bare slab
 * @param reason why it was suggested, one line
 */
public record SuggestedRun(
    String folder, String materialId, Side side, String siteId, String gridUri, String reason) {}
