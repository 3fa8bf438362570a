package io.github.epdi.structure;

/**
 * The reason why one grid was not screened.
 *
 * @param code the first code that holds, see {@link RejectCode}
 * @param message "Cannot ...: expected ..., found ..." for a person
 * @param line line of the decompressed file, from 1; 0 where no line can be named
 */
public record Reject(RejectCode code, String message, long line) {}
