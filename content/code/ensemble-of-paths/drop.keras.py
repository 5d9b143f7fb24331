import keras
from keras import layers, ops


class KeepOrDrop(layers.Layer):
    """Multiplies a batch by b: in training 0 or 1, afterwards the probability of 1."""

    def __init__(self, survival, **rest):
        super().__init__(**rest)
        self.survival = survival
        self.random = keras.random.SeedGenerator(0)

    def call(self, branch, training=False):
        if not training:
            return self.survival * branch
        drawn = keras.random.uniform((), seed=self.random)
        return ops.cast(drawn < self.survival, branch.dtype) * branch


def dropped_block(x, survival):
    channels = x.shape[-1]
    branch = layers.Conv2D(channels, 3, padding="same", use_bias=False)(x)
    branch = layers.ReLU()(layers.BatchNormalization()(branch))
    branch = layers.Conv2D(channels, 3, padding="same", use_bias=False)(branch)
    branch = KeepOrDrop(survival)(layers.BatchNormalization()(branch))
    return layers.ReLU()(layers.Add()([x, branch]))


blocks, last = 16, 0.5
survival = [1 - (i + 1) / blocks * (1 - last) for i in range(blocks)]
x = inputs = keras.Input((16, 16, 8))
for chance in survival:
    x = dropped_block(x, chance)
net = keras.Model(inputs, x)
print("expected number of blocks in training:", sum(survival))
print(net(ops.ones((4, 16, 16, 8)), training=True).shape, net(ops.ones((4, 16, 16, 8))).shape)
