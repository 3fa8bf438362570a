package io.github.epdi.training.study;

import io.github.epdi.model.network.Network;
import io.github.epdi.structure.InputException;
import java.io.Serializable;

/**
 * Says how a network that has learned something else goes on to learn labels. Random weights need
 * none of it.
 *
 * @param statistics statistics of batch normalisation during the training
 * @param firstLayerShare learning rate of the first layer as a share of the last one's
 * @param head how the new last layer begins
 */
record TransferSettings(Network.Statistics statistics, double firstLayerShare, Head head)
    implements Serializable {
  /** Says how the last layer begins. */
  enum Head {
    /** It begins with random weights. */
    RANDOM,
    /** It begins with the ridge regression of the training labels on what the other layers give. */
    RIDGE,
    /**
     * It begins with the ridge regression of the training labels on the outputs of the pretrained
     * network. These are few numbers with a meaning, in place of a thousand features.
     */
    SURROGATE_RIDGE
  }

  /** The settings for random weights, with which all layers learn at the same rate. */
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
