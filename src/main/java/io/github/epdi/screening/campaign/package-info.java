/**
 * What a person asks for: the campaign's keys with their types and defaults, the YAML file that
 * sets them, the inputs that it lists and what is declared of each. Imported by {@code screening}
 * and {@code cli}.
 */
package io.github.epdi.screening.campaign;
