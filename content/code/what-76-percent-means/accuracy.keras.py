import numpy as np
import keras

labels = np.random.default_rng(0).integers(0, 1000, 32)
probabilities = np.full((32, 1000), 1e-4, dtype="float32")
probabilities[np.arange(23), labels[:23]] = 0.9  # 23 of 32 are right

top1 = keras.metrics.SparseCategoricalAccuracy()
top5 = keras.metrics.SparseTopKCategoricalAccuracy(k=5)
for metric in (top1, top5):
    metric.update_state(labels, probabilities)
print(round(float(top1.result()), 4))  # 0.7188

# Ten crops: average the probabilities of the crops, then count.
crops = np.stack([probabilities] * 10)
top5.reset_state()
top5.update_state(labels, crops.mean(axis=0))
print(float(top5.result()) >= float(top1.result()))  # True
