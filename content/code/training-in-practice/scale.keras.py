import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
net = keras.Sequential(
    [
        layers.Input((16, 16, 3)),
        layers.Conv2D(16, 3, padding="same", use_bias=False),
        layers.BatchNormalization(epsilon=1e-5),
        layers.ReLU(),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10),
    ]
)
random = np.random.default_rng(0)
pictures = random.normal(size=(32, 16, 16, 3)).astype("float32")
labels = random.integers(10, size=32)
loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
kernel = net.layers[0].kernel


def loss(values):
    kernel.assign(values)
    return float(ops.convert_to_numpy(loss_of(labels, net(pictures, training=True))))


start = ops.convert_to_numpy(kernel).copy()
direction = random.normal(size=start.shape)
for factor in (1, 10):
    here, small = factor * start, 0.01 * factor  # the slope, from a difference
    slope = (loss(here + small * direction) - loss(here - small * direction)) / (2 * small)
    print(f"weights {np.linalg.norm(here):6.2f}  loss {loss(here):.4f}  slope {slope:+.5f}")
