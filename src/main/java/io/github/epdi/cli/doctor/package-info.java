/**
 * {@code epdi doctor}: checks of Java, Spark, PyTorch, storage and a campaign, each with what to do
 * about it. Only the command line's main class imports it.
 */
package io.github.epdi.cli.doctor;
