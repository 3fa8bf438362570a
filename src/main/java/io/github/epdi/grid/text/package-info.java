/**
 * The way from bytes to numbers: counting what is read from storage, decompressing, finding lines
 * and fields, and parsing decimal numbers. Nothing here knows what a grid is. Positions are byte
 * offsets in the decompressed text, and lines count from 1. The readers of {@code grid}, {@code
 * levels} and {@code dataset} build on it.
 */
package io.github.epdi.grid.text;
