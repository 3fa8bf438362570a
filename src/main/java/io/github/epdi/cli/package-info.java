/**
 * The command line, which parses options, runs commands and maps exceptions to exit codes, and does
 * nothing else.
 *
 * <p>Exit codes: 0 done, 1 usage, 2 bad input or configuration or nothing could be screened, 3 a
 * bug in epdi, 130 interrupted. May import every package; nobody imports it.
 */
package io.github.epdi.cli;
