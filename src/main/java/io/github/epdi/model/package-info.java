/**
 * Networks, their weights, bundles of both with all that a prediction needs, and prediction.
 *
 * <p>Images go in as plain float arrays, (N, 3, P, P) row-major, and binding energies come out in
 * eV. Tensor names and shapes are torchvision's. This package imports {@code image}, {@code grid}
 * and {@code structure}. Training, screening and the commands may import it.
 */
package io.github.epdi.model;
