import numpy as np
import keras
from keras.applications.resnet50 import preprocess_input

augment = keras.Sequential(
    [
        keras.layers.RandomFlip("horizontal", seed=0),
        keras.layers.RandomRotation(15 / 360, fill_mode="nearest", seed=1),
        keras.layers.RandomZoom((-0.2, 0.2), fill_mode="nearest", seed=2),
        keras.layers.RandomTranslation(0.1, 0.1, fill_mode="nearest", seed=3),
    ]
)


def prepare(pictures, training):
    """Levels of 0 to 255 in; preparation comes last, since augmentation knows nothing of means."""
    varied = augment(pictures, training=training)
    return preprocess_input(keras.ops.convert_to_numpy(varied))


pictures = np.random.default_rng(0).uniform(0, 255, (2, 224, 224, 3)).astype("float32")
print(prepare(pictures, training=True).shape)  # (2, 224, 224, 3)

# Without training=True nothing random is done.
difference = prepare(pictures, training=False) - preprocess_input(pictures.copy())
print(float(np.abs(difference).max()))  # 0.0
