package io.github.epdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.epdi.SharedData;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights go out and come back with every bit, under the names that other programs know. */
class BundleExportTest {
  @TempDir private Path folder;

  /** Names and shapes against torchvision's own list; half precision stays what it is. */
  @ParameterizedTest
  @EnumSource
  void namesAndShapesAreTorchvisions(Architecture architecture) throws IOException {
    JsonNode shapes =
        new ObjectMapper()
            .readTree(SharedData.path("torchvision-reference/reference-7.json").toFile())
            .path("networks")
            .path(architecture.id())
            .path("shapes");
    Map<String, List<Integer>> expected = new TreeMap<>();
    for (Map.Entry<String, JsonNode> shape : shapes.properties()) {
      expected.put(
          shape.getKey(),
          StreamSupport.stream(shape.getValue().spliterator(), false)
              .map(JsonNode::intValue)
              .toList());
    }
    ModelBundle bundle = FormulaBundles.bundle(architecture, 64, TensorType.F16);
    Path out = folder.resolve("exported");
    assertThat(new BundleExport(bundle, TensorType.F16).write(out))
        .containsExactly(out.resolve("README.md"), out.resolve("model.safetensors"));
    Safetensors file = Safetensors.open(out.resolve("model.safetensors"));
    Map<String, List<Integer>> found = new TreeMap<>();
    file.names().forEach(name -> found.put(name, file.spec(name).shape()));
    assertThat(found).isEqualTo(expected).isNotEmpty();
    assertThat(file.metadata())
        .containsEntry("format", "pt")
        .containsEntry("architecture", architecture.id())
        .containsEntry("bundle_sha256", bundle.digest());
    for (String name : architecture.build(1).headTensors()) {
      assertThat(file.floats(name)).isEqualTo(bundle.tensors().floats(name));
      assertThat(file.type(name)).isEqualTo(bundle.tensors().type(name));
    }
  }

  /** There and back: the bundle of exported weights is the same bundle, in each precision. */
  @ParameterizedTest
  @EnumSource(
      value = TensorType.class,
      names = {"F32", "F16"})
  void comesBackBitByBit(TensorType type) throws IOException {
    ModelBundle bundle = ModelBundle.of(FormulaBundles.metadata(64, 1), weights(1, type));
    Path out = folder.resolve("exported");
    new BundleExport(bundle, null).write(out);
    byte[] exported = Files.readAllBytes(out.resolve("model.safetensors"));
    ModelBundle back = ModelBundle.of(bundle.metadata(), exported);
    assertSame(back.tensors(), bundle.tensors(), type);
    Path again = folder.resolve("again");
    new BundleExport(back, type).write(again);
    assertSame(Safetensors.open(again.resolve("model.safetensors")), bundle.tensors(), type);
  }

  private static void assertSame(Safetensors found, Safetensors expected, TensorType type) {
    assertThat(found.names()).containsExactlyInAnyOrderElementsOf(expected.names()).hasSize(606);
    for (String name : expected.names()) {
      assertThat(found.floats(name)).as(name).isEqualTo(expected.floats(name));
      assertThat(found.type(name)).as(name).isEqualTo(expected.type(name));
    }
    assertThat(found.type("features.conv0.weight")).isEqualTo(type);
    assertThat(found.type("features.norm0.running_var")).isEqualTo(TensorType.F32);
  }

  /** Halves written as float32 keep their values; float32 written as halves is rounded. */
  @Test
  void otherPrecisionsAreOfTheSameValues() throws IOException {
    ModelBundle halves = ModelBundle.of(FormulaBundles.metadata(64, 1), weights(1, TensorType.F16));
    new BundleExport(halves, TensorType.F32).write(folder.resolve("wide"));
    Safetensors wide = Safetensors.open(folder.resolve("wide/model.safetensors"));
    assertThat(wide.type("features.conv0.weight")).isEqualTo(TensorType.F32);
    new BundleExport(FormulaBundles.bundle(64, 1), TensorType.F16).write(folder.resolve("narrow"));
    Safetensors narrow = Safetensors.open(folder.resolve("narrow/model.safetensors"));
    for (String name : halves.tensors().names()) {
      assertThat(wide.floats(name)).as(name).isEqualTo(halves.tensors().floats(name));
      assertThat(narrow.floats(name)).as(name).isEqualTo(halves.tensors().floats(name));
    }
  }

  @Test
  void membersHaveAFileEach() throws IOException {
    ModelBundle two = FormulaBundles.bundle(64, 2);
    Path all = folder.resolve("all");
    assertThat(new BundleExport(two, null).write(all))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("README.md", "member0.safetensors", "member1.safetensors");
    Path one = folder.resolve("one");
    new BundleExport(two, null).writeMember(1, one);
    assertThat(one.resolve("model.safetensors"))
        .hasSameBinaryContentAs(all.resolve("member1.safetensors"));
    Safetensors first = Safetensors.open(all.resolve("member0.safetensors"));
    assertThat(first.floats("classifier.weight"))
        .isEqualTo(two.tensors().floats("member0.classifier.weight"))
        .isNotEqualTo(two.tensors().floats("member1.classifier.weight"));
    assertThat(all.resolve("README.md"))
        .content()
        .contains("mean over its 2 members", "| `member1.safetensors` | 1 of 2 |");
    assertThatThrownBy(() -> new BundleExport(two, null).writeMember(2, folder.resolve("x")))
        .hasMessage("Cannot export member 2: expected 0 to 1 of this bundle");
    assertThatThrownBy(() -> new BundleExport(two, null).write(all))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage("Cannot write export " + all + ": expected a new name, found that it exists");
    assertThat(folder)
        .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
  }

  private static byte[] weights(int members, TensorType type) {
    return FormulaBundles.weights(members, type);
  }
}
