/**
 * The file format of weights: safetensors with its header, types and checks, read and written with
 * torchvision's tensor names. Values are float32 once they are read. The networks and bundles of
 * {@code model} build on this package, and so does {@code training}.
 */
package io.github.epdi.model.safetensors;
