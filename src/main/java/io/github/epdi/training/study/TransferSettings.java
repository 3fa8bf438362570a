package io.github.epdi.training.study;

import io.github.epdi.model.network.Network;
import io.github.epdi.structure.InputException;
import java.io.Serializable;

/**
 * How a network that has learned something else goes on to learn labels; random weights need none
 * of it.
 *
 * @param statistics of batch normalisation while it does
 * @param firstLayerShare learning rate of the first layer as a share of the last one's
 * @param head how the new last layer begins
 */
record TransferSettings(Network.Statistics statistics, double firstLayerShare, Head head)
    implements Serializable {
  /** How the last layer begins. */
  enum Head {
    /** With random weights. */
    RANDOM,
    /** With the ridge regression of the training labels on what the other layers give. */
    RIDGE,
    /**
     * With the ridge regression of the training labels on what the pretrained network named: few
     * numbers that mean something, in place of a thousand features.
     */
    SURROGATE_RIDGE
  }

  /** For random weights: everything is learned alike. */
  static final TransferSettings NONE =
      new TransferSettings(Network.Statistics.LEARNED, 1, Head.RANDOM);

  TransferSettings {
    if (!(firstLayerShare > 0 && firstLayerShare <= 1)) {
      throw new InputException(
          "Cannot train: expected a first layer's share of the rate above 0 to 1, found "
              + firstLayerShare);
    }
  }
}
