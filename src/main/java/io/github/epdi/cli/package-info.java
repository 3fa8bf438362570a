/**
 * The command line: parses, runs, maps exceptions to exit codes; nothing else.
 *
 * <p>Exit codes: 0 done, 1 usage, 2 bad input or configuration or nothing could be screened, 3 a
 * bug of ours, 130 interrupted. May import every package; nobody imports it.
 */
package io.github.epdi.cli;
