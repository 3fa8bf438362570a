package io.github.epdi.screening;

import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.ReadingRequest;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.image.ImageSpec;
import io.github.epdi.image.LocalFields;
import io.github.epdi.image.MeanLocalPotential;
import io.github.epdi.levels.LevelsConvention;
import io.github.epdi.model.BatchSize;
import io.github.epdi.model.BundleMetadata;
import io.github.epdi.model.ModelBundle;
import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import io.github.epdi.screening.campaign.GridInput;
import io.github.epdi.screening.campaign.LevelsSettings;
import io.github.epdi.screening.campaign.TheoryMismatch;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a task needs to know of a campaign. It travels to executors.
 *
 * @param sides surfaces to screen
 * @param potential the campaign's conventions for potentials
 * @param limits what one file may cost
 * @param gridLimit wall-clock time in which one grid must be read
 * @param symmetryToleranceAngstrom tolerance of the site finder
 * @param pointsPerHop extra points on each hop, even
 * @param descriptorRadiusAngstrom radius of the disc of the mean local potential
 * @param estimates what rate and diffusivity assume; null unless asked for
 * @param device kind of device that predicts
 * @param batchSize images of one forward pass
 * @param precision numbers that the network computes in
 * @param modelDigest identity of the model
 * @param conventionsJson canonical JSON of all values that change results
 * @param levelMismatch settings in which the campaign's level of theory differs from that of the
 *     model's labels
 * @param theory level of theory of the model's labels
 * @param onDoubt what becomes of a side that the model was not trained for
 * @param levels which of a grid's levels a model without networks needs; null where it predicts
 *     from images
 * @param levelsSettings where levels are looked for, and what becomes of a grid without them
 */
public record ScreeningSpec(
    List<Side> sides,
    PotentialConventions potential,
    GridLimits limits,
    Duration gridLimit,
    double symmetryToleranceAngstrom,
    int pointsPerHop,
    double descriptorRadiusAngstrom,
    DiffusionEstimate.Conditions estimates,
    ComputeDevice.Kind device,
    int batchSize,
    Precision precision,
    String modelDigest,
    String conventionsJson,
    List<String> levelMismatch,
    LevelOfTheory theory,
    Campaign.OnDoubt onDoubt,
    LevelsConvention levels,
    LevelsSettings levelsSettings)
    implements Serializable {

  /**
   * Derives what tasks need from a model and a campaign whose device is decided.
   *
   * @throws InputException if the campaign asks for further points of paths and the model predicts
   *     from levels
   */
  public static ScreeningSpec of(Campaign campaign, ModelBundle bundle) {
    BundleMetadata model = bundle.metadata();
    if (model.needsLevels() && campaign.pointsPerHop() > 0) {
      throw new InputException(
          "Cannot predict further points of paths: expected paths.points_per_hop: 0 with a model"
              + " that knows sites alone, found "
              + campaign.pointsPerHop());
    }
    ComputeDevice.Kind device = RunDevice.kind(campaign);
    int batchSize = batchSize(campaign, model);
    return new ScreeningSpec(
        campaign.sides(),
        campaign.potential(),
        campaign.limits(),
        campaign.policy().gridLimit(),
        campaign.symmetryToleranceAngstrom(),
        campaign.pointsPerHop(),
        campaign.descriptorRadiusAngstrom(),
        campaign.estimates(),
        device,
        batchSize,
        campaign.precision(),
        bundle.digest(),
        Conventions.with(campaign.conventionsJson(), CampaignKey.MODEL_BATCH_SIZE, batchSize),
        TheoryMismatch.of(campaign, model.theory()),
        model.theory(),
        campaign.onDoubt(),
        model.needsLevels() ? model.affinity().levels() : null,
        campaign.levels());
  }

  /** Tells whether a grid without levels gets rows without energies. */
  boolean abstainsWithoutLevels() {
    return needsLevels() && levelsSettings.withoutLevels() == LevelsSettings.WithoutLevels.ABSTAIN;
  }

  /** Tells whether energies come from levels and the local potential instead of images. */
  boolean needsLevels() {
    return levels != null;
  }

  /**
   * Returns the batch size that the campaign sets, or one that suits the device and the size of the
   * model's images.
   */
  static int batchSize(Campaign campaign, BundleMetadata model) {
    return campaign.batchSize() > 0
        ? campaign.batchSize()
        : BatchSize.of(RunDevice.kind(campaign), model.image().pixels());
  }

  /** Returns how one input is read for the model's prediction and for the descriptor. */
  ReadingRequest request(GridInput input, ImageSpec images) {
    return request(input, needsLevels() ? LocalFields.HEIGHTS_ANGSTROM : images.heightsAngstrom());
  }

  /** Returns how one input is read for images and for the descriptor. */
  ReadingRequest pictureRequest(GridInput input, ImageSpec images) {
    return request(input, images.heightsAngstrom());
  }

  private ReadingRequest request(GridInput input, List<Double> heightsAngstrom) {
    TreeSet<Double> heights = new TreeSet<>(heightsAngstrom);
    heights.add(descriptor().heightAngstrom());
    return new ReadingRequest(
        sides,
        new ArrayList<>(heights),
        input.overrides().over(potential),
        limits,
        symmetryToleranceAngstrom,
        ReadingRequest.Depth.STOP_AT_REJECT);
  }

  MeanLocalPotential descriptor() {
    return new MeanLocalPotential(
        descriptorRadiusAngstrom, MeanLocalPotential.DEFAULT.heightAngstrom());
  }
}
