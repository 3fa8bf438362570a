/**
 * From labels to a model bundle: {@code epdi train}. One training with its data, settings and
 * report; whole materials are held out. Imported by {@code training.study} and {@code cli}.
 */
package io.github.epdi.training.finetuning;
