/**
 * The command {@code epdi doctor}, which checks Java, Spark, PyTorch, storage and a campaign, and
 * says for each what to do about it. Only the command line's main class imports it.
 */
package io.github.epdi.cli.doctor;
