/**
 * A start without labels: a network learns to name what a potential itself determines, and a last
 * layer is fitted on its pooled features. Imported by {@code training.study} and {@code cli}.
 */
package io.github.epdi.training.pretraining;
