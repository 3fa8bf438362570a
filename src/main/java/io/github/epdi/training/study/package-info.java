/**
 * Runs studies of accuracy, which are many trainings as Spark tasks, each a cell of a plan, and
 * makes tables of their errors beside those of baselines. Imported by {@code cli} alone.
 */
package io.github.epdi.training.study;
