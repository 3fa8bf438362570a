package io.github.epdi.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as they are published, under other names and of other numbers of outputs. */
class PublishedWeightsTest {
  private static final FormulaTensors FORMULA = new FormulaTensors(5);

  /** A thousand outputs, counts of training steps, or no last layer at all. */
  @ParameterizedTest
  @EnumSource
  void torchvisionsFilesFit(Architecture architecture) {
    Network thousand = architecture.build(1000);
    List<TensorSpec> tensors = new ArrayList<>(thousand.tensors());
    tensors.add(new TensorSpec("bn1.num_batches_tracked", List.of()));
    PublishedWeights weights = new PublishedWeights(FORMULA.source(tensors));
    weights.requireFeaturesOf(architecture);
    assertThat(weights.names()).doesNotContain("bn1.num_batches_tracked");
    new PublishedWeights(FORMULA.source(thousand.featureTensors())).requireFeaturesOf(architecture);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichNetworkTheFileIsOf(Architecture architecture) {
    PublishedWeights weights =
        new PublishedWeights(FORMULA.source(architecture.build(1000).tensors()));
    for (Architecture other : Architecture.values()) {
      if (other != architecture) {
        assertThatThrownBy(() -> weights.requireFeaturesOf(other))
            .isInstanceOf(ModelFormatException.class)
            .hasMessage(
                "expected tensors of %s, found those of %s: use --architecture %s",
                other.id(), architecture.id(), architecture.id());
      }
    }
  }

  /** As timm's vgg16: convolutions in place of the linear layers. */
  @Test
  void timmsVggFits() {
    List<TensorSpec> tensors =
        renamed(
            Architecture.VGG16.build(1000).featureTensors(),
            name ->
                name.replace("classifier.0.", "pre_logits.fc1.")
                    .replace("classifier.3.", "pre_logits.fc2."));
    tensors.removeIf(spec -> spec.name().matches("pre_logits.*weight"));
    tensors.add(new TensorSpec("pre_logits.fc1.weight", List.of(4096, 512, 7, 7)));
    tensors.add(new TensorSpec("pre_logits.fc2.weight", List.of(4096, 4096, 1, 1)));
    tensors.add(new TensorSpec("head.fc.weight", List.of(1000, 4096)));
    tensors.add(new TensorSpec("head.fc.bias", List.of(1000)));
    PublishedWeights weights = new PublishedWeights(FORMULA.source(tensors));
    weights.requireFeaturesOf(Architecture.VGG16);
    assertThat(weights.spec("classifier.0.weight"))
        .isEqualTo(new TensorSpec("classifier.0.weight", List.of(4096, 25088)));
    assertThat(weights.spec("classifier.6.weight").shape()).containsExactly(1000, 4096);
  }

  /** torchvision's first files of DenseNets, as they are on its server. */
  @Test
  void firstDenseNetsFit() {
    List<TensorSpec> tensors =
        renamed(
            Architecture.DENSENET121.build(1000).tensors(),
            name -> name.replaceFirst("(denselayer\\d+\\.(norm|conv))([12])", "$1.$3"));
    assertThat(tensors)
        .extracting(TensorSpec::name)
        .contains("features.denseblock1.denselayer1.norm.1.weight", "features.norm0.weight");
    PublishedWeights weights = new PublishedWeights(FORMULA.source(tensors));
    weights.requireFeaturesOf(Architecture.DENSENET121);
    tensors.add(new TensorSpec("features.denseblock1.denselayer1.norm1.weight", List.of(64)));
    assertThatThrownBy(() -> new PublishedWeights(FORMULA.source(tensors)))
        .hasMessage(
            "Cannot load tensor features.denseblock1.denselayer1.norm1.weight: expected one"
                + " features.denseblock1.denselayer1.norm1.weight, found"
                + " features.denseblock1.denselayer1.norm.1.weight too");
  }

  /** A VGG with normalisations is none of the three; the first tensor that differs is named. */
  @Test
  void namesTheTensorThatDoesNotFit() {
    List<TensorSpec> tensors = new ArrayList<>(Architecture.VGG16.build(1000).tensors());
    tensors.removeIf(spec -> spec.name().equals("features.2.weight"));
    PublishedWeights weights = new PublishedWeights(FORMULA.source(tensors));
    assertThatThrownBy(() -> weights.requireFeaturesOf(Architecture.VGG16))
        .hasMessage(
            "Cannot load tensor features.2.weight: expected shape [64, 64, 3, 3],"
                + " found no tensor of this name");
    tensors.add(new TensorSpec("features.2.weight", List.of(64)));
    PublishedWeights normalised = new PublishedWeights(FORMULA.source(tensors));
    assertThatThrownBy(() -> normalised.requireFeaturesOf(Architecture.VGG16))
        .hasMessage(
            "Cannot load tensor features.2.weight: expected shape [64, 64, 3, 3],"
                + " found shape [64]");
  }

  /** BF16 1.5, -2, 3.140625, 0.5 in a convolution of 1 x 2 x 2: the same order in a matrix. */
  @Test
  void valuesOfAConvolutionAreThoseOfTheMatrix() {
    PublishedWeights weights =
        new PublishedWeights(
            Safetensors.parse(bfloat16("pre_logits.fc1.weight", 0x3fc0, 0xc000, 0x4049, 0x3f00)));
    assertThat(weights.spec("classifier.0.weight").shape()).containsExactly(1, 4);
    assertThat(weights.floats("classifier.0.weight")).containsExactly(1.5f, -2f, 3.140625f, 0.5f);
    PublishedWeights infinite =
        new PublishedWeights(Safetensors.parse(bfloat16("fc.weight", 0, 0, 0x7f80, 0)));
    assertThatThrownBy(() -> infinite.floats("fc.weight"))
        .hasMessage("Cannot load tensor fc.weight: expected finite numbers, found Infinity");
  }

  private static byte[] bfloat16(String name, int... bits) {
    String header =
        "{\"" + name + "\":{\"dtype\":\"BF16\",\"shape\":[1,1,2,2],\"data_offsets\":[0,8]}}";
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file =
        ByteBuffer.allocate(8 + text.length + 2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text);
    for (int value : bits) {
      file.putShort((short) value);
    }
    return file.array();
  }

  private static List<TensorSpec> renamed(List<TensorSpec> specs, UnaryOperator<String> change) {
    List<TensorSpec> renamed = new ArrayList<>();
    specs.forEach(spec -> renamed.add(new TensorSpec(change.apply(spec.name()), spec.shape())));
    return renamed;
  }
}
