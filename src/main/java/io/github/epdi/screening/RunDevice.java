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

/**
 * Decides the kind of device on which a run predicts. This happens once, before inputs are listed,
 * because the device is part of every result's identity. In this JVM the decision follows what
 * libtorch sees. On a cluster it follows whether tasks get graphics processors, because the driver
 * need not have one.
 */
final class RunDevice {
  private static final String OF_EXECUTOR = "spark.executor.resource.gpu.amount";
  private static final String OF_TASK = "spark.task.resource.gpu.amount";

  private RunDevice() {}

  /**
   * Returns the campaign with its device decided.
   *
   * @throws InputException if the device or the precision is not available, with what to set
   */
  static Campaign decide(Campaign campaign, SparkConf conf) {
    return SessionSource.isHere(conf) ? decideHere(campaign) : decideThere(campaign, conf);
  }

  /** Decides the device for a cluster with this configuration, without looking at its machines. */
  static Campaign decideThere(Campaign campaign, SparkConf conf) {
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

  /** Decides the device for this JVM after looking at its devices. */
  static Campaign decideHere(Campaign campaign) {
    Campaign decided = decided(campaign, GraphicsProcessors::areUsable);
    new ComputeDevice(kind(decided), 0).requireHere();
    decided.precision().requireOn(kind(decided));
    return decided;
  }

  private static boolean isSet(SparkConf conf, String key) {
    return !conf.get(key, "0").matches("0*(\\.0*)?");
  }

  /**
   * Returns the campaign with {@code auto} replaced by a graphics processor if there is one,
   * otherwise by the CPU.
   */
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

  /**
   * Returns the kind of device of a campaign.
   *
   * @throws IllegalStateException if the device is not decided
   */
  static ComputeDevice.Kind kind(Campaign campaign) {
    return switch (campaign.device()) {
      case CPU -> ComputeDevice.Kind.CPU;
      case GPU -> ComputeDevice.Kind.GPU;
      case AUTO -> throw new IllegalStateException("the device of this campaign is not decided");
    };
  }
}
