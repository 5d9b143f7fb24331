/** Values, counts and shapes as they are written next to drawings. */
import { formatNumber } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import type { OperationText } from '../i18n/messages/operations.ts';
import type { Graph, Node, Shape } from '../model/architecture/graph.ts';
import { nodesById } from '../model/architecture/subgraph.ts';

/** '14 × 14 × 256', '1000'. */
export const shapeText = (shape: Shape): string => shape.join(' × ');

/** For small places: '14×14×256'. */
export const shortShapeText = (shape: Shape): string => shape.join('×');

/** A block's name where there is little room: that of a CIFAR network by its two numbers, 'stage2_block13' → '2.13'. */
export const shortBlockName = (id: string): string => id.replace(/stage(\d+)_block(\d+)/g, '$1.$2');

const magnitudes = [
  { from: 1e9, sign: 'G' },
  { from: 1e6, sign: 'M' },
] as const;

/** A count: in full below a million, else with three digits and M or G: '590,080', '115.6 M', '3.86 G'. */
export function countText(value: number, language: Language): string {
  const magnitude = magnitudes.find(({ from }) => value >= from);
  if (!magnitude) return formatNumber(value, language);
  const scaled = value / magnitude.from;
  return `${formatNumber(scaled, language, { maximumFractionDigits: scaled < 10 ? 2 : 1 })}\u202f${magnitude.sign}`;
}

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, digit) => [String(digit), sign]).concat([['-', '⁻']]),
);

/** A computed value with `digits` significant digits; very small and very large ones as '2.44 × 10⁻⁴'. */
export function valueText(value: number, language: Language, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const options = { maximumSignificantDigits: digits };
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return formatNumber(value, language, options);
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  const power = Array.from(exponent.replace('+', ''), (sign) => superscripts[sign]).join('');
  return `${formatNumber(Number(mantissa), language, options)} × 10${power}`;
}

/** What the messages about an operation need to know of it. */
export function operationText(node: Node, graph: Graph, shapes: ReadonlyMap<string, Shape>): OperationText {
  const out = shapes.get(node.id) ?? [];
  const input = shapes.get(node.inputs[0] ?? node.id) ?? [];
  const given: Readonly<Record<string, unknown>> = { ...node.attributes };
  const attribute = (name: string) => (typeof given[name] === 'number' ? given[name] : 1);
  const source = nodesById(graph).get(node.inputs[0] ?? '');
  return {
    kernel: attribute('kernel'),
    stride: attribute('stride'),
    size: attribute('size'),
    inChannels: input.at(-1) ?? 0,
    outChannels: out.at(-1) ?? 0,
    inSide: input[0] ?? 0,
    outSide: out[0] ?? 0,
    factor: attribute('factor'),
    muted: Array.isArray(given.channels) ? given.channels.length : 0,
    onShortcut: node.branch === 'shortcut',
    endsBlock: node.block !== undefined && source?.kind === 'add',
  };
}
