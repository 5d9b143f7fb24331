import type { NetworkName } from './networks.ts';

const en = {
  names: {
    identity: 'identity shortcuts',
    scaled: 'shortcuts × 0.5',
    normAfterAdd: 'batch norm after the sum',
    preActivation: 'pre-activation',
  } as Readonly<Record<NetworkName, string>>,
  block: 'block',
  stage: (stage: number) => `stage ${stage}`,
  gradient: '‖∂L/∂x‖ at the block’s output',
  chart: (spans: readonly string[]) =>
    `Line chart with a logarithmic axis: the norm of the gradient at the output of each of 27 blocks. ${spans.join(' ')}`,
  span: (name: string, first: string, last: string) =>
    `${name}: ${first} at the first block, ${last} at the last.`,
  here: (backend: string) => `${backend}, seed 0`,
  recorded: 'mean of three seeds; npm run -s atlas -- init --depth 56 --net residual … --json',
};

export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    names: {
      identity: '恒等捷径',
      scaled: '捷径 × 0.5',
      normAfterAdd: '批归一化在相加之后',
      preActivation: '预激活',
    },
    block: '块',
    stage: (stage) => `阶段 ${stage}`,
    gradient: '块输出处的 ‖∂L/∂x‖',
    chart: (spans) => `折线图，对数坐标：27 个块输出处的梯度范数。${spans.join('')}`,
    span: (name, first, last) => `${name}：第一个块 ${first}，最后一个块 ${last}。`,
    here: (backend) => `${backend}，种子 0`,
    recorded: '三个种子的平均；npm run -s atlas -- init --depth 56 --net residual … --json',
  },
};
