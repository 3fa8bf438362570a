/**
 * The file format of networks for other programs: ONNX, operator set 17, written in the wire format
 * of protocol buffers without a library. Weights are float32, little-endian, inside the file. The
 * networks of {@code model} build on this package, which knows none of them.
 */
package io.github.epdi.model.onnx;
