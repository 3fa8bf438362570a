package io.github.epdi.screening;

import io.github.epdi.model.torch.ComputeDevice;
import io.github.epdi.model.torch.GraphicsProcessors;
import io.github.epdi.screening.campaign.Campaign;
import io.github.epdi.screening.campaign.CampaignKey;
import io.github.epdi.screening.campaign.Conventions;
import io.github.epdi.structure.InputException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * Decides on what kind of device a run predicts: once, before anything is listed, since it is part
 * of every result's identity. In this JVM by what libtorch sees; on a cluster by whether tasks get
 * graphics processors, as the driver need not have one.
 */
final class RunDevice {
  private static final String OF_EXECUTOR = "spark.executor.resource.gpu.amount";
  private static final String OF_TASK = "spark.task.resource.gpu.amount";

  private RunDevice() {}

  /**
   * The campaign with its device decided.
   *
   * @throws InputException if the device or the precision cannot be had, saying what to set
   */
  static Campaign decide(Campaign campaign, SparkContext context) {
    return context.isLocal() ? decideHere(campaign) : decide(campaign, context.getConf());
  }

  /** The same for a cluster of this configuration, whose machines are not looked at. */
  static Campaign decide(Campaign campaign, SparkConf conf) {
    boolean offered = isSet(conf, OF_EXECUTOR) && isSet(conf, OF_TASK);
    if (campaign.device() == Campaign.DeviceChoice.GPU && !offered) {
      throw new InputException(
          "Cannot screen with model.device: gpu: expected "
              + OF_EXECUTOR
              + " and "
              + OF_TASK
              + " (a share, for example 0.25, so that several tasks feed one), found "
              + (isSet(conf, OF_EXECUTOR) || isSet(conf, OF_TASK) ? "one of them" : "none")
              + "; set them with --conf, and spark.executor.resource.gpu.discoveryScript"
              + " (jobs/README.md)");
    }
    Campaign decided = decided(campaign, () -> offered);
    decided.precision().requirePossibleOn(kind(decided));
    return decided;
  }

  /** The same for this JVM, whose devices are looked at. */
  static Campaign decideHere(Campaign campaign) {
    Campaign decided = decided(campaign, GraphicsProcessors::areUsable);
    new ComputeDevice(kind(decided), 0).requireHere();
    decided.precision().requireOn(kind(decided));
    return decided;
  }

  private static boolean isSet(SparkConf conf, String key) {
    return !conf.get(key, "0").matches("0*(\\.0*)?");
  }

  /** The campaign with {@code auto} replaced by what there is. */
  static Campaign decided(Campaign campaign, BooleanSupplier hasGraphicsProcessor) {
    if (campaign.device() != Campaign.DeviceChoice.AUTO) {
      return campaign;
    }
    Campaign.DeviceChoice choice =
        hasGraphicsProcessor.getAsBoolean() ? Campaign.DeviceChoice.GPU : Campaign.DeviceChoice.CPU;
    return campaign.withDevice(
        choice,
        Conventions.with(
            campaign.conventionsJson(),
            CampaignKey.MODEL_DEVICE,
            choice.name().toLowerCase(Locale.ROOT)));
  }

  /** The kind of device, once it is decided. */
  static ComputeDevice.Kind kind(Campaign campaign) {
    return switch (campaign.device()) {
      case CPU -> ComputeDevice.Kind.CPU;
      case GPU -> ComputeDevice.Kind.GPU;
      case AUTO -> throw new IllegalStateException("the device of this campaign is not decided");
    };
  }
}
