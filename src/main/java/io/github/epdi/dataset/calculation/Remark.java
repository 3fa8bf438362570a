package io.github.epdi.dataset.calculation;

/**
 * What a user should know of a calculation that is used all the same.
 *
 * @param flag short and fixed: "scf_energy_moving"
 * @param text one sentence with what was found
 */
public record Remark(String flag, String text) {}
