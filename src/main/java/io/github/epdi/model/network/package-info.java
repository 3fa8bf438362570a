/**
 * The neural networks: DenseNet121, ResNet50 and VGG16 as trainable layers with torchvision's names
 * and shapes "(N, C, H, W)", and the program that predicts with their weights folded. Images go in,
 * and pooled features or outputs come out. Nothing here knows a bundle.
 */
package io.github.epdi.model.network;
