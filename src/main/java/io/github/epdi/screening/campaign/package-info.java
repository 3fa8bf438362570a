/**
 * Reads what a person asks for: the campaign's keys with their types and defaults, the YAML file
 * that sets them, the inputs that it lists and what is declared about each. This package is
 * imported by {@code screening} and {@code cli}.
 */
package io.github.epdi.screening.campaign;
