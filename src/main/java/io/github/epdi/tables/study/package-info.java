/**
 * The tables of a study of accuracy, which are trainings, their summary, their predictions, and
 * what the local potential alone says.
 *
 * <p>Errors in eV. Imports tables.encoding; may be imported by training, report and cli.
 */
package io.github.epdi.tables.study;
