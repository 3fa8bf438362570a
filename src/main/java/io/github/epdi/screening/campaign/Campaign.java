package io.github.epdi.screening.campaign;

import io.github.epdi.grid.PotentialConventions;
import io.github.epdi.grid.blocks.GridLimits;
import io.github.epdi.model.torch.Precision;
import io.github.epdi.pes.DiffusionEstimate;
import io.github.epdi.publish.PublishSettings;
import io.github.epdi.structure.InputException;
import io.github.epdi.structure.Side;
import io.github.epdi.theory.LevelOfTheory;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * What a person asks for. A campaign is immutable, every value is checked and every path is
 * absolute.
 *
 * @param name name of the campaign, part of the run id
 * @param inputs paths and globs of grids; empty if there is an input table
 * @param inputTable table of grids, the key {@code manifest}; null if there are inputs
 * @param output folder of the tables
 * @param bundle folder of the model bundle
 * @param device where the network runs
 * @param batchSize images of one forward pass; 0 if it is to suit the device and the model's images
 * @param precision numbers that the network computes in
 * @param potential how values are to be understood
 * @param levels where the grids' electronic levels come from
 * @param levelOfTheory declared level; a field is null where nothing was said
 * @param onMismatch what follows from a difference from the bundle's level
 * @param onDoubt what becomes of a side that the model was not trained for
 * @param sides surfaces to screen
 * @param symmetryToleranceAngstrom how far an atom may land from its image
 * @param pointsPerHop extra points of a path on each hop, even
 * @param estimates parameters of the estimates; null if none are asked for
 * @param descriptorRadiusAngstrom radius of the disc of the mean local potential
 * @param limits what one file may cost
 * @param maxTaskBytes stored bytes of the grids of one task
 * @param policy rules about rejects, dying workers and other drivers
 * @param publish where runs are registered after their commit; null if nowhere
 * @param conventionsJson canonical JSON of every value that changes results
 * @param settingsJson canonical JSON of every value, relative paths as they were written
 */
public record Campaign(
    String name,
    List<String> inputs,
    String inputTable,
    String output,
    String bundle,
    DeviceChoice device,
    int batchSize,
    Precision precision,
    PotentialConventions potential,
    LevelsSettings levels,
    LevelOfTheory levelOfTheory,
    OnMismatch onMismatch,
    OnDoubt onDoubt,
    List<Side> sides,
    double symmetryToleranceAngstrom,
    int pointsPerHop,
    DiffusionEstimate.Conditions estimates,
    double descriptorRadiusAngstrom,
    GridLimits limits,
    long maxTaskBytes,
    RunPolicy policy,
    PublishSettings publish,
    String conventionsJson,
    String settingsJson) {

  /** Tells what follows from a difference between the declared level of theory and the bundle's. */
  public enum OnMismatch {
    /** Every row gets a flag. */
    FLAG,
    /** The campaign is refused before any grid is read. */
    ERROR
  }

  /** Tells what becomes of a side that the model was not trained for. */
  public enum OnDoubt {
    /** Its rows say in flags and sentences what is new. */
    FLAG,
    /** It gets no energies, and the same flags and sentences. */
    ABSTAIN
  }

  /** Tells where a person wants the network to run. */
  public enum DeviceChoice {
    /** The network runs on the processor. */
    CPU,
    /** The network runs on a graphics processor. It is an error if there is none. */
    GPU,
    /** The network runs on a graphics processor if there is one, otherwise on the processor. */
    AUTO
  }

  /** Copies the lists. */
  public Campaign {
    inputs = List.copyOf(inputs);
    sides = List.copyOf(sides);
  }

  /**
   * Returns the same campaign with a decided device, and with the conventions that name it.
   *
   * @param conventions canonical JSON of every value that changes results
   */
  public Campaign withDevice(DeviceChoice decided, String conventions) {
    return new Campaign(
        name,
        inputs,
        inputTable,
        output,
        bundle,
        decided,
        batchSize,
        precision,
        potential,
        levels,
        levelOfTheory,
        onMismatch,
        onDoubt,
        sides,
        symmetryToleranceAngstrom,
        pointsPerHop,
        estimates,
        descriptorRadiusAngstrom,
        limits,
        maxTaskBytes,
        policy,
        publish,
        conventions,
        settingsJson);
  }

  /**
   * Reads a campaign file and applies the settings of the command line over it.
   *
   * @param location a local path or a Hadoop URI
   * @param overrides "key=value", later ones win
   * @throws InputException if it cannot be used, naming key, line and column
   */
  public static Campaign read(
      String location, List<String> overrides, Configuration configuration) {
    return CampaignReader.read(location, overrides, configuration);
  }

  /** Returns a Markdown table of every key with its type, default and meaning. */
  public static String keys() {
    return CampaignKey.markdown();
  }
}
