import numpy as np


def extinction(visibility, threshold=0.02):
    """beta in 1/m of a visibility in m: the contrast of a black target falls to the threshold there."""
    return -np.log(threshold) / visibility


def put_fog(picture, distance, visibility, light=220):
    """I = J t + A (1 - t), t = exp(-beta d): levels 0 ... 255, one distance in m for each pixel."""
    t = np.exp(-extinction(visibility) * distance)[..., None]
    return picture * t + light * (1 - t)


def dark_channel(picture, side=7):
    """The darkest level of all colours round each pixel: near zero in clear air, bright in fog."""
    darkest = picture.min(axis=2)
    edge = side // 2
    padded = np.pad(darkest, edge, mode="edge")
    squares = np.lib.stride_tricks.sliding_window_view(padded, (side, side))
    return squares.min(axis=(2, 3))


rng = np.random.default_rng(0)
picture = rng.integers(0, 256, (64, 64, 3)).astype(float)
rows = np.linspace(200, 5, 64)[:, None]  # 200 m at the upper edge, 5 m at the lower one
distance = np.broadcast_to(rows, (64, 64))

print("visibility  contrast  dark channel")
for visibility in (np.inf, 3000, 1000, 400, 200, 100):
    foggy = put_fog(picture, distance, visibility)
    print(f"{visibility:10.0f}  {foggy.std() / picture.std():8.2f}  {dark_channel(foggy).mean():12.1f}")

# One picture, two explanations: twice the distance in half the fog is the same picture.
assert np.allclose(put_fog(picture, distance, 400), put_fog(picture, 2 * distance, 800))
