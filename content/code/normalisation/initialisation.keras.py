import keras
import numpy as np
from keras import layers

depth, width, samples = 54, 512, 256
variances = {"2 (He)": 2.0, "1 (Glorot)": 1.0, "1/3 (PyTorch)": 1 / 3}


def plain(variance, norm):
    """Dense layers with ReLUs behind them; the variance of a weight is variance / fan-in."""
    inputs = x = keras.Input((width,))
    for _ in range(depth):
        weights = keras.initializers.VarianceScaling(variance, "fan_in", "untruncated_normal")
        x = layers.Dense(width, use_bias=False, kernel_initializer=weights)(x)
        if norm:
            x = layers.BatchNormalization()(x)
        x = layers.ReLU()(x)
    return keras.Model(inputs, x)


keras.utils.set_random_seed(0)
print("variance x fan-in | norm | signal per layer")
for norm in (False, True):
    for name, variance in variances.items():
        x = np.random.randn(samples, width).astype("float32")
        # training=True: batch norm with this batch's own mean and variance
        y = keras.ops.convert_to_numpy(plain(variance, norm)(x, training=True))
        forward = (np.linalg.norm(y) / np.linalg.norm(x)) ** (1 / depth)
        print(f"{name:17} | {'yes' if norm else 'no':4} | {forward:.2f}")
