/**
 * PyTorch as this program runs it: the engine, offline and with one thread per task, the devices
 * that there are, and the precisions in which a device computes. This package is imported by {@code
 * model}, {@code training}, {@code screening} and {@code cli}.
 */
package io.github.epdi.model.torch;
