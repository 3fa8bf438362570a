package io.github.epdi.model;

/** The file formats in which networks leave a bundle. */
public enum ExportFormat {
  /** The weights with torchvision's names, which a program of its own builds a network around. */
  SAFETENSORS("safetensors"),
  /** Network, weights, normalisation of the input and scale of the output in one, float32. */
  ONNX("onnx");

  private final String extension;

  ExportFormat(String extension) {
    this.extension = extension;
  }

  /** Returns what the names of its files end with, after a dot. */
  String extension() {
    return extension;
  }
}
