"""Grad-CAM: where in the picture is the evidence for its most probable class?"""

import os
import sys

os.environ["KERAS_BACKEND"] = "torch"
import keras
import torch

weights = sys.argv[1] if len(sys.argv) > 1 else "imagenet"
model = keras.applications.ResNet50(weights=weights, classifier_activation=None)
layer = model.get_layer("conv5_block3_3_conv")
watched = keras.Model(model.input, [layer.output, model.output])

picture = keras.utils.load_img("pictures/chelsea-cat.jpg", target_size=(224, 224))
x = keras.applications.resnet50.preprocess_input(keras.utils.img_to_array(picture)[None])
maps, scores = watched(x)
best = int(scores[0].argmax())
gradient = torch.autograd.grad(scores[0, best], maps)[0]
importance = gradient.mean((1, 2))
cam = (maps * importance).sum(-1)[0].detach()

for row in (9.99 * cam / cam.max()).clip(0).int().tolist():
    print(" ".join(str(value) for value in row))
bias = model.layers[-1].get_weights()[1][best]
print(f"sum of the map + bias {float(cam.sum()) + bias:.2f}, score {float(scores[0, best]):.2f}")
