/**
 * Turns labels into a model bundle for {@code epdi train}. It holds one training with its data,
 * settings and report, in which whole materials are held out. Imported by {@code training.study}
 * and {@code cli}.
 */
package io.github.epdi.training.finetuning;
