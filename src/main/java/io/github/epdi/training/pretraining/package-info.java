/**
 * Makes initial weights without labels. A network learns to predict what a potential itself
 * determines, and a last layer is fitted on its pooled features. Imported by {@code training.study}
 * and {@code cli}.
 */
package io.github.epdi.training.pretraining;
