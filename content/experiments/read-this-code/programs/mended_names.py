"""The block of ResNet-18, with an identity shortcut."""

import keras
from keras import layers


def identity_block(x, filters):
    y = layers.Conv2D(filters, 3, padding="same")(x)
    y = layers.BatchNormalization()(y)
    y = layers.ReLU()(y)
    y = layers.Conv2D(filters, 3, padding="same")(y)
    y = layers.BatchNormalization()(y)
    y = layers.Add()([y, x])
    return layers.ReLU()(y)


inputs = keras.Input((56, 56, 64))
model = keras.Model(inputs, identity_block(inputs, 64))
print(f"in {model.input_shape[1:]}, out {model.output_shape[1:]}")
