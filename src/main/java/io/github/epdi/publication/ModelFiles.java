package io.github.epdi.publication;

import io.github.epdi.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what is known of the models that predicted: a card, and the bundle's own description. */
final class ModelFiles {
  static final String BUNDLE = "bundle.json";
  private static final String CARD = "README.md";

  private ModelFiles() {}

  static List<PackagedFile> write(Path folder, PublishedRuns runs) throws IOException {
    List<PackagedFile> files = new ArrayList<>();
    for (PublishedModel model : runs.models()) {
      Files.createDirectories(folder.resolve(model.folder()));
      String card = model.folder() + "/" + CARD;
      Files.writeString(folder.resolve(card), ModelCard.ofRun(model.json()));
      files.add(
          PackagedFile.of(
              folder, card, PackagedFile.MARKDOWN, "Card of the model " + model.digest() + "."));
      String bundle = model.folder() + "/" + BUNDLE;
      Files.writeString(folder.resolve(bundle), model.json());
      files.add(
          PackagedFile.of(
              folder,
              bundle,
              PackagedFile.JSON,
              "Description of the model " + model.digest() + ", as its bundle has it."));
    }
    return files;
  }
}
