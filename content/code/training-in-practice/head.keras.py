import numpy as np
from keras import Model, layers
from keras.applications import ResNet50

pictures = np.random.default_rng(0).normal(size=(4, 64, 64, 3)).astype("float32")
labels = np.eye(10, dtype="float32")[[3, 1, 4, 1]]  # one-hot

body = ResNet50(weights=None, include_top=False, input_shape=(64, 64, 3))
body.compile("sgd", "categorical_crossentropy")
print("without a head:", body.output_shape)
try:
    body.fit(pictures, labels, verbose=0)
except Exception as error:
    print(type(error).__name__, str(error).splitlines()[0])

features = layers.GlobalAveragePooling2D()(body.output)
model = Model(body.input, layers.Dense(10, activation="softmax")(features))
model.compile("sgd", "categorical_crossentropy")
print("with a head:   ", model.output_shape)
model.fit(pictures, labels, verbose=0)
print("loss", round(float(model.evaluate(pictures, labels, verbose=0)), 2))
