import type { RateName } from './result.ts';

export const words = {
  en: {
    names: { low: 'rate 0.0005', usual: 'rate 0.05', high: 'rate 5' } satisfies Record<RateName, string>,
    step: 'step',
    loss: 'cross-entropy of the training batch, in nats',
    chance: 'guessing: ln 8 = 2.08',
    weight: 'norm of all kernels together',
    description:
      'Training loss of a residual network of 20 layers with three learning rates over the steps, mean of the last ten, on a logarithmic axis. The slider and the table give every value.',
    weights:
      'Norm of all convolution kernels over the steps, with the same three rates, on a logarithmic axis. The slider and the table give every value.',
    doing: (name: string, seed: number) => `Training with ${name}, seed ${seed}`,
    starting: 'Starting',
    again: 'Train again, with the next seed',
  },
  zh: {
    names: { low: '学习率 0.0005', usual: '学习率 0.05', high: '学习率 5' } satisfies Record<
      RateName,
      string
    >,
    step: '步',
    loss: '训练批次的交叉熵（奈特）',
    chance: '随机猜测：ln 8 = 2.08',
    weight: '全部卷积核合起来的范数',
    description:
      '20 层残差网络用三种学习率训练时，训练损失随步数的变化，取最近十步的平均，对数坐标。滑块与表格给出每一个数值。',
    weights: '同样三种学习率下，全部卷积核的范数随步数的变化，对数坐标。滑块与表格给出每一个数值。',
    doing: (name: string, seed: number) => `正在训练：${name}，种子 ${seed}`,
    starting: '正在开始',
    again: '换下一个种子，再训练一次',
  },
};
