/**
 * Bytes to numbers: storage is counted as it is read, compressed files are decoded, lines and
 * fields are found, and decimal numbers are parsed. Nothing here knows what a grid is; positions
 * are byte offsets in the decoded text, lines count from 1. The readers of {@code grid}, {@code
 * levels} and {@code dataset} build on it.
 */
package io.github.epdi.grid.text;
