/** What both exports have in common: the program round the network. */
import type { Graph, Node, Shape } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { nodesById, subgraph } from '../architecture/subgraph.ts';
import type { ExportOptions } from './options.ts';

/** The part of a network that is exported, and what its writing needs to know. */
export interface ExportedPart {
  readonly model: string;
  readonly nodes: readonly Node[];
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly inputShape: Shape;
  /** The node whose value is printed. */
  readonly node: string;
  readonly kind: Node['kind'];
  readonly shape: Shape;
  /** Whether trained weights of it can be had. */
  readonly trained: boolean;
}

/** @throws AtlasError unknownNode */
export function exportedPart(graph: Graph, { node = graph.nodes.at(-1)!.id }: ExportOptions): ExportedPart {
  const shapes = inferShapes(graph);
  const { nodes } = subgraph(graph, [node]);
  return {
    model: graph.name,
    nodes,
    shapes,
    inputShape: shapes.get(graph.nodes[0].id)!,
    node,
    kind: nodesById(graph).get(node)!.kind,
    shape: shapes.get(node)!,
    trained: graph.name === 'resnet50',
  };
}

/** A number as Python writes it, and reads it back as the same. */
export const number = (value: number): string => String(value);

const list = (lines: readonly string[], indent = ''): string[] => lines.map((line) => `${indent}${line}`);
const comment = (text: string, indent = ''): string => `${indent}# ${text}`;

export function header(
  part: ExportedPart,
  { words, changes = [] }: ExportOptions,
  packages: string,
): string[] {
  return [
    comment(words.title(part.model, changes)),
    comment(`${words.install} pip install ${packages}`),
    ...(part.trained ? words.weights : [words.noWeights]).map((line) => comment(line)),
  ];
}

/** The settings at the top, and reading weights and picture. Nothing of it for a network without trained weights. */
export function readers(part: ExportedPart, { words, picture, halfPrecision }: ExportOptions): string[] {
  if (!part.trained) return [];
  const [height] = part.inputShape;
  return [
    `WEIGHTS = Path("package/ResNet50")  ${comment(words.weightsFolder)}`,
    `PICTURE = Path(${JSON.stringify(picture ?? 'picture.jpg')})  ${comment(words.pictureFile)}`,
    '',
    '',
    'def read_weights(folder):',
    ...list(
      [
        comment(words.readWeights),
        'weights = {}',
        'for group in json.loads((folder / "model.json").read_text())["weightsManifest"]:',
        '    data = b"".join((folder / name).read_bytes() for name in group["paths"])',
        '    offset = 0',
        '    for entry in group["weights"]:',
        '        count = int(np.prod(entry["shape"]))',
        '        array = np.frombuffer(data, "<f4", count, offset).reshape(entry["shape"])',
        '        offset += 4 * count',
        ...(halfPrecision
          ? [
              '        if array.ndim > 1:',
              `            array = array.astype(np.float16)  ${comment(words.half)}`,
            ]
          : []),
        '        weights[entry["name"]] = array.astype(np.float32)',
        'return weights',
      ],
      '    ',
    ),
    '',
    '',
    'def read_picture(path):',
    ...list(
      [
        comment(words.picture),
        'image = ImageOps.exif_transpose(Image.open(path)).convert("RGBA")',
        'white = Image.new("RGBA", image.size, "white")',
        'image = Image.alpha_composite(white, image).convert("RGB")',
        `width, height = (${height} * side // min(image.size) for side in image.size)`,
        'image = image.resize((width, height), Image.Resampling.BILINEAR)',
        `left, top = round((width - ${height}) / 2), round((height - ${height}) / 2)`,
        `image = image.crop((left, top, left + ${height}, top + ${height}))`,
        'rgb = np.asarray(image, np.float32)',
        `return rgb[..., ::-1] - np.array([103.939, 116.779, 123.68], np.float32)  ${comment(words.colours)}`,
      ],
      '    ',
    ),
    '',
    '',
  ];
}

/** Prints what the page shows of a node: `value` is an array in the order height, width, channels. */
export function printing(part: ExportedPart, options: ExportOptions): string[] {
  const { words, channel, cell, shown = [] } = options;
  const isImage = part.shape.length === 3;
  const inRange = channel !== undefined && channel < part.shape.at(-1)!;
  return [
    comment(words.print),
    'value = value.astype(np.float64)',
    `print("${part.node}", value.shape)`,
    'print(f"mean {value.mean():.8g}, std {value.std():.8g}, min {value.min():.8g}, max {value.max():.8g}")',
    'print(f"L2 norm {np.sqrt((value ** 2).sum()):.8g}, zeros {(value == 0).mean():.8g}")',
    ...(inRange && isImage ? [`print(f"channel ${channel}: mean {value[..., ${channel}].mean():.8g}")`] : []),
    ...(inRange && isImage && cell
      ? [
          `print(f"row ${cell.row}, column ${cell.column}, channel ${channel}: {value[${cell.row}, ${cell.column}, ${channel}]:.8g}")`,
        ]
      : []),
    ...(inRange && !isImage ? [`print(f"entry ${channel}: {value[${channel}]:.8g}")`] : []),
    ...(part.kind === 'softmax' && part.shape[0] >= 5
      ? [
          comment(words.topFive),
          'for index in value.argsort()[::-1][:5]:',
          '    print(index, f"{value[index]:.6g}")',
        ]
      : []),
    ...(shown.length > 0 ? [comment(words.shown)] : []),
    ...shown.map(({ name, value }) => comment(`  ${name} ${Number(value.toPrecision(7))}`)),
  ];
}
