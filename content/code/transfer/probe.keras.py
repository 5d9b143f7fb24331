import keras
from keras.applications.resnet50 import ResNet50, preprocess_input

# weights="imagenet" for real; None builds the same graph without a download.
body = ResNet50(weights=None, include_top=False, pooling="avg", input_shape=(224, 224, 3))
body.trainable = False

pictures = keras.Input((224, 224, 3))  # levels of 0 to 255
features = body(preprocess_input(pictures), training=False)  # batch norm stays in inference mode
features = keras.layers.UnitNormalization()(features)
answers = keras.layers.Dense(5, activation="softmax")(features)
model = keras.Model(pictures, answers)

print(features.shape)  # (None, 2048)
print(sum(w.shape[0] * (w.shape[1] if len(w.shape) > 1 else 1) for w in model.trainable_weights))  # 10245
model.compile(keras.optimizers.AdamW(1e-2, weight_decay=0.1), "sparse_categorical_crossentropy", ["accuracy"])

# With few pictures: compute body.predict(...) once, keep the features, and train the head on those.
