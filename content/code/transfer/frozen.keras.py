import numpy as np
import keras

norm = keras.layers.BatchNormalization()
norm.build((None, 4))
batch = np.random.default_rng(0).normal(3, 2, (64, 4)).astype("float32")


def moved(**call):
    """How far the stored mean moves in one call."""
    norm.moving_mean.assign(np.zeros(4))
    norm(batch, **call)
    return round(float(np.abs(keras.ops.convert_to_numpy(norm.moving_mean)).max()), 3)


print("trainable, training=True:", moved(training=True))  # moves
norm.trainable = False
print("frozen, training=True:", moved(training=True))  # 0.0: inference mode all the same
norm.trainable = True
print("unfrozen, training=False:", moved(training=False))  # 0.0: stays so after unfreezing
