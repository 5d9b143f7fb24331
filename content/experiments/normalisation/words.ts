import type { NetworkId } from './networks.ts';

const en = {
  names: {
    'plain-56': 'plain 56, batch norm',
    'residual-56': 'residual 56, batch norm',
    'plain-56-none': 'plain 56, no norm',
    'residual-56-none': 'residual 56, no norm',
    'plain-20': 'plain 20, batch norm',
    'residual-20': 'residual 20, batch norm',
    'plain-20-none': 'plain 20, no norm',
    'residual-20-none': 'residual 20, no norm',
    'plain-56-none-glorot': 'plain 56, no norm, Glorot',
    'plain-56-glorot': 'plain 56, batch norm, Glorot',
  } as Readonly<Record<NetworkId, string>>,
  convolution: 'convolution',
  stage: (stage: number) => `stage ${stage}`,
  gradient: '‖∂L/∂x‖ of the value after each convolution',
  theory: (growth: string) => `theory: × ${growth} per convolution`,
  chart: (spans: readonly string[]) =>
    `Line chart with a logarithmic axis: the norm of the gradient after each of 55 convolutions. ${spans.join(' ')}`,
  span: (name: string, first: string, last: string) => `${name}: ${first} at the first, ${last} at the last.`,
  table: 'All networks of this run',
  columns: {
    network: 'network',
    growth: 'growth per convolution',
    ratio: 'gradient, first ÷ last',
    deviation: 'signal at the end',
    loss: 'loss',
  },
  here: (backend: string) => `${backend}, seed 0`,
  recorded: 'mean of three seeds; npm run -s atlas -- init --depth 56 … --json',
  steps: {
    step: 'step',
    axis: '‖∂L/∂W‖ of the first convolution ÷ of the last',
    nets: { plain: 'plain 56', residual: 'residual 56' },
    balanced: '1: balanced',
    chart: (spans: readonly string[]) =>
      `Line chart with a logarithmic axis over sixty training steps: the weight gradient of the first convolution divided by that of the last. ${spans.join(' ')}`,
    span: (name: string, first: string, last: string) => `${name}: ${first} at step 0, ${last} at step 60.`,
  },
};

export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    names: {
      'plain-56': '普通 56 层，批归一化',
      'residual-56': '残差 56 层，批归一化',
      'plain-56-none': '普通 56 层，无归一化',
      'residual-56-none': '残差 56 层，无归一化',
      'plain-20': '普通 20 层，批归一化',
      'residual-20': '残差 20 层，批归一化',
      'plain-20-none': '普通 20 层，无归一化',
      'residual-20-none': '残差 20 层，无归一化',
      'plain-56-none-glorot': '普通 56 层，无归一化，Glorot',
      'plain-56-glorot': '普通 56 层，批归一化，Glorot',
    },
    convolution: '卷积',
    stage: (stage) => `阶段 ${stage}`,
    gradient: '各卷积之后的值的 ‖∂L/∂x‖',
    theory: (growth) => `理论：每个卷积 × ${growth}`,
    chart: (spans) => `折线图，对数坐标：55 个卷积之后的梯度范数。${spans.join('')}`,
    span: (name, first, last) => `${name}：最前 ${first}，最后 ${last}。`,
    table: '这次运行的全部网络',
    columns: {
      network: '网络',
      growth: '每个卷积的增长',
      ratio: '梯度，最前 ÷ 最后',
      deviation: '末端的信号',
      loss: '损失',
    },
    here: (backend) => `${backend}，种子 0`,
    recorded: '三个种子的平均；npm run -s atlas -- init --depth 56 … --json',
    steps: {
      step: '步',
      axis: '第一个卷积的 ‖∂L/∂W‖ ÷ 最后一个的',
      nets: { plain: '普通 56 层', residual: '残差 56 层' },
      balanced: '1：平衡',
      chart: (spans) =>
        `折线图，对数坐标，横轴为六十个训练步：第一个卷积的权重梯度除以最后一个的。${spans.join('')}`,
      span: (name, first, last) => `${name}：第 0 步 ${first}，第 60 步 ${last}。`,
    },
  },
};
