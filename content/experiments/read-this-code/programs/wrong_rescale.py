"""The most probable class of each picture in the folder."""

import sys
from pathlib import Path

import keras
import numpy as np

weights = sys.argv[1] if len(sys.argv) > 1 else "imagenet"
model = keras.applications.ResNet50(weights=weights)

files = sorted(Path("pictures").glob("*.jpg"))
pictures = [keras.utils.load_img(file, target_size=(224, 224)) for file in files]
x = np.stack([keras.utils.img_to_array(picture) for picture in pictures])
x = x * (1.0 / 255)
for file, probabilities in zip(files, model.predict(x, verbose=0)):
    best = probabilities.argmax()
    print(f"{file.stem:18} class {best:3}  {probabilities[best]:6.1%}")
