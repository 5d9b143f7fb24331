/**
 * What is trained on, in Python: `batch_of(random, size)` draws pictures [n, channels, height, width] and their labels
 * from the same distribution as the task of that name in `training/tasks/`; `held_out(size)` is there where the task
 * has pictures that are never trained on.
 */
import type { ExportedTask, TrainingExport } from './options.ts';
import { shapesInPython } from './shapes.ts';

export interface TaskInPython {
  readonly source: string;
  /** Modules of the standard library, beside those that every program needs. */
  readonly imports: readonly string[];
  /** Whether pictures are read from files: the program has `--data`, with this default. */
  readonly data: string | null;
  readonly hasHeldOut: boolean;
  /** What is imported from Pillow; null for programs that need none. */
  readonly pillow: string | null;
}

const generated = { imports: [], data: null, hasHeldOut: false, pillow: null };

export function taskInPython(program: TrainingExport): TaskInPython {
  const { task } = program;
  switch (task.name) {
    case 'gratings':
      return { ...generated, source: gratings(program) };
    case 'shapes':
      return { ...generated, source: shapesInPython(task.difficulty, program) };
    case 'emoji':
      return {
        source: emoji(program),
        imports: ['import io', 'from pathlib import Path', 'from urllib.request import urlopen'],
        data: task.folder,
        hasHeldOut: true,
        pillow: 'Image',
      };
    case 'cifar10':
      return {
        source: cifar10(program),
        imports: ['from pathlib import Path'],
        data: 'cifar-10-batches-bin',
        hasHeldOut: true,
        pillow: null,
      };
    case 'folders':
      return {
        source: folders(program),
        imports: ['from pathlib import Path'],
        data: 'pictures',
        hasHeldOut: true,
        pillow: 'Image, ImageOps',
      };
  }
}

/** In the program's title. */
export const taskName = (task: ExportedTask): string =>
  task.name === 'shapes' ? `shapes (${task.difficulty})` : task.name;

const gratings = ({ words }: TrainingExport) => `CHANNELS, CLASSES = 1, 8


def batch_of(random, size):
    # ${words.tasks.gratings}
    labels = random.integers(CLASSES, size=size)
    angle = (labels * np.pi / CLASSES)[:, None, None]
    frequency = random.uniform(1 / 16, 1 / 4, (size, 1, 1))
    phase = random.uniform(0, 2 * np.pi, (size, 1, 1))
    v, u = np.mgrid[0:16, 0:16]
    wave = np.sin(2 * np.pi * frequency * (u * np.cos(angle) + v * np.sin(angle)) + phase)
    pictures = wave + 0.6 * random.standard_normal(wave.shape)
    return pictures[:, None], labels
`;

const emoji = ({ words }: TrainingExport) => `CHANNELS, CLASSES = 3, 10


def read(name):
    # ${words.data.emoji}
    return urlopen(DATA + name).read() if "://" in DATA else Path(DATA, name).read_bytes()


MANIFEST = json.loads(read("emoji.json"))
SIDE, COLUMNS = MANIFEST["side"], MANIFEST["columns"]
SPRITE = np.asarray(Image.open(io.BytesIO(read("emoji.webp"))).convert("RGBA"), np.float64) / 255


def draw_picture(random, test):
    # ${words.tasks.emoji}
    label = random.integers(CLASSES)
    concepts = [one for one in MANIFEST["classes"][label]["concepts"] if one["test"] == test]
    tiles = list(concepts[random.integers(len(concepts))]["tiles"].values())
    row, column = divmod(tiles[random.integers(len(tiles))], COLUMNS)
    tile = SPRITE[row * SIDE : (row + 1) * SIDE, column * SIDE : (column + 1) * SIDE]
    if random.random() < 0.5:
        tile = tile[:, ::-1]
    top, left = random.integers(9, size=2)
    tile = np.pad(tile, ((4, 4), (4, 4), (0, 0)))[top : top + SIDE, left : left + SIDE]
    first, last = random.random((2, 3))
    angle = 2 * np.pi * random.random()
    y, x = np.mgrid[0:SIDE, 0:SIDE] - SIDE / 2
    share = 0.5 + (x * np.cos(angle) + y * np.sin(angle)) / (2 * SIDE)
    ground = first + share[..., None] * (last - first)
    picture = ground + tile[..., 3:] * (tile[..., :3] - ground)
    return ((picture - 0.5) / 0.25).transpose(2, 0, 1), label


def batch_of(random, size, test=False):
    pictures, labels = zip(*(draw_picture(random, test) for _ in range(size)))
    return np.stack(pictures), np.array(labels)


def held_out(size):
    # ${words.heldOut}
    return batch_of(np.random.default_rng(0), size, test=True)
`;

/** Augmentation that CIFAR-10 and the reader's own pictures share. */
const augmented = ({ words }: TrainingExport) => `def batch_of(random, size):
    # ${words.augmented}
    chosen = random.integers(len(TRAINING[1]), size=size)
    pictures = np.pad(normalised(TRAINING[0][chosen]), ((0, 0), (0, 0), (4, 4), (4, 4)))
    for i, (top, left) in enumerate(random.integers(9, size=(size, 2))):
        picture = pictures[i, :, top : top + 32, left : left + 32].copy()
        pictures[i, :, :32, :32] = picture[:, :, ::-1] if random.random() < 0.5 else picture
    return pictures[:, :, :32, :32], TRAINING[1][chosen]


def held_out(size):
    # ${words.heldOut}
    return normalised(HELD_OUT[0][:size]), HELD_OUT[1][:size]
`;

const cifar10 = (program: TrainingExport) => `CHANNELS, CLASSES = 3, 10
MEAN = np.array([0.4914, 0.4822, 0.4465])[:, None, None]
DEVIATION = np.array([0.247, 0.2435, 0.2616])[:, None, None]


def read(pattern):
    # ${program.words.data.cifar10}
    files = [path.read_bytes() for path in sorted(Path(DATA).glob(pattern))]
    records = np.frombuffer(b"".join(files), np.uint8).reshape(-1, 3073)
    return records[:, 1:].reshape(-1, 3, 32, 32), records[:, 0].astype(np.int64)


def normalised(pictures):
    return (pictures / 255 - MEAN) / DEVIATION


TRAINING, HELD_OUT = read("data_batch_*.bin"), read("test_batch.bin")
if len(HELD_OUT[1]) == 0:
    tenth = np.arange(len(TRAINING[1])) % 10 == 9
    TRAINING, HELD_OUT = [part[~tenth] for part in TRAINING], [part[tenth] for part in TRAINING]


${augmented(program)}`;

const folders = (program: TrainingExport) => `CHANNELS = 3


def read(path):
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    image = Image.alpha_composite(white, image).convert("RGB")
    width, height = (32 * side // min(image.size) for side in image.size)
    image = image.resize((width, height), Image.Resampling.BILINEAR)
    left, top = round((width - 32) / 2), round((height - 32) / 2)
    image = image.crop((left, top, left + 32, top + 32))
    return np.asarray(image).transpose(2, 0, 1)


# ${program.words.data.folders}
FOLDERS = sorted(path for path in Path(DATA).iterdir() if path.is_dir())
CLASSES = len(FOLDERS)
FILES = [(path, label) for label, folder in enumerate(FOLDERS) for path in sorted(folder.glob("[!.]*"))]
PICTURES = np.stack([read(path) for path, _ in FILES])
LABELS = np.array([label for _, label in FILES])
PLACES = np.concatenate([np.arange((LABELS == label).sum()) for label in range(CLASSES)])
FIFTH = PLACES % 5 == 4
MEAN = PICTURES[~FIFTH].mean(axis=(0, 2, 3))[:, None, None]
DEVIATION = PICTURES[~FIFTH].std(axis=(0, 2, 3))[:, None, None]
TRAINING, HELD_OUT = (PICTURES[~FIFTH], LABELS[~FIFTH]), (PICTURES[FIFTH], LABELS[FIFTH])


def normalised(pictures):
    return (pictures - MEAN) / DEVIATION


${augmented(program)}`;
