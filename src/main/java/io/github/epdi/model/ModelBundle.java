package io.github.epdi.model;

import io.github.epdi.model.network.Architecture;
import io.github.epdi.model.physics.AffinityModel;
import io.github.epdi.model.safetensors.ModelFormatException;
import io.github.epdi.model.safetensors.Safetensors;
import io.github.epdi.model.safetensors.SafetensorsWriter;
import io.github.epdi.model.safetensors.TensorCheck;
import io.github.epdi.model.safetensors.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Checked weights and all that a prediction with them needs, as in a directory of {@code
 * model.safetensors} and {@code bundle.json}.
 *
 * <p>A bundle of one member holds torchvision's tensor names as they are, so that its weights load
 * in torchvision. In a bundle of several members, each has its own prefix, {@code member0.}, {@code
 * member1.} and so on. A bundle that predicts from levels has no tensors. A bundle is immutable.
 * Its byte arrays are shared, not copied, and must not be changed.
 */
public final class ModelBundle {
  private final byte[] bundleJson;
  private final byte[] weights;
  private final BundleMetadata metadata;
  private final Safetensors tensors;
  private AffinityModel affinityModel;

  /**
   * Holds what belongs together.
   *
   * @param digest the weights' SHA-256, lower-case hexadecimal
   */
  private ModelBundle(byte[] bundleJson, byte[] weights, String digest) {
    this.bundleJson = bundleJson;
    this.weights = weights;
    this.metadata = BundleJson.read(bundleJson);
    if (!metadata.weightsSha256().equals(digest)) {
      throw new ModelFormatException(
          "Cannot load bundle weights: expected SHA-256 "
              + metadata.weightsSha256()
              + ", found "
              + digest);
    }
    this.tensors = Safetensors.parse(weights);
    checkTensors();
  }

  /**
   * Makes a bundle from the bytes of its two files.
   *
   * @throws ModelFormatException if they do not fit each other or the architecture, naming the key
   *     or the tensor
   */
  public static ModelBundle of(byte[] bundleJson, byte[] weights) {
    return new ModelBundle(bundleJson, weights, DigestUtils.sha256Hex(weights));
  }

  /**
   * Makes a new bundle. The metadata's digest of the weights is replaced by that of the given
   * weights.
   */
  public static ModelBundle of(BundleMetadata metadata, byte[] weights) {
    String digest = DigestUtils.sha256Hex(weights);
    return new ModelBundle(BundleJson.write(metadata.withWeightsSha256(digest)), weights, digest);
  }

  /** Makes a bundle that predicts from levels, without weights. */
  public static ModelBundle ofAffinity(BundleMetadata metadata) {
    return of(metadata, new SafetensorsWriter().toBytes());
  }

  /** Reads a bundle from a local directory. */
  public static ModelBundle read(Path directory) throws IOException {
    return BundleDirectory.read(directory);
  }

  /**
   * Writes the bundle to a local directory that must not exist yet. It appears whole or not at all.
   */
  public void write(Path directory) throws IOException {
    BundleDirectory.write(this, directory);
  }

  /**
   * Returns the prefix of a member's tensor names.
   *
   * @param member from 0
   * @param members number of members in the bundle
   */
  public static String prefix(int member, int members) {
    return members == 1 ? "" : "member" + member + ".";
  }

  /** Returns what is known of the model. */
  public BundleMetadata metadata() {
    return metadata;
  }

  /**
   * Returns the regressions of a bundle that predicts from levels. They are solved when they are
   * first asked for.
   *
   * @throws IllegalStateException if it predicts by networks
   */
  public synchronized AffinityModel affinityModel() {
    if (!metadata.needsLevels()) {
      throw new IllegalStateException(
          "Cannot predict from levels: the bundle predicts from images");
    }
    if (affinityModel == null) {
      BundleMetadata.Target target = metadata.target();
      affinityModel = metadata.affinity().model(target.meanEv(), target.scaleEv());
    }
    return affinityModel;
  }

  /**
   * Returns the architecture of the networks.
   *
   * @throws ModelFormatException if the bundle predicts from levels, because then it has none
   */
  public Architecture architecture() {
    return Architecture.of(metadata.architecture());
  }

  /** Returns the bytes of {@code bundle.json}. */
  public byte[] bundleJson() {
    return bundleJson;
  }

  /** Returns the bytes of {@code model.safetensors}. */
  public byte[] weights() {
    return weights;
  }

  /**
   * Returns the identity of the model, the SHA-256 of {@code bundle.json}, which holds that of the
   * weights.
   */
  public String digest() {
    return DigestUtils.sha256Hex(bundleJson);
  }

  /** Returns the tensors of all members. */
  Safetensors tensors() {
    return tensors;
  }

  private void checkTensors() {
    int members = metadata.members();
    List<TensorSpec> wanted = members == 0 ? List.of() : architecture().tensors();
    for (int member = 0; member < members; member++) {
      TensorCheck.check(tensors, prefix(member, members), wanted, Set.of());
    }
    for (String name : tensors.names()) {
      if (IntStream.range(0, members).noneMatch(m -> name.startsWith(prefix(m, members)))) {
        throw new ModelFormatException(
            "Cannot load tensor "
                + name
                + ": expected only tensors of "
                + members
                + " members, found one of none of them");
      }
    }
  }
}
