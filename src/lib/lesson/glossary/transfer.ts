import type { Entries } from './entry.ts';

/** Using what was learnt for something else. */
export const transfer = {
  airlight: {
    en: {
      term: 'airlight',
      definition:
        'The brightness that fog itself adds to the picture by scattering light towards the viewer.',
    },
    zh: { term: '大气光', definition: '雾把光散射到观察者方向，从而自身给画面加上的亮度。' },
    lesson: 'fog',
  },
  baseline: {
    en: {
      term: 'baseline',
      definition:
        'The simplest method that does the job; what a more expensive one gains is measured against it.',
    },
    zh: {
      term: '基线',
      also: ['基准方法'],
      definition: '能完成任务的最简单的方法；更复杂的方法值不值得，要与它相比。',
    },
    lesson: 'fog',
  },
  'catastrophic-forgetting': {
    en: {
      term: 'catastrophic forgetting',
      definition: 'Losing what was learnt before while learning something new.',
    },
    zh: { term: '灾难性遗忘', definition: '在学习新东西的过程中，丢掉了以前学到的。' },
    lesson: 'transfer',
  },
  'dark-channel': {
    en: {
      term: 'dark channel',
      definition:
        'The smallest of the three colours over a small neighbourhood; near zero almost everywhere in clear outdoor pictures, and raised by fog.',
    },
    zh: {
      term: '暗通道',
      definition: '在一小块邻域里三种颜色的最小值；清晰的户外图片中几乎处处接近零，有雾时升高。',
    },
    lesson: 'fog',
  },
  'domain-shift': {
    en: {
      term: 'domain shift',
      also: ['distribution shift'],
      definition:
        'The pictures in use differing from those of training, for instance in camera, season or place.',
    },
    zh: {
      term: '域偏移',
      also: ['分布偏移'],
      definition: '实际使用的图片与训练图片有所不同，例如相机、季节或地点变了。',
    },
    lesson: 'transfer',
  },
  'explained-variance': {
    en: {
      term: 'explained variance',
      definition: 'The share of the spread of the data that is kept by the principal components chosen.',
    },
    zh: { term: '解释方差', also: ['方差解释率'], definition: '所取的主成分保留了数据总方差中的多少。' },
    lesson: 'transfer',
  },
  'extinction-coefficient': {
    en: {
      term: 'extinction coefficient',
      also: ['β'],
      definition: 'How strongly air weakens light per unit of distance.',
    },
    zh: { term: '消光系数', also: ['β'], definition: '空气在单位距离内使光减弱的程度。' },
    lesson: 'fog',
  },
  feature: {
    en: {
      term: 'feature',
      also: ['features'],
      definition:
        'What a network has computed about a picture by some layer; often the 2048 averages before ResNet-50’s last layer.',
    },
    zh: {
      term: '特征',
      definition: '网络到某一层为止从图片中算出的东西；常指 ResNet-50 最后一层之前的 2048 个平均值。',
    },
    lesson: 'transfer',
  },
  'feature-extraction': {
    en: {
      term: 'feature extraction',
      definition: 'Using a trained network, unchanged, only to turn pictures into features.',
    },
    zh: { term: '特征提取', definition: '不改动训练好的网络，只用它把图片变成特征。' },
    lesson: 'transfer',
  },
  'fine-tuning': {
    en: {
      term: 'fine-tuning',
      definition:
        'Training a network further on a new task from the weights that it learnt on an old one, usually with a small learning rate.',
    },
    zh: {
      term: '微调',
      definition: '以在旧任务上学到的权重为起点，在新任务上继续训练网络，通常用较小的学习率。',
    },
    lesson: 'transfer',
  },
  fog: {
    en: {
      term: 'fog',
      definition:
        'Droplets in the air that bring the visibility below one kilometre; where one sees further it is called mist.',
    },
    zh: {
      term: '雾',
      definition: '空气中的小水滴使能见度低于一千米，称为雾；能见度更高时称为轻雾。',
    },
    lesson: 'fog',
  },
  freezing: {
    en: {
      term: 'freezing',
      also: ['frozen layers'],
      definition: 'Keeping a layer’s weights as they are while others are trained.',
    },
    zh: { term: '冻结', also: ['冻结层'], definition: '训练其他层时，让某些层的权重保持不变。' },
    lesson: 'transfer',
  },
  'frozen-batch-norm': {
    en: {
      term: 'frozen batch normalisation',
      definition:
        'Batch normalisation that keeps γ, β and its stored averages and works in inference mode while the rest is trained.',
    },
    zh: {
      term: '冻结的批归一化',
      definition: '训练其余部分时，批归一化的 γ、β 和存好的平均值都保持不变，并以推理模式工作。',
    },
    lesson: 'transfer',
  },
  'koschmieder-law': {
    en: {
      term: 'Koschmieder’s law',
      definition:
        'The contrast of a dark object against the sky falls off exponentially with distance, which makes the visibility a constant divided by the extinction coefficient.',
    },
    zh: {
      term: '科施米德定律',
      also: ['Koschmieder 定律'],
      definition: '黑色目标与天空背景的对比度随距离指数衰减，因此能见度等于一个常数除以消光系数。',
    },
    lesson: 'fog',
  },
  'linear-probe': {
    en: {
      term: 'linear probe',
      definition:
        'A linear classifier trained on the features of a network whose own weights stay as they are; it shows what the features already tell apart.',
    },
    zh: {
      term: '线性探测',
      also: ['线性探针'],
      definition: '网络自身的权重保持不变，只在它的特征上训练一个线性分类器，以此看这些特征已经能区分什么。',
    },
    lesson: 'transfer',
  },
  'logistic-regression': {
    en: {
      term: 'logistic regression',
      definition: 'A linear classifier with softmax, trained by the cross-entropy: a single dense layer.',
    },
    zh: {
      term: '逻辑回归',
      also: ['logistic 回归'],
      definition: '带 softmax、按交叉熵训练的线性分类器，也就是单独一个全连接层。',
    },
    lesson: 'transfer',
  },
  'nearest-class-mean': {
    en: {
      term: 'nearest class mean',
      definition:
        'A classifier without training: a picture gets the class whose mean feature vector is nearest to its own.',
    },
    zh: {
      term: '最近类均值',
      also: ['最近均值分类'],
      definition: '不需要训练的分类器：图片的特征离哪一类的平均特征最近，就归入哪一类。',
    },
    lesson: 'transfer',
  },
  ordinal: {
    en: {
      term: 'ordinal classes',
      also: ['ordinal'],
      definition:
        'Classes with an order, such as light, moderate and dense fog; confusing neighbours is a smaller error than confusing the ends.',
    },
    zh: {
      term: '有序类别',
      definition: '有先后次序的类别，如轻雾、雾、浓雾；把相邻两级弄混，比把两端弄混错得轻。',
    },
    lesson: 'fog',
  },
  pca: {
    en: {
      term: 'principal component analysis',
      also: ['PCA'],
      definition:
        'Finding the perpendicular directions along which data spread most and keeping the first few of them.',
    },
    zh: {
      term: '主成分分析',
      also: ['PCA'],
      definition: '找出数据分布最散的几个相互垂直的方向，只保留最前面的几个。',
    },
    lesson: 'transfer',
  },
  't-sne': {
    en: {
      term: 't-SNE',
      definition:
        'A drawing of many-dimensional data on a plane that keeps neighbours together; sizes of clusters and distances between them mean nothing.',
    },
    zh: {
      term: 't-SNE',
      definition: '把高维数据画到平面上、让近邻仍然相邻的方法；图中各簇的大小和彼此的距离没有意义。',
    },
    lesson: 'transfer',
  },
  'transfer-learning': {
    en: {
      term: 'transfer learning',
      definition:
        'Using what a network learnt on one set of data, usually a large one, for a task with other, often fewer data.',
    },
    zh: {
      term: '迁移学习',
      definition: '把网络在一批（通常很多的）数据上学到的东西，用到另一批（往往较少的）数据的任务上。',
    },
    lesson: 'transfer',
  },
  transmission: {
    en: {
      term: 'transmission',
      definition:
        'The share of an object’s light that reaches the viewer through the air: e to the minus extinction coefficient times distance.',
    },
    zh: {
      term: '透射率',
      definition: '物体发出的光穿过空气到达观察者的比例：e 的（负消光系数乘以距离）次方。',
    },
    lesson: 'fog',
  },
  umap: {
    en: {
      term: 'UMAP',
      definition:
        'A method like t-SNE, faster on large data; distances between its clusters need the same caution.',
    },
    zh: { term: 'UMAP', definition: '与 t-SNE 类似的方法，数据量大时更快；对各簇之间的距离同样要谨慎。' },
    lesson: 'transfer',
  },
  visibility: {
    en: {
      term: 'visibility',
      also: ['visual range', 'meteorological optical range'],
      definition:
        'The greatest distance at which a dark object can just be seen against the sky, or, as instruments measure it, at which a beam has lost 95 per cent of its light.',
    },
    zh: {
      term: '能见度',
      also: ['气象光学视程'],
      definition: '能以天空为背景刚好看见黑色目标的最大距离；按仪器的定义，是光束减弱 95 % 所经过的距离。',
    },
    lesson: 'fog',
  },
} satisfies Entries;
