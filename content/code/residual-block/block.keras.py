import math

import keras
from keras import layers


def convolution(x, filters, kernel, stride=1):
    """A convolution without bias, padded so that only its stride changes the map, and its batch norm."""
    x = layers.ZeroPadding2D(kernel // 2)(x)
    x = layers.Conv2D(filters, kernel, strides=stride, use_bias=False)(x)
    return layers.BatchNormalization(epsilon=1e-5)(x)


def add(x, branch, stride):
    """y = ReLU(F(x) + x), with a projection where x does not have the shape of F(x)."""
    filters = branch.shape[-1]
    if stride != 1 or x.shape[-1] != filters:
        x = convolution(x, filters, 1, stride)
    return layers.ReLU()(layers.Add()([branch, x]))


def basic(x, width, stride=1):
    """The block of ResNet-18 and 34."""
    f = layers.ReLU()(convolution(x, width, 3, stride))
    f = convolution(f, width, 3)
    return add(x, f, stride)


def bottleneck(x, width, stride=1):
    """The block of ResNet-50, 101 and 152, with the stride where the paper has it."""
    f = layers.ReLU()(convolution(x, width, 1, stride))
    f = layers.ReLU()(convolution(f, width, 3))
    f = convolution(f, 4 * width, 1)
    return add(x, f, stride)


def report(name, block, channels, *arguments):
    x = keras.Input((56, 56, channels))
    model = keras.Model(x, block(x, *arguments))
    kernels = sum(math.prod(w.shape) for w in model.trainable_weights if len(w.shape) == 4)
    print(f"{name:16} {x.shape[1:]} -> {model.output_shape[1:]}, weights of kernels: {kernels}")


report("basic", basic, 64, 64)
report("basic, stride 2", basic, 64, 128, 2)
report("bottleneck 2a", bottleneck, 64, 64)
report("bottleneck 2b", bottleneck, 256, 64)
report("bottleneck 3a", bottleneck, 256, 128, 2)
