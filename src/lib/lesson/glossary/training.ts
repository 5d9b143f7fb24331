import type { Entries } from './entry.ts';

/** Loss, optimiser, and what is read off while they run. */
export const training = {
  ablation: {
    en: {
      term: 'ablation',
      definition:
        'An experiment that changes one thing and leaves all else as it was, to see what that one thing contributes.',
    },
    zh: { term: '消融实验', definition: '只改变一处、其余全部保持不变的实验，用来看这一处起了多大作用。' },
    lesson: 'plain-against-residual',
  },
  adam: {
    en: {
      term: 'Adam',
      definition:
        'An optimiser that divides each weight’s step by a running estimate of the size of its gradients.',
    },
    zh: { term: 'Adam', definition: '一种优化器：每个权重的步长都除以其梯度大小的移动估计。' },
    lesson: 'training-in-practice',
  },
  chance: {
    en: {
      term: 'chance level',
      also: ['chance'],
      definition:
        'What blind guessing attains: one in K right with K equally frequent classes, and a loss of ln K.',
    },
    zh: {
      term: '随机水平',
      also: ['随机猜测'],
      definition: '盲目猜测所能达到的水平：K 个类别各占一样多时，猜对的比例为 1/K，损失为 ln K。',
    },
    lesson: 'plain-against-residual',
  },
  convergence: {
    en: {
      term: 'convergence',
      definition: 'Coming closer and closer to a value; of training, that the loss hardly falls any more.',
    },
    zh: { term: '收敛', definition: '越来越接近某个值；就训练而言，指损失几乎不再下降。' },
    lesson: 'training-in-practice',
  },
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
  cutmix: {
    en: {
      term: 'CutMix',
      definition:
        'Pasting a rectangle of one training picture into another and mixing their labels in proportion to the areas.',
    },
    zh: { term: 'CutMix', definition: '把一张训练图片的一个矩形贴进另一张，标签按面积比例混合。' },
    lesson: 'what-76-percent-means',
  },
  dropout: {
    en: {
      term: 'dropout',
      definition:
        'Setting randomly chosen activations to zero in training, so that none is relied upon alone. ResNet does without it.',
    },
    zh: {
      term: '随机失活',
      also: ['dropout'],
      definition: '训练时随机把一部分激活值置零，使网络不依赖其中任何一个。ResNet 不使用它。',
    },
    lesson: 'training-in-practice',
  },
  'early-stopping': {
    en: {
      term: 'early stopping',
      definition:
        'Ending training, or keeping the weights of the moment, when the validation error no longer falls.',
    },
    zh: {
      term: '早停',
      also: ['提前停止'],
      definition: '验证误差不再下降时就停止训练，或保留那一刻的权重。',
    },
    lesson: 'transfer',
  },
  'effective-learning-rate': {
    en: {
      term: 'effective learning rate',
      definition:
        'How far a step turns weights whose length does not matter: the learning rate divided by their squared norm.',
    },
    zh: {
      term: '有效学习率',
      definition: '对长度不起作用的权重来说，一步使其方向转动多少：学习率除以权重范数的平方。',
    },
    lesson: 'training-in-practice',
  },
  ema: {
    en: {
      term: 'average of weights',
      also: ['EMA'],
      definition:
        'A moving average of the weights over training, used in place of the last weights for the answer.',
    },
    zh: {
      term: '权重平均',
      also: ['EMA'],
      definition: '训练过程中权重的移动平均，回答时用它代替最后一步的权重。',
    },
    lesson: 'what-76-percent-means',
  },
  epoch: {
    en: { term: 'epoch', definition: 'One pass over all training pictures.' },
    zh: { term: '轮', also: ['epoch', '训练轮次'], definition: '把全部训练图片用过一遍。' },
    lesson: 'training-in-practice',
  },
  'filter-normalisation': {
    en: {
      term: 'filter normalisation',
      definition:
        'For a picture of the loss landscape, scaling each filter of a random direction to the length of the filter that it moves, so that large and small weights are comparable.',
    },
    zh: {
      term: '逐滤波器归一化',
      definition:
        '画损失地形时，把随机方向中的每个滤波器缩放到与它所移动的滤波器等长，使大小不同的权重可以相互比较。',
    },
    lesson: 'plain-against-residual',
  },
  generalisation: {
    en: { term: 'generalisation', definition: 'Answering well on pictures that were not used in training.' },
    zh: { term: '泛化', definition: '在没有参加训练的图片上也能答得好。' },
    lesson: 'training-in-practice',
  },
  'gradient-descent': {
    en: {
      term: 'gradient descent',
      definition: 'Lowering the loss by changing the weights a little against its gradient, again and again.',
    },
    zh: { term: '梯度下降', definition: '让权重一次次朝梯度的反方向改变一点，使损失下降。' },
    lesson: 'training-in-practice',
  },
  hyperparameter: {
    en: {
      term: 'hyperparameter',
      also: ['setting'],
      definition:
        'A number that is set before training and not learnt, such as the learning rate or the number of layers.',
    },
    zh: { term: '超参数', definition: '训练之前设定而不是学到的数，如学习率、层数。' },
    lesson: 'training-in-practice',
  },
  'label-smoothing': {
    en: {
      term: 'label smoothing',
      definition:
        'Training towards a little less than one for the right class and a little more than zero for all others.',
    },
    zh: { term: '标签平滑', definition: '训练目标中，正确类别略小于一，其余各类别略大于零。' },
    lesson: 'what-76-percent-means',
  },
  'learning-curve': {
    en: {
      term: 'learning curve',
      definition: 'Loss or accuracy drawn over the steps of training, for training and validation pictures.',
    },
    zh: { term: '学习曲线', definition: '损失或准确率随训练步数变化的曲线，训练图片与验证图片各画一条。' },
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
  'loss-landscape': {
    en: {
      term: 'loss landscape',
      definition:
        'The loss as a function of the weights; drawn, it is a slice along one or two of its many directions.',
    },
    zh: {
      term: '损失地形',
      also: ['损失曲面', '损失景观'],
      definition: '把损失看作权重的函数所成的地形；画出来的只是它众多方向中一两个方向上的切面。',
    },
    lesson: 'plain-against-residual',
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
  mixup: {
    en: {
      term: 'mixup',
      definition: 'Training on weighted averages of two pictures, with their labels averaged alike.',
    },
    zh: { term: 'mixup', definition: '用两张图片的加权平均来训练，标签也按同样的比例平均。' },
    lesson: 'what-76-percent-means',
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
  optimiser: {
    en: { term: 'optimiser', definition: 'The rule that turns gradients into changes of the weights.' },
    zh: { term: '优化器', definition: '由梯度决定权重如何改变的规则。' },
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
  recipe: {
    en: {
      term: 'training recipe',
      also: ['recipe'],
      definition:
        'Everything about training that is not the network: optimiser, schedule, length, augmentation, regularisation.',
    },
    zh: {
      term: '训练方案',
      also: ['训练配方'],
      definition: '训练中除网络本身之外的一切：优化器、调度、时长、数据增强、正则化。',
    },
    lesson: 'what-76-percent-means',
  },
  regularisation: {
    en: {
      term: 'regularisation',
      definition: 'Whatever is done in training to keep the network from overfitting.',
    },
    zh: { term: '正则化', definition: '训练中为防止过拟合所采取的各种办法。' },
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
  seed: {
    en: {
      term: 'random seed',
      also: ['seed'],
      definition:
        'The number from which a program’s random numbers are derived; the same seed gives the same run.',
    },
    zh: { term: '随机种子', also: ['种子'], definition: '程序的随机数由它推出；种子相同，整个运行就相同。' },
    lesson: 'plain-against-residual',
  },
  sgd: {
    en: {
      term: 'stochastic gradient descent',
      also: ['SGD'],
      definition:
        'Gradient descent in which each step uses the gradient of one mini-batch instead of all training pictures.',
    },
    zh: {
      term: '随机梯度下降',
      also: ['SGD'],
      definition: '每一步只用一个批次、而不是全部训练图片来计算梯度的梯度下降。',
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
  'standard-error': {
    en: {
      term: 'standard error',
      definition:
        'How far a mean of several runs or pictures is expected to lie from the true one: their standard deviation divided by the square root of their number.',
    },
    zh: {
      term: '标准误',
      also: ['标准误差'],
      definition: '几次运行或几张图片的平均值，预计离真实平均值有多远：标准差除以个数的平方根。',
    },
    lesson: 'plain-against-residual',
  },
  step: {
    en: {
      term: 'training step',
      also: ['iteration'],
      definition: 'One gradient from one mini-batch, and one change of the weights.',
    },
    zh: { term: '训练步', also: ['迭代'], definition: '用一个批次算一次梯度，并更新一次权重。' },
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
  underfitting: {
    en: { term: 'underfitting', definition: 'Doing badly even on the training pictures.' },
    zh: { term: '欠拟合', definition: '连训练图片都学不好。' },
    lesson: 'training-in-practice',
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
