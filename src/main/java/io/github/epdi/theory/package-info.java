/**
 * The level of theory of calculations: what is recorded about it and how two of them are compared.
 *
 * <p>All values are text, as programs and people write them. May be imported by model, tables,
 * dataset, training, screening, report and cli. Imports no other package of this program.
 */
package io.github.epdi.theory;
