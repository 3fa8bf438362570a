/**
 * Trains one network. It holds weights at the start, views of images, Adam, schedule, epochs, and
 * checkpoints from which a killed training continues to the same weights. Nothing here knows what
 * an image shows. {@code training.finetuning}, {@code training.pretraining} and {@code
 * training.study} run it.
 */
package io.github.epdi.training.loop;
