/** What an operation computes, as a formula in TeX, and the names in it. */
import type { Node } from '../model/architecture/graph.ts';

/** A name in a formula: how it is written, what it is (a message), and its value at this node where it has one. */
export interface Symbol {
  readonly tex: string;
  readonly word: SymbolWord;
  readonly value?: number;
}

export const symbolWords = [
  'in',
  'out',
  'pixel',
  'pixelMean',
  'place',
  'channel',
  'filter',
  'weight',
  'bias',
  'windowPlace',
  'kernel',
  'stride',
  'padding',
  'inChannel',
  'inChannels',
  'groupStart',
  'gamma',
  'beta',
  'movingMean',
  'movingVariance',
  'epsilon',
  'branch',
  'shortcut',
  'factor',
  'muted',
  'ownChannels',
  'height',
  'width',
  'feature',
  'featureCount',
  'unit',
  'logits',
  'units',
] as const;
export type SymbolWord = (typeof symbolWords)[number];

export interface Formula {
  readonly tex: string;
  readonly symbols: readonly Symbol[];
}

const symbol = (tex: string, word: SymbolWord, value?: number): Symbol => ({
  tex,
  word,
  ...(value !== undefined && { value }),
});

const x = symbol('x', 'in');
const y = symbol('y', 'out');
const place = symbol('i, j', 'place');
const channel = symbol('c', 'channel');

/** 's i + u − p', without what multiplies by 1 or adds 0. */
function windowIndex(position: 'i' | 'j', inWindow: 'u' | 'v', stride: number, padding: number): string {
  return `${stride > 1 ? 's' : ''}${position} + ${inWindow}${padding > 0 ? ' - p' : ''}`;
}

const windowSymbols = (window: { kernel: number; stride: number; padding: number }): Symbol[] => [
  symbol('K', 'kernel', window.kernel),
  ...(window.stride > 1 ? [symbol('s', 'stride', window.stride)] : []),
  ...(window.padding > 0 ? [symbol('p', 'padding', window.padding)] : []),
];

/**
 * The formula of a node.
 * @param inChannels channels (or features) of its first input
 * @param side height and width of its first input
 */
export function formulaOf(node: Node, inChannels: number, side: number): Formula {
  switch (node.kind) {
    case 'input':
      return {
        tex: String.raw`x_{i,j,c} = \text{pixel}_{i,j,c} - \mu_c \qquad \mu = (103.939,\ 116.779,\ 123.68)`,
        symbols: [
          x,
          symbol(String.raw`\text{pixel}`, 'pixel'),
          symbol(String.raw`\mu`, 'pixelMean'),
          place,
          channel,
        ],
      };
    case 'pad':
      return {
        tex: String.raw`y_{i,j,c} = \begin{cases} x_{i-p,\,j-p,\,c} & \text{in } x \\ 0 & \text{else} \end{cases}`,
        symbols: [x, y, symbol('p', 'padding', node.attributes.size), place, channel],
      };
    case 'conv': {
      const { kernel, stride, padding, groups } = node.attributes;
      const depth = inChannels / groups;
      const [row, column] =
        kernel > 1
          ? [windowIndex('i', 'u', stride, padding), windowIndex('j', 'v', stride, padding)]
          : stride > 1
            ? ['si', 'sj']
            : ['i', 'j'];
      const source = groups > 1 ? 'g_k + c' : 'c';
      const sums =
        kernel > 1
          ? String.raw`\sum_{u,v=0}^{K-1}\ \sum_{c=0}^{C-1} w_{u,v,c,k}`
          : String.raw`\sum_{c=0}^{C-1} w_{c,k}`;
      const bias = node.attributes.bias ? 'b_k + ' : '';
      return {
        tex: String.raw`y_{i,j,k} = ${bias}${sums}\; x_{${row},\ ${column},\ ${source}}`,
        symbols: [
          x,
          y,
          symbol('w', 'weight'),
          ...(node.attributes.bias ? [symbol('b', 'bias')] : []),
          place,
          symbol('k', 'filter'),
          symbol('c', 'inChannel'),
          symbol('C', 'inChannels', depth),
          ...(groups > 1 ? [symbol('g_k', 'groupStart')] : []),
          ...(kernel > 1
            ? [symbol('u, v', 'windowPlace'), ...windowSymbols(node.attributes)]
            : windowSymbols(node.attributes).slice(1)),
        ],
      };
    }
    case 'batchNorm':
      return {
        tex: String.raw`y_{i,j,c} = \gamma_c\, \frac{x_{i,j,c} - \mu_c}{\sqrt{\sigma_c^2 + \varepsilon}} + \beta_c`,
        symbols: [
          x,
          y,
          symbol(String.raw`\mu_c`, 'movingMean'),
          symbol(String.raw`\sigma_c^2`, 'movingVariance'),
          symbol(String.raw`\gamma_c`, 'gamma'),
          symbol(String.raw`\beta_c`, 'beta'),
          symbol(String.raw`\varepsilon`, 'epsilon', node.attributes.epsilon),
          place,
          channel,
        ],
      };
    case 'relu':
      return {
        tex: String.raw`y_{i,j,c} = \max(0,\ x_{i,j,c})`,
        symbols: [x, y, place, channel],
      };
    case 'maxPool': {
      const { stride, padding } = node.attributes;
      const row = windowIndex('i', 'u', stride, padding);
      const column = windowIndex('j', 'v', stride, padding);
      return {
        tex: String.raw`y_{i,j,c} = \max_{0 \le u,v < K}\ x_{${row},\ ${column},\ c}`,
        symbols: [x, y, place, channel, symbol('u, v', 'windowPlace'), ...windowSymbols(node.attributes)],
      };
    }
    case 'add':
      return node.inputs.length > 1
        ? {
            tex: String.raw`y_{i,j,c} = F(x)_{i,j,c} + x_{i,j,c}`,
            symbols: [y, symbol('F(x)', 'branch'), symbol('x', 'shortcut'), place, channel],
          }
        : { tex: String.raw`y_{i,j,c} = x_{i,j,c}`, symbols: [x, y, place, channel] };
    case 'scale':
      return node.attributes.channels
        ? {
            tex: String.raw`y_{i,j,c} = \begin{cases} ${node.attributes.factor === 0 ? '0' : String.raw`\alpha\, x_{i,j,c}`} & c \in M \\ x_{i,j,c} & \text{else} \end{cases}`,
            symbols: [
              x,
              y,
              symbol('M', 'muted'),
              ...(node.attributes.factor === 0
                ? []
                : [symbol(String.raw`\alpha`, 'factor', node.attributes.factor)]),
              place,
              channel,
            ],
          }
        : {
            tex: String.raw`y_{i,j,c} = \alpha\, x_{i,j,c}`,
            symbols: [x, y, symbol(String.raw`\alpha`, 'factor', node.attributes.factor), place, channel],
          };
    case 'subsample':
      return {
        tex: String.raw`y_{i,j,c} = x_{si,\ sj,\ c}`,
        symbols: [x, y, symbol('s', 'stride', node.attributes.stride), place, channel],
      };
    case 'padChannels':
      return {
        tex: String.raw`y_{i,j,c} = \begin{cases} x_{i,j,c} & c < C \\ 0 & \text{else} \end{cases}`,
        symbols: [x, y, symbol('C', 'ownChannels', inChannels), place, channel],
      };
    case 'globalAvgPool':
      return {
        tex: String.raw`y_c = \frac{1}{H W} \sum_{i=0}^{H-1} \sum_{j=0}^{W-1} x_{i,j,c}`,
        symbols: [x, y, symbol('H', 'height', side), symbol('W', 'width', side), place, channel],
      };
    case 'dense':
      return {
        tex: String.raw`y_k = ${node.attributes.bias ? 'b_k + ' : ''}\sum_{f=0}^{N-1} w_{f,k}\, x_f`,
        symbols: [
          x,
          y,
          symbol('w', 'weight'),
          ...(node.attributes.bias ? [symbol('b', 'bias')] : []),
          symbol('k', 'unit'),
          symbol('f', 'feature'),
          symbol('N', 'featureCount', inChannels),
        ],
      };
    case 'softmax':
      return {
        tex: String.raw`p_k = \frac{e^{x_k}}{\sum_{m=0}^{N-1} e^{x_m}}`,
        symbols: [
          symbol('p', 'out'),
          symbol('x', 'logits'),
          symbol('k', 'unit'),
          symbol('N', 'units', inChannels),
        ],
      };
    default:
      // Kinds that are drawn and costed only.
      throw new Error(`'${node.kind}' is not run here`);
  }
}
