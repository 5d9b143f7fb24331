export const words = {
  en: {
    networks: { plain20: 'plain, 20 layers', plain56: 'plain, 56 layers' },
    step: 'step',
    loss: 'cross-entropy of the training batch, in nats',
    chance: 'guessing: ln 8 = 2.08',
    description:
      'Training loss of plain networks of 20 and 56 layers over the steps, mean of the last ten. The slider and the table give every value.',
    doing: (seed: number) => `Training both networks, seed ${seed}`,
    again: 'Train again, with the next seed',
  },
  zh: {
    networks: { plain20: '普通网络，20 层', plain56: '普通网络，56 层' },
    step: '步',
    loss: '训练批次的交叉熵（奈特）',
    chance: '随机猜测：ln 8 = 2.08',
    description: '20 层与 56 层普通网络的训练损失随步数的变化，取最近十步的平均。滑块与表格给出每一个数值。',
    doing: (seed: number) => `正在训练两个网络，种子 ${seed}`,
    again: '换下一个种子，再训练一次',
  },
};
