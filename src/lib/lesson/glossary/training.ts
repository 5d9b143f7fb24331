import type { Entries } from './entry.ts';

/** Loss, optimiser, and what is read off while they run. */
export const training = {
  'cross-entropy': {
    en: {
      term: 'cross-entropy',
      definition:
        'The loss of classification: minus the logarithm of the probability that the network gives the right class, averaged over the pictures.',
    },
    zh: {
      term: '交叉熵',
      definition: '分类所用的损失：网络给正确类别的概率取对数再变号，对各张图片取平均。',
    },
    lesson: 'training-in-practice',
  },
  epoch: {
    en: { term: 'epoch', definition: 'One pass over all training pictures.' },
    zh: { term: '轮', also: ['epoch', '训练轮次'], definition: '把全部训练图片用过一遍。' },
    lesson: 'training-in-practice',
  },
  'learning-rate': {
    en: {
      term: 'learning rate',
      definition:
        'The factor by which the gradient is multiplied before it is subtracted from the weights: how long a step is.',
    },
    zh: { term: '学习率', definition: '梯度在从权重中减去之前所乘的系数，决定每一步走多远。' },
    lesson: 'training-in-practice',
  },
  logit: {
    en: {
      term: 'logit',
      definition:
        'A class’s score before softmax; it can be any number, and only differences between logits matter.',
    },
    zh: {
      term: 'logit',
      also: ['对数几率'],
      definition: '某个类别在 softmax 之前的得分，可以是任意实数；起作用的只是各 logit 之间的差。',
    },
    lesson: 'what-it-sees',
  },
  loss: {
    en: {
      term: 'loss',
      also: ['loss function'],
      definition:
        'One number that says how bad the network’s answers are; training changes the weights so that it falls.',
    },
    zh: {
      term: '损失',
      also: ['损失函数'],
      definition: '衡量网络回答有多差的一个数；训练就是调整权重，使它下降。',
    },
    lesson: 'training-in-practice',
  },
  'mini-batch': {
    en: {
      term: 'mini-batch',
      also: ['batch'],
      definition: 'The handful of training pictures from which the gradient of one step is computed.',
    },
    zh: { term: '批次', also: ['小批量'], definition: '计算一步梯度所用的那一小组训练图片。' },
    lesson: 'training-in-practice',
  },
  momentum: {
    en: {
      term: 'momentum',
      definition:
        'Stepping along a decaying sum of past gradients instead of the present one alone; 0.9 keeps nine tenths of the sum at each step.',
    },
    zh: {
      term: '动量',
      definition: '不只沿当前梯度走，而是沿逐渐衰减的历史梯度之和走；取 0.9 时，每一步保留这个和的十分之九。',
    },
    lesson: 'training-in-practice',
  },
  overfitting: {
    en: {
      term: 'overfitting',
      definition:
        'Doing well on the training pictures and clearly worse on others: a gap between training error and validation error.',
    },
    zh: {
      term: '过拟合',
      definition: '在训练图片上表现很好，在其他图片上却明显变差：训练误差与验证误差之间拉开差距。',
    },
    lesson: 'training-in-practice',
  },
  schedule: {
    en: {
      term: 'learning-rate schedule',
      also: ['schedule'],
      definition:
        'The rule by which the learning rate changes during training, for instance a tenth of it after certain steps, or a cosine down to zero.',
    },
    zh: {
      term: '学习率调度',
      also: ['学习率计划'],
      definition: '训练过程中学习率如何变化的规则，例如到一定步数后降为十分之一，或按余弦曲线降到零。',
    },
    lesson: 'training-in-practice',
  },
  softmax: {
    en: {
      term: 'softmax',
      definition:
        'The function that turns logits into probabilities: each is exponentiated and divided by the sum of all.',
    },
    zh: { term: 'softmax', definition: '把 logit 变成概率的函数：各自取指数，再除以全部指数之和。' },
    lesson: 'training-in-practice',
  },
  'training-error': {
    en: {
      term: 'training error',
      definition: 'The share of wrong answers on the pictures that the network is trained on.',
    },
    zh: { term: '训练误差', also: ['训练错误率'], definition: '网络在训练所用的图片上答错的比例。' },
    lesson: 'why-depth',
  },
  validation: {
    en: {
      term: 'validation set',
      also: ['validation'],
      definition:
        'Pictures kept out of training, on which settings are chosen and errors are reported while the test set stays untouched.',
    },
    zh: {
      term: '验证集',
      also: ['验证'],
      definition: '不参加训练的一部分图片，用来选择设置、报告误差，而测试集留到最后才用。',
    },
    lesson: 'what-76-percent-means',
  },
  'warm-up': {
    en: {
      term: 'warm-up',
      definition: 'Beginning with a small learning rate and raising it over the first steps or epochs.',
    },
    zh: {
      term: '预热',
      also: ['学习率预热'],
      definition: '训练开头先用较小的学习率，在最初若干步或若干轮里逐渐升高。',
    },
    lesson: 'training-in-practice',
  },
  'weight-decay': {
    en: {
      term: 'weight decay',
      definition:
        'Making every weight a little smaller at each step, in proportion to its size. For plain gradient descent it is the same as adding a multiple of the sum of squared weights to the loss.',
    },
    zh: {
      term: '权重衰减',
      definition:
        '每一步都让各权重按自身大小的一定比例缩小一点。对普通的梯度下降，这等同于在损失里加上权重平方和的若干倍。',
    },
    lesson: 'training-in-practice',
  },
} satisfies Entries;
