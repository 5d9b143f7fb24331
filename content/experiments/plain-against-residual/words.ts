export const words = {
  en: {
    nets: { plain: 'plain', residual: 'residual' },
    networks: { plain: 'plain, 56 layers', residual: 'residual, 56 layers' },
    step: 'step',
    loss: 'cross-entropy of the training batch, in nats',
    chance: 'guessing: ln 8 = 2.08',
    gradient: '‖∂L/∂W‖ of the first convolution',
    description:
      'Training loss of a plain and a residual network of 56 layers over the steps, mean of the last ten. The slider and the table give every value.',
    gradients:
      'Norm of the gradient of the first convolution over the steps, of the plain and of the residual network, on a logarithmic axis. The slider and the table give every value.',
    doing: (seed: number) => `Training both networks, seed ${seed}`,
    again: 'Train again, with the next seed',
  },
  zh: {
    nets: { plain: '普通网络', residual: '残差网络' },
    networks: { plain: '普通网络，56 层', residual: '残差网络，56 层' },
    step: '步',
    loss: '训练批次的交叉熵（奈特）',
    chance: '随机猜测：ln 8 = 2.08',
    gradient: '第一个卷积的 ‖∂L/∂W‖',
    description:
      '56 层普通网络与残差网络的训练损失随步数的变化，取最近十步的平均。滑块与表格给出每一个数值。',
    gradients: '普通网络与残差网络第一个卷积的梯度范数随步数的变化，对数坐标。滑块与表格给出每一个数值。',
    doing: (seed: number) => `正在训练两个网络，种子 ${seed}`,
    again: '换下一个种子，再训练一次',
  },
};
