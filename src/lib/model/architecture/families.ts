/** The networks that have a name. */
import { AtlasError } from '../errors.ts';
import { activationOrders, type ActivationOrder } from './activationOrder.ts';
import { cifarNetwork, isCifarDepth } from './cifar.ts';
import type { Graph } from './graph.ts';
import { imageNetDepths, imageNetNetwork, weightFileStyle, type ImageNetDepth } from './imageNet.ts';
import type { ShortcutOption } from './residualBlock.ts';

export { cifarNetwork, type CifarOptions } from './cifar.ts';

/** Deep enough for the paper's 1202 layers; keeps a mistyped depth from building for minutes. */
const deepestCifar = 10_000;

const cifarDepths = [8, 14, 20, 32, 44, 56, 110, 1202];
const [, ...otherOrders] = activationOrders;

/** Every form a name can have, for the reader who mistyped one. */
const nameForms = [
  'resnet50',
  'resnet50-nobias',
  `resnet{${imageNetDepths.join('|')}}[-v1.5][-optionA|-optionB|-optionC|-plain]`,
  `cifar-resnet-{6n+2}[-optionA|-optionB|${otherOrders.map((order) => `-${order}`).join('|')}]`,
  'cifar-plain-{6n+2}',
].join(', ');

/**
 * The distinct networks, for lists. `buildModel` knows more: CIFAR networks of any depth 6n + 2, defaults spelled
 * out ('-optionB'; in the CIFAR family '-optionA'), and '-v1.5' for 18 and 34 layers, where it changes nothing.
 */
export const modelNames: readonly string[] = [
  'resnet50',
  'resnet50-nobias',
  ...imageNetDepths
    .flatMap((depth) => (depth < 50 ? [`resnet${depth}`] : [`resnet${depth}`, `resnet${depth}-v1.5`]))
    .flatMap((base) => ['', '-optionA', '-optionC', '-plain'].map((shortcut) => base + shortcut))
    .filter((name) => name !== 'resnet50'),
  ...cifarDepths.flatMap((depth) => [
    `cifar-resnet-${depth}`,
    `cifar-resnet-${depth}-optionB`,
    `cifar-plain-${depth}`,
  ]),
  ...[20, 56, 110].flatMap((depth) => otherOrders.map((order) => `cifar-resnet-${depth}-${order}`)),
];

/**
 * Builds a network by name. `resnet50` is the weight file's, with convolution biases; all others are built without
 * (torchvision's parameter counts). Shortcuts are option B, in the CIFAR family option A. Throws `AtlasError` 'unknownModel' for any other name.
 */
export function buildModel(name: string): Graph {
  return buildCifar(name) ?? buildImageNet(name) ?? unknownModel(name);
}

function buildImageNet(name: string): Graph | null {
  if (name === 'resnet50') return imageNetNetwork(name, { depth: 50, style: weightFileStyle });
  if (name === 'resnet50-nobias') return imageNetNetwork(name, { depth: 50 });
  const match = /^resnet([1-9]\d{1,2})(-v1\.5)?(?:-option([ABC])|-(plain))?$/.exec(name);
  if (!match) return null;
  const [, digits, later, option, plain] = match;
  const depth = Number(digits) as ImageNetDepth;
  if (!imageNetDepths.includes(depth)) return null;
  return imageNetNetwork(name, {
    depth,
    version: later ? 'v1.5' : 'v1',
    shortcut: plain ? 'none' : ((option ?? 'B') as ShortcutOption),
  });
}

function buildCifar(name: string): Graph | null {
  const match =
    /^cifar-(?:(plain)-([1-9]\d{0,4})|resnet-([1-9]\d{0,4})(?:-option([AB])|-([a-zA-Z]+))?)$/.exec(name);
  if (!match) return null;
  const [, plain, plainDepth, residualDepth, option, orderName] = match;
  const depth = Number(plainDepth ?? residualDepth);
  const order: ActivationOrder | undefined =
    orderName === undefined ? 'original' : otherOrders.find((one) => one === orderName);
  if (!isCifarDepth(depth) || depth > deepestCifar || !order) return null;
  return cifarNetwork({ name, depth, order, shortcut: plain ? 'none' : option === 'B' ? 'B' : 'A' });
}

function unknownModel(name: string): never {
  throw new AtlasError('unknownModel', { model: name, known: nameForms });
}
