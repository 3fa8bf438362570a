package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles there and back, and what is wrong with the others. */
class ModelBundleTest {
  private static final ModelBundle BUNDLE = FormulaBundles.bundle(96, 1);

  @TempDir Path folder;

  @Test
  void comesBackFromADirectory() throws IOException {
    Path directory = folder.resolve("below/bundle");
    BUNDLE.write(directory);
    ModelBundle read = ModelBundle.read(directory);
    assertThat(read.metadata()).isEqualTo(BUNDLE.metadata());
    assertThat(read.bundleJson()).isEqualTo(BUNDLE.bundleJson());
    assertThat(read.weights()).isEqualTo(BUNDLE.weights());
    assertThat(read.digest()).isEqualTo(BUNDLE.digest()).hasSize(64);
    try (Stream<Path> files = Files.list(directory.getParent())) {
      assertThat(files).containsExactly(directory);
    }
    try (Stream<Path> files = Files.list(directory).map(Path::getFileName)) {
      assertThat(files)
          .containsExactlyInAnyOrder(Path.of("bundle.json"), Path.of("model.safetensors"));
    }
    assertThatThrownBy(() -> BUNDLE.write(directory))
        .hasMessageContaining("below/bundle: expected a new name, found that it exists");
  }

  @Test
  void sayInPlainJsonWhatTheyAre() {
    assertThat(new String(BUNDLE.bundleJson(), StandardCharsets.UTF_8))
        .contains("\"format_version\" : 1,", "\"architecture\" : \"densenet121\",")
        .contains("\"encoding\" : \"colormap\",", "\"sign\" : \"auto\",")
        .contains("\"heights_angstrom\" : [ 1.5 ],", "\"pixels\" : 96,", "\"vmin_ev\" : -2.0,")
        .contains("\"k_points\" : \"Gamma\",", "\"vacuum_gap_angstrom\" : 6.0,")
        .contains("\"mean_ev\" : -1.5,", "\"training\" : [ \"MoS2\", \"WS2\" ],")
        .contains("\"weights_sha256\" : \"" + DigestUtils.sha256Hex(BUNDLE.weights()) + "\"");
  }

  @Test
  void membersStandUnderPrefixes() {
    ModelBundle two = FormulaBundles.bundle(96, 2);
    assertThat(two.tensors().names())
        .hasSize(2 * 606)
        .contains("member0.features.conv0.weight", "member1.classifier.bias");
    assertThat(BUNDLE.tensors().names()).hasSize(606).contains("features.conv0.weight");
    BundleMetadata three = FormulaBundles.metadata(96, 3);
    assertThatThrownBy(() -> ModelBundle.of(three, two.weights()))
        .hasMessage(
            "Cannot load tensor member2.features.conv0.weight:"
                + " expected shape [64, 3, 7, 7], found no tensor of this name");
  }

  @Test
  void namesTheTensorThatDoesNotFit() {
    SafetensorsWriter writer = new SafetensorsWriter();
    new FormulaTensors(7)
        .add(writer, Architecture.DENSENET121.tensors(), "member0.", TensorType.F16);
    new FormulaTensors(8)
        .add(writer, Architecture.DENSENET121.tensors(), "member1.", TensorType.F16);
    writer.add(new TensorSpec("left.over", List.of(1)), new float[1], TensorType.F32);
    BundleMetadata two = FormulaBundles.metadata(96, 2);
    assertThatThrownBy(() -> ModelBundle.of(two, writer.toBytes()))
        .hasMessage(
            "Cannot load tensor left.over:"
                + " expected only tensors of 2 members, found one of none of them");
  }

  @Test
  void weightsMustBeThoseOfTheirDescription() {
    byte[] changed = BUNDLE.weights().clone();
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> ModelBundle.of(BUNDLE.bundleJson(), changed))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "Cannot load bundle weights: expected SHA-256 %s, found %s",
            DigestUtils.sha256Hex(BUNDLE.weights()), DigestUtils.sha256Hex(changed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"format_version\" : 1|\"format_version\" : 2|at affinity: expected the keys and types of"
            + " format version 2",
        "\"format_version\" : 1|\"format_version\" : 3|at format_version: expected 1 or 2, found 3",
        "\"format_version\"|\"version\"|at format_version: expected 1 or 2, found no such key",
        "\"densenet121\"|\"densenet169\"|network: expected one of [densenet121, resnet50, vgg16],"
            + " found densenet169",
        "\"pixels\" : 96|\"pixels\" : 31|at image.pixels: expected at least 32, found 31",
        "\"pixels\" : 96|\"pixels\" : 9.5|at image.pixels: expected the keys and types of format",
        "\"pixels\" : 96|\"pixls\" : 96|1, found Missing creator property 'pixels'",
        "\"pixels\" : 96|\"pixels\" : 96, \"pixls\" : 96|at image.pixls: expected the keys and"
            + " types",
        "\"viridis\"|\"viridi\"|at image.colormap: expected the keys and types of format",
        "\"scale_ev\" : 0.25|\"scale_ev\" : 0|at target.scale_ev: expected a number above 0, found",
        "\"mean_ev\" : -1.5|\"mean_ev\" : \"NaN\"|at target.mean_ev: expected a finite number",
        "0.229, |~~|at image: Cannot use image spec, std: expected 3 positive numbers, found [0.22",
        "\"ion\" : \"Li\",|\"ion\" : null,|at ion: expected a text, found null",
        "\"averaged_copies\" : 1,|~~|averaged_copies",
        "[ \"MoS2\", \"WS2\" ]|null|at training_data.split: expected all its entries, found null",
        "\"averaged_copies\" : 1|\"averaged_copies\" : 0|at averaged_copies: expected at least 1",
        "\"licence\"|\"ion\" : \"Na\", \"licence\"|expected JSON, found Duplicate field 'ion'",
        "\"members\" : 1|\"members\" : 2|tensor member0.features.conv0.weight: expected shape",
      })
  void rejectsABadDescription(String good, String bad, String message) {
    String json = new String(BUNDLE.bundleJson(), StandardCharsets.UTF_8);
    assertThat(json).contains(good);
    byte[] changed = json.replaceFirst(Pattern.quote(good), bad).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ModelBundle.of(changed, BUNDLE.weights()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    assertThatThrownBy(() -> ModelBundle.read(folder.resolve("none")))
        .hasMessageContaining("none: expected a file bundle.json, found none");
    Files.write(folder.resolve("bundle.json"), BUNDLE.bundleJson());
    assertThatThrownBy(() -> ModelBundle.read(folder))
        .hasMessageContaining("expected a file model.safetensors, found none");
    Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> ModelBundle.read(folder))
        .hasMessageContaining("Cannot load bundle " + folder + ": Cannot load bundle weights: exp");
  }
}
