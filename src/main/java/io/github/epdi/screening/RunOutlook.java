package io.github.epdi.screening;

import io.github.epdi.runs.RunLeases;

/**
 * Describes what a run would do.
 *
 * @param runId its id
 * @param grids number of grids of the campaign
 * @param visible grids whose results are visible already
 * @param resumed grids whose results an unfinished run left
 * @param suspects grids that a driver was computing when it died
 * @param missing grids to compute, suspects among them
 * @param missingBytes their stored bytes
 * @param busy another driver that computes this run; null if there is none
 */
public record RunOutlook(
    String runId,
    int grids,
    int visible,
    int resumed,
    int suspects,
    int missing,
    long missingBytes,
    RunLeases.Held busy) {}
