package io.github.epdi.training.loop;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;

/** A network of a few hundred weights with every kind of tensor that large ones have. */
final class ToyNetwork {
  private ToyNetwork() {}

  static Block create(NDManager manager, long seed) {
    SequentialBlock block = new SequentialBlock();
    block.add(Conv2d.builder().setFilters(4).setKernelShape(new Shape(3, 3)).build());
    block.add(BatchNorm.builder().optMomentum(0.9f).build());
    block.add(Activation.reluBlock());
    block.add(arrays -> new NDList(Pool.globalAvgPool2d(arrays.singletonOrThrow())));
    block.add(Linear.builder().setUnits(1).build());
    Shape input = new Shape(4, 3, StripeImages.PIXELS, StripeImages.PIXELS);
    new HeInitialisation(seed).fill(manager, block, input);
    return block;
  }
}
