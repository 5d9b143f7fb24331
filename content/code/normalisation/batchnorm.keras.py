import keras
import numpy as np
from keras import layers

random = np.random.default_rng(0)
x = (3 * random.standard_normal((8, 6, 6, 4)) + 5).astype("float32")
norm = layers.BatchNormalization(epsilon=1e-3)  # Keras' own default as well

# In training: mean and variance of each channel, over the batch and all positions.
mean, variance = x.mean((0, 1, 2)), x.var((0, 1, 2))
by_hand = (x - mean) / np.sqrt(variance + 1e-3)  # gamma = 1, beta = 0 to begin with
in_training = keras.ops.convert_to_numpy(norm(x, training=True))
print("by hand = layer in training:", np.allclose(by_hand, in_training, atol=1e-4))

# Not trained yet, the moving statistics are mean 0 and variance 1: in inference it does nothing.
fresh = layers.BatchNormalization(epsilon=1e-3)
in_inference = keras.ops.convert_to_numpy(fresh(x, training=False))
print("untrained, in inference, output / input:", round(float((in_inference / x).mean()), 4))

# What stands before the norm may be scaled: the output stays.
kernel = random.standard_normal((3, 3, 4, 4)).astype("float32")
for scale in (1, 10):
    y = keras.ops.conv(x, scale * kernel)
    y = keras.ops.convert_to_numpy(layers.BatchNormalization(epsilon=1e-9)(y, training=True))
    print(f"W x {scale:2}: sum of y^3 {(y.astype('float64') ** 3).sum():.3f}")
