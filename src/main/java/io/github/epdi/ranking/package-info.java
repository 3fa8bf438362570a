/**
 * Ranks materials whose barriers are known within intervals only. Places are counted over draws of
 * all barriers, so that a place says how sure it is. Energies are in eV. Imported by {@code runs},
 * {@code report}, {@code suggestion} and {@code cli}.
 */
package io.github.epdi.ranking;
