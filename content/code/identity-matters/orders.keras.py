import keras
import numpy as np
from keras import layers


def conv(channels, **options):
    return layers.Conv2D(channels, 3, padding="same", use_bias=False, **options)


def original(x):
    """y = ReLU(x + F(x)), He et al. 2015; with the last gamma at zero, F = 0."""
    channels = x.shape[-1]
    f = layers.ReLU()(layers.BatchNormalization()(conv(channels)(x)))
    f = layers.BatchNormalization(gamma_initializer="zeros")(conv(channels)(f))
    return layers.ReLU()(layers.Add()([x, f]))


def pre_activation(x):
    """y = x + F(x), and nothing after the sum, He et al. 2016; with the last kernel at zero, F = 0."""
    channels = x.shape[-1]
    f = conv(channels)(layers.ReLU()(layers.BatchNormalization()(x)))
    f = layers.ReLU()(layers.BatchNormalization()(f))
    f = conv(channels, kernel_initializer="zeros")(f)
    return layers.Add()([x, f])


signed = np.random.randn(4, 8, 8, 16).astype("float32")
outputs_of_relu = np.maximum(signed, 0)
for block in (original, pre_activation):
    x = keras.Input((8, 8, 16))
    model = keras.Model(x, block(x))
    for name, values in {"x >= 0": outputs_of_relu, "any x": signed}.items():
        y = model.predict(values, verbose=0)
        print(f"{block.__name__:14} {name}: identity = {np.array_equal(y, values)}")
