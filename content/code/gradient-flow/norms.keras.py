import os

os.environ["KERAS_BACKEND"] = "torch"  # gradients are the backend's own affair: here PyTorch's

import keras
import numpy as np
import torch
from keras import layers

blocks, channels = 18, 16


def block(x, residual):
    conv = {"padding": "same", "use_bias": False, "kernel_initializer": "he_normal"}
    f = layers.BatchNormalization()(layers.Conv2D(channels, 3, **conv)(x))
    f = layers.BatchNormalization()(layers.Conv2D(channels, 3, **conv)(layers.ReLU()(f)))
    return layers.ReLU()(layers.Add()([x, f]) if residual else f)


def gradients(residual):
    """The norm of the loss's gradient at every block's output, first block first."""
    keras.utils.set_random_seed(0)
    picture = keras.Input((16, 16, 3))
    x = layers.Conv2D(channels, 3, padding="same", use_bias=False, activation="relu")(picture)
    outputs = []
    for _ in range(blocks):
        x = block(x, residual)
        outputs.append(x)
    logits = layers.Dense(10)(layers.GlobalAveragePooling2D()(x))
    model = keras.Model(picture, [logits, *outputs])

    pictures = np.random.randn(32, 16, 16, 3).astype("float32")
    labels = np.random.randint(10, size=32)
    logits, *values = model(pictures, training=True)  # in inference the norms would do nothing
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(labels, logits)
    return [gradient.norm().item() for gradient in torch.autograd.grad(loss, values)]


for residual in (False, True):
    norms = gradients(residual)
    print("residual" if residual else "plain", " ".join(f"{norm:.3g}" for norm in norms))
    print(f"  first / last: {norms[0] / norms[-1]:.3g}")
