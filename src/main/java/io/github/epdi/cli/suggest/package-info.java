/**
 * The command {@code epdi suggest}, which chooses the next calculations and writes inputs for them.
 * Only the command line's main class imports it.
 */
package io.github.epdi.cli.suggest;
