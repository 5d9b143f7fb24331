import keras
from keras import layers

# First block of each stage of ResNet-50: channels in, channels out, stride.
openings = {"2a": (64, 256, 1), "3a": (256, 512, 2), "4a": (512, 1024, 2), "5a": (1024, 2048, 2)}


def by_stride(inputs, outputs, stride):
    return stride > 1


def by_shape(inputs, outputs, stride):
    return stride != 1 or inputs != outputs


def shortcut(x, outputs, stride, needs_projection):
    if not needs_projection(x.shape[-1], outputs, stride):
        return x
    x = layers.Conv2D(outputs, 1, strides=stride, use_bias=False)(x)
    return layers.BatchNormalization()(x)


for rule in (by_stride, by_shape):
    print(rule.__name__)
    for name, (inputs, outputs, stride) in openings.items():
        x = keras.Input((8, 8, inputs))
        f = keras.Input((8 // stride, 8 // stride, outputs))  # what the branch gives
        try:
            y = layers.Add()([f, shortcut(x, outputs, stride, rule)])
            print(f"  {name}: {x.shape[1:]} -> {y.shape[1:]}")
        except ValueError as error:
            print(f"  {name}: {error}")
