package io.github.epdi.dataset.calculation;

/**
 * What a user should know about a calculation that is used all the same.
 *
 * @param flag short fixed name, such as "scf_energy_moving"
 * @param text one sentence with what was found
 */
public record Remark(String flag, String text) {}
