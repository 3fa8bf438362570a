/**
 * One network's steps: weights at the start, views of images, Adam, schedule, epochs, checkpoints
 * that let a killed training go on to the same weights. Nothing here knows what an image shows;
 * {@code training.finetuning}, {@code training.pretraining} and {@code training.study} run it.
 */
package io.github.epdi.training.loop;
