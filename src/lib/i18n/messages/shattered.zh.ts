import type { shattered as english } from './shattered.en.ts';

export const shattered: typeof english = {
  title: '破碎的梯度',
  description:
    '初始化时小网络的 dy/dx：普通网络、残差网络，与白噪声、布朗噪声并列，附自相关；任意深度、β 与随机种子，都在你的浏览器里计算。',
  lead: '一个把一个数 x 变成一个数 y 的网络，停在初始权重上。它的梯度 dy/dx 是 x 上的一条曲线。如果相邻输入的梯度彼此毫无关系，那么对其中一个有利的一步，对下一个就什么也说明不了。',
  claim:
    'Balduzzi 等 2017：在普通网络里，梯度之间的相关性随深度指数衰减，直到像白噪声一样。有了捷径，衰减慢得多，梯度仍保留一些结构。',
  expected:
    '滞后 1 的自相关：24 层普通网络加批归一化，绝对值小于 0.15；50 层残差网络、β = 0.1，大于 0.9。另一个独立程序 20 个种子的平均：单层 0.98，普通 24 层 −0.05，残差 50 层 0.95，布朗噪声 0.97，白噪声 0。有偏置而无归一化时，24 层普通网络只破碎一部分：0.87。',
  may: [
    '批归一化让信号和梯度的大小保持正常，然而深层普通网络的梯度仍几乎互不相关。大小并不是梯度的全部。',
    '捷径减慢相关性的丧失；残差支路上较小的 β 减得更慢。',
  ],
  mayNot: [
    '不能说每个深层普通网络的梯度都会破碎：He 初始化、有偏置、无归一化时只破碎一部分。把归一化选为“无”就能看到。',
    '不能说这就是普通网络难训练的原因。这里测的是第一步之前、只有一个输入的网络；He 等 2015（第 4.1 节）没有给出定论。',
    '不能说画出的就是训练所用的梯度：这里批归一化的统计量当作常数，而且是对输入求导，不是对权重。',
  ],
  sources: [
    {
      text: 'Balduzzi、Frean、Leary、Lewis、Ma、McWilliams 2017，《The shattered gradients problem: if resnets are the answer, then what is the question?》图 1 与公式 2。',
      url: 'https://arxiv.org/abs/1702.08591',
    },
    {
      text: 'He、Zhang、Ren、Sun 2015，《Delving deep into rectifiers》第 2.2 节：初始权重的方差为 2/fan-in。',
      url: 'https://arxiv.org/abs/1502.01852',
    },
    {
      text: 'He、Zhang、Ren、Sun 2015，《Deep residual learning for image recognition》第 4.1 节。',
      url: 'https://arxiv.org/abs/1512.03385',
    },
  ],
  controls: {
    title: '你自己的网络',
    net: '类型',
    nets: { plain: '普通', residual: '残差' },
    norm: '归一化',
    norms: { batch: '批归一化', none: '无' },
    bias: '偏置',
    biases: { with: '有', without: '无' },
    layers: '层数',
    beta: 'β，每条残差支路的系数',
    betaPlain: '普通网络没有支路。',
    width: '每层单元数（所有网络）',
    seed: '随机种子（所有曲线）',
    another: '换一个种子',
    computing: '正在计算曲线',
    compute: '计算缺少的曲线',
    here: '在本浏览器中',
    setUp:
      '从 −2 到 2 的 256 个输入。第 1 层是 ReLU(norm(w x + b))；其后每层是 ReLU(norm(W h + b))，残差网络中是 h + β (W ReLU(norm(h)) + b)。相同的层在所有网络中权重相同。',
  },
  curves: {
    title: '随 x 变化的 dy/dx，各用自己的刻度',
    names: {
      oneLayer: '单层',
      plain24: '普通，24 层',
      residual50: '残差，50 层，β = 0.1',
      brownNoise: '布朗噪声',
      whiteNoise: '白噪声',
    },
    details: {
      oneLayer: '无归一化',
      plain24: '批归一化',
      residual50: '批归一化',
      brownNoise: '白噪声的累加',
      whiteNoise: '互相独立的数',
    },
    own: (net, layers) => `你的：${net}，${layers} 层`,
    ownDetails: (norm, bias, beta) => [norm, bias, ...(beta === null ? [] : [`β = ${beta}`])].join('，'),
    norms: { batch: '批归一化', none: '无归一化' },
    biases: { with: '有偏置', without: '无偏置' },
    lag: (value) => `滞后 1：${value}`,
    waiting: '尚未算出',
    description: (name, lag, changes) =>
      `${name}：x 从 −2 到 2 的 dy/dx。滞后 1 的自相关为 ${lag}；255 步中变号 ${changes} 次。`,
    undefinedNote: (names) => `${names}：曲线是常数，或含有无穷大、非数，因此没有自相关。`,
  },
  lags: {
    title: '自相关',
    axis: '与自身的相关系数',
    lag: '滞后，每步 4/255',
    description: (spans) => `随滞后变化的自相关。${spans.join('')}`,
    span: (name, first, tenth) => `${name}：滞后 1 为 ${first}，滞后 10 为 ${tenth}。`,
    note: '曲线与自身错开若干步之后的皮尔逊相关系数。256 个独立随机数的这个值，20 次里有 19 次落在 ±0.12 之内。',
  },
  figures: {
    title: '数值',
    curve: '曲线',
    lag: (lag) => `滞后 ${lag}`,
    changes: '变号次数（共 255 步）',
  },
  tables: { curves: '所有曲线的 dy/dx', lags: '各滞后的自相关' },
  lines: (width, seed) => `每层 ${width} 个单元，随机种子 ${seed}`,
};
