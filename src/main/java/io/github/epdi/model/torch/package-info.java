/**
 * PyTorch as this program runs it: the engine, offline and one thread a task, the devices that
 * there are, and the precisions that a device computes in. Imported by {@code model}, {@code
 * training}, {@code screening} and {@code cli}.
 */
package io.github.epdi.model.torch;
