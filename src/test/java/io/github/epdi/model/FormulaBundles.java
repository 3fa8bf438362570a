package io.github.epdi.model;

import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.image.Colormap;
import io.github.epdi.image.Encoding;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.network.FormulaTensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorSource;
import io.github.epdi.model.safetensors.TensorSpec;
import io.github.epdi.model.safetensors.TensorType;
import io.github.epdi.theory.LevelOfTheory;
import java.util.List;
import java.util.Map;

/** Bundles whose weights are made by formula: they predict nothing, but exactly. */
public final class FormulaBundles {
  private FormulaBundles() {}

  public static ModelBundle bundle(int pixels, int members) {
    return ModelBundle.of(metadata(pixels, members), weights(members, TensorType.F32));
  }

  /** The weights of member m are made with seed 7 + m. */
  static byte[] weights(int members, TensorType type) {
    SafetensorsWriter writer = new SafetensorsWriter();
    for (int m = 0; m < members; m++) {
      new FormulaTensors(7 + m)
          .add(writer, Architecture.DENSENET121.tensors(), ModelBundle.prefix(m, members), type);
    }
    return writer.toBytes();
  }

  /** One network of any architecture. */
  public static ModelBundle bundle(Architecture architecture, int pixels, TensorType type) {
    SafetensorsWriter writer = new SafetensorsWriter();
    TensorSource source = new FormulaTensors(7).source(architecture.tensors());
    for (TensorSpec spec : architecture.tensors()) {
      TensorType kept = spec.shape().size() > 1 ? type : TensorType.F32;
      writer.add(spec, () -> source.floats(spec.name()), kept);
    }
    return ModelBundle.of(metadata(architecture, pixels, 1), writer.toBytes());
  }

  static BundleMetadata metadata(int pixels, int members) {
    return metadata(Architecture.DENSENET121, pixels, members);
  }

  private static BundleMetadata metadata(Architecture architecture, int pixels, int members) {
    return new BundleMetadata(
        BundleMetadata.FORMAT_VERSION,
        architecture.id(),
        members,
        "Li",
        new ImageSpec(
            Encoding.COLORMAP,
            Colormap.VIRIDIS,
            List.of(1.5),
            8.0,
            pixels,
            -2.0,
            0.5,
            List.of(0.485, 0.456, 0.406),
            List.of(0.229, 0.224, 0.225)),
        1,
        PotentialConventions.DEFAULT,
        new LevelOfTheory("CP2K", "PBE", "GTH", "Gamma", "restricted", "Li", "bcc", "single point"),
        new BundleMetadata.Target("binding_energy_ev", -1.5, 0.25),
        new BundleMetadata.TrainingData(
            "0".repeat(64),
            12,
            new BundleMetadata.Split(
                "by-material", 7, List.of("MoS2", "WS2"), List.of("MoSe2"), List.of())),
        Map.of("mae_ev", 0.1, "a_rmse_ev", 0.2),
        "Apache-2.0",
        "");
  }
}
