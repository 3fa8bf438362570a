/**
 * Studies of accuracy: many trainings as Spark tasks, each a cell of a plan, and the tables of
 * errors beside baselines that come of them. Imported by {@code cli} alone.
 */
package io.github.epdi.training.study;
