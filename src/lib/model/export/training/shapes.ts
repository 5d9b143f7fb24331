/** The figures of `training/tasks/shapes.ts` and `outlines.ts` in Python, by the same formulas. */
import type { TrainingExport } from './options.ts';

/** @param difficulty from 0 to 1 */
export function shapesInPython(difficulty: number, { words }: TrainingExport): string {
  return `DIFFICULTY = ${difficulty}
CHANNELS, CLASSES = 3, 10
ROWS, COLUMNS = np.mgrid[0.5:32, 0.5:32]


# ${words.figures}
def disc(radius, left=0.0):
    return lambda x, y: np.hypot(x - left, y) - radius


def box(width, height):
    return lambda x, y: np.maximum(abs(x) - width, abs(y) - height)


def lines(sides, inner, turned):
    angles = 2 * np.pi * np.arange(sides) / sides + turned
    return lambda x, y: np.multiply.outer(np.cos(angles), x) + np.multiply.outer(np.sin(angles), y) - inner


def polygon(sides, inner, turned=0.0):
    return lambda x, y: lines(sides, inner, turned)(x, y).max(axis=0)


def without(a, b):
    return lambda x, y: np.maximum(a(x, y), -b(x, y))


FIGURES = [
    disc(0.85),
    without(disc(0.95), disc(0.55)),
    polygon(3, math.cos(math.pi / 3), math.pi / 2),
    polygon(4, 0.95 * math.cos(math.pi / 4)),
    polygon(6, 0.95 * math.cos(math.pi / 6)),
    lambda x, y: np.sort(lines(5, math.cos(2 * math.pi / 5), math.pi / 2)(x, y), axis=0)[-2],
    lambda x, y: np.minimum(box(0.95, 0.3)(x, y), box(0.3, 0.95)(x, y)),
    box(0.97, 0.24),
    without(disc(0.95), disc(0.8, 0.45)),
    lambda x, y: np.maximum(abs(y) - 0.85 * abs(x), abs(x) - 0.75),
]


def paint(picture, random, figure, radius, colour):
    left, top = radius + (32 - 2 * radius) * random.random(2)
    angle = 2 * np.pi * random.random()
    cos, sin = math.cos(angle) / radius, math.sin(angle) / radius
    x, y = COLUMNS - left, ROWS - top
    distance = radius * figure(x * cos + y * sin, y * cos - x * sin)
    picture += np.clip(0.5 - distance, 0, 1) * (colour[:, None, None] - picture)


def paint_clutter(picture, random):
    # ${words.clutter}
    if random.random() < 0.6:
        length = 3 + 3 * random.random()
        figure = box(1, 0.8 / length)
    else:
        length = 1 + 1.5 * random.random()
        figure = disc(1)
    paint(picture, random, figure, length, random.random(3))


def draw_picture(random):
    # ${words.tasks.shapes}
    label = random.integers(CLASSES)
    above, below = random.random((2, 3))
    share = np.arange(32) / 31
    picture = above[:, None] + (below - above)[:, None] * share
    picture = np.repeat(picture[:, :, None], 32, axis=2)
    for _ in range(${Math.round(8 * difficulty)}):
        paint_clutter(picture, random)
    radius = 11 - 4 * DIFFICULTY + 3 * random.random() * (1 - DIFFICULTY / 2)
    colour = random.random(3)
    while np.linalg.norm(colour - (above + below) / 2) < 0.45:
        colour = random.random(3)
    paint(picture, random, FIGURES[label], radius, colour)
    noise = (0.02 + 0.08 * DIFFICULTY) * random.standard_normal(picture.shape)
    return (picture + noise - 0.5) / 0.25, label


def batch_of(random, size):
    pictures, labels = zip(*(draw_picture(random) for _ in range(size)))
    return np.stack(pictures), np.array(labels)
`;
}
