import type { Entries } from './entry.ts';

/** Pictures, what is done to them, and how answers are counted. */
export const data = {
  accuracy: {
    en: { term: 'accuracy', definition: 'The share of right answers; one minus the error rate.' },
    zh: { term: '准确率', also: ['正确率'], definition: '答对的比例，等于一减去错误率。' },
    lesson: 'what-76-percent-means',
  },
  antialiasing: {
    en: {
      term: 'antialiasing',
      definition:
        'Averaging over all pixels that fall into one when a picture is made smaller, instead of picking a few; without it fine patterns turn into false coarse ones.',
    },
    zh: {
      term: '抗混叠',
      also: ['抗锯齿'],
      definition:
        '缩小图片时，对落进同一个新像素的所有像素取平均，而不是只挑几个；否则细密的图案会变成虚假的粗条纹。',
    },
    lesson: 'feeding',
  },
  augmentation: {
    en: {
      term: 'data augmentation',
      also: ['augmentation'],
      definition:
        'Changing training pictures at random in ways that should not change the answer, such as mirroring or cropping, so that the network sees more variety.',
    },
    zh: {
      term: '数据增强',
      definition: '对训练图片做不应改变答案的随机变化，如镜像、裁剪，让网络见到更多样的图片。',
    },
    lesson: 'feeding',
  },
  bgr: {
    en: {
      term: 'BGR',
      also: ['blue, green, red'],
      definition:
        'Colours stored in the order blue, green, red. ResNet-50’s original weights, and Keras’ port of them, expect this order.',
    },
    zh: {
      term: 'BGR',
      also: ['蓝绿红顺序'],
      definition: '按蓝、绿、红的顺序存放颜色。ResNet-50 最初的权重及其 Keras 移植版都要求这个顺序。',
    },
    lesson: 'feeding',
  },
  'cifar-10': {
    en: {
      term: 'CIFAR-10',
      definition:
        'Sixty thousand colour pictures of 32 × 32 pixels in ten classes, five sixths of them for training.',
    },
    zh: { term: 'CIFAR-10', definition: '六万张 32 × 32 像素的彩色图片，分为十类，其中六分之五用于训练。' },
    lesson: 'why-depth',
  },
  'class-imbalance': {
    en: {
      term: 'class imbalance',
      definition:
        'Some classes having far more examples than others; accuracy then says little about the rare ones.',
    },
    zh: {
      term: '类别不平衡',
      definition: '有的类别样本远多于其他类别；这时准确率几乎说明不了稀少类别的情况。',
    },
    lesson: 'fog',
  },
  coco: {
    en: {
      term: 'COCO',
      definition:
        'A data set of everyday scenes with a box and an outline for each object, in eighty classes; the usual test of detectors.',
    },
    zh: {
      term: 'COCO',
      definition: '日常场景的数据集，八十个类别，每个物体都标有边框和轮廓；检测器通常在它上面评测。',
    },
    lesson: 'backbone',
  },
  'confusion-matrix': {
    en: {
      term: 'confusion matrix',
      definition: 'A table that counts, for every true class, how often each class was answered.',
    },
    zh: { term: '混淆矩阵', definition: '对每个真实类别，统计各类别被回答了多少次的表。' },
    lesson: 'fog',
  },
  crop: {
    en: {
      term: 'crop',
      also: ['centre crop', 'random crop'],
      definition:
        'A rectangle cut out of the picture. In testing it is usually the 224 × 224 pixels in the middle (one crop); ten crops average over corners, centre and mirror images.',
    },
    zh: {
      term: '裁剪',
      also: ['中心裁剪', '随机裁剪'],
      definition:
        '从图片中切出的矩形。测试时通常取正中的 224 × 224 像素（单裁剪）；十裁剪则对四角、中心及其镜像的结果取平均。',
    },
    lesson: 'what-76-percent-means',
  },
  f1: {
    en: { term: 'F1 score', also: ['F1'], definition: 'The harmonic mean of precision and recall.' },
    zh: { term: 'F1 值', also: ['F1 分数'], definition: '精确率与召回率的调和平均。' },
    lesson: 'fog',
  },
  flip: {
    en: {
      term: 'horizontal flip',
      also: ['flip', 'mirroring'],
      definition: 'Exchanging left and right in a picture.',
    },
    zh: { term: '水平翻转', also: ['镜像'], definition: '把图片左右对调。' },
    lesson: 'feeding',
  },
  imagenet: {
    en: {
      term: 'ImageNet',
      also: ['ILSVRC'],
      definition:
        'The data set of the ILSVRC competition: about 1.28 million training and 50,000 validation pictures in a thousand classes.',
    },
    zh: {
      term: 'ImageNet',
      also: ['ILSVRC'],
      definition: 'ILSVRC 竞赛的数据集：一千个类别，约 128 万张训练图片，5 万张验证图片。',
    },
    lesson: 'what-76-percent-means',
  },
  label: {
    en: {
      term: 'label',
      definition: 'The class that a picture is said to belong to, against which answers are counted.',
    },
    zh: { term: '标签', definition: '标注给图片的类别，回答的对错以它为准。' },
    lesson: 'what-76-percent-means',
  },
  leakage: {
    en: {
      term: 'data leakage',
      also: ['leakage'],
      definition:
        'Test data that the training data already give away, such as neighbouring frames of one video in both; it makes results look better than they are.',
    },
    zh: {
      term: '数据泄漏',
      definition: '训练数据已经透露了测试数据，例如同一段视频的相邻帧分在两边；结果因此显得比实际好。',
    },
    lesson: 'fog',
  },
  'mean-subtraction': {
    en: {
      term: 'mean subtraction',
      definition:
        'Subtracting from each colour its mean over the training pictures before a picture enters the network.',
    },
    zh: { term: '减均值', definition: '图片送入网络之前，每种颜色减去它在训练图片上的平均值。' },
    lesson: 'feeding',
  },
  'multi-scale-testing': {
    en: { term: 'multi-scale testing', definition: 'Averaging the answers to one picture at several sizes.' },
    zh: { term: '多尺度测试', definition: '把同一张图片放成几种大小，对各次回答取平均。' },
    lesson: 'what-76-percent-means',
  },
  precision: {
    en: {
      term: 'precision',
      definition: 'Of the pictures answered with a class, the share that belong to it.',
    },
    zh: { term: '精确率', also: ['查准率'], definition: '被答为某一类的图片中，真正属于这一类的比例。' },
    lesson: 'fog',
  },
  preprocessing: {
    en: {
      term: 'preprocessing',
      definition:
        'What turns a picture file into the numbers that a network was trained on: size, crop, order of colours, means subtracted, scale.',
    },
    zh: {
      term: '预处理',
      definition: '把图片文件变成网络训练时所用的那种数值：尺寸、裁剪、颜色顺序、减去均值、缩放。',
    },
    lesson: 'feeding',
  },
  protocol: {
    en: {
      term: 'evaluation protocol',
      also: ['protocol'],
      definition:
        'How an error was measured: on which pictures, how many crops, at which size, one network or several.',
    },
    zh: {
      term: '评测协议',
      also: ['测试方式'],
      definition: '误差是怎样测出来的：用哪些图片、几个裁剪、多大尺寸、一个网络还是几个。',
    },
    lesson: 'what-76-percent-means',
  },
  recall: {
    en: { term: 'recall', definition: 'Of the pictures that belong to a class, the share answered with it.' },
    zh: { term: '召回率', also: ['查全率'], definition: '属于某一类的图片中，被答为这一类的比例。' },
    lesson: 'fog',
  },
  resampling: {
    en: {
      term: 'resampling',
      also: ['interpolation'],
      definition:
        'Computing the pixels of a picture in another size from the old ones; several rules exist, and a network notices the difference.',
    },
    zh: {
      term: '重采样',
      also: ['插值'],
      definition: '由原来的像素算出另一种尺寸的图片；规则有好几种，网络能察觉其中的差别。',
    },
    lesson: 'feeding',
  },
  shear: {
    en: {
      term: 'shear',
      definition: 'Slanting a picture: every row is shifted in proportion to its height.',
    },
    zh: { term: '错切', also: ['剪切变换'], definition: '把图片推斜：每一行按其高度成比例地平移。' },
    lesson: 'feeding',
  },
  'ten-crop': {
    en: {
      term: 'ten crops',
      also: ['ten-crop testing'],
      definition:
        'Averaging the answers to four corners and the centre of a picture and to their mirror images; it lowers the error of the same network.',
    },
    zh: {
      term: '十裁剪',
      also: ['十裁剪测试'],
      definition: '对图片四角、中心以及它们的镜像共十个裁剪的回答取平均；同一个网络的错误率会因此降低。',
    },
    lesson: 'what-76-percent-means',
  },
  'test-set': {
    en: {
      term: 'test set',
      also: ['test'],
      definition: 'Pictures used only at the very end, to report an error on which nothing was chosen.',
    },
    zh: { term: '测试集', definition: '只在最后才用的图片，用来报告误差，任何设置都不是根据它选出来的。' },
    lesson: 'what-76-percent-means',
  },
  'top-1': {
    en: {
      term: 'top-1',
      also: ['top-1 accuracy', 'top-1 error'],
      definition: 'Counting an answer right only when the most probable class is the label.',
    },
    zh: {
      term: 'top-1',
      also: ['top-1 准确率', 'top-1 错误率'],
      definition: '只有概率最大的类别与标签一致时才算答对。',
    },
    lesson: 'what-76-percent-means',
  },
  'top-5': {
    en: {
      term: 'top-5',
      also: ['top-5 accuracy', 'top-5 error'],
      definition: 'Counting an answer right when the label is among the five most probable classes.',
    },
    zh: {
      term: 'top-5',
      also: ['top-5 准确率', 'top-5 错误率'],
      definition: '标签只要在概率最大的五个类别之中就算答对。',
    },
    lesson: 'what-76-percent-means',
  },
} satisfies Entries;
