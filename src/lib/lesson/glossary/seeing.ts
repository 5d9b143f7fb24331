import type { Entries } from './entry.ts';

/** What a network sees, and what is built on top of it. */
export const seeing = {
  'anchor-box': {
    en: {
      term: 'anchor box',
      also: ['anchor'],
      definition:
        'One of the standard boxes laid over every position of a feature map, relative to which a detector states where an object is.',
    },
    zh: { term: '锚框', definition: '铺在特征图每个位置上的标准框，检测器相对于它们给出物体的位置。' },
    lesson: 'backbone',
  },
  'average-precision': {
    en: {
      term: 'mean average precision',
      also: ['mAP'],
      definition:
        'The usual figure for detectors: the precision averaged over all levels of recall, and then over the classes; on COCO also over how closely a box must fit.',
    },
    zh: {
      term: '平均精度均值',
      also: ['mAP'],
      definition:
        '检测器常用的指标：先对各召回率下的精确率取平均，再对各类别取平均；在 COCO 上，还要对边框吻合程度的不同要求取平均。',
    },
    lesson: 'backbone',
  },
  backbone: {
    en: {
      term: 'backbone',
      definition:
        'A classification network without its last layers, used to supply feature maps to a detector or another head.',
    },
    zh: {
      term: '主干网络',
      also: ['骨干网络'],
      definition: '去掉最后几层的分类网络，用来为检测器等各种输出头提供特征图。',
    },
    lesson: 'backbone',
  },
  'bounding-box': {
    en: {
      term: 'bounding box',
      also: ['box'],
      definition: 'The upright rectangle just large enough to hold an object.',
    },
    zh: { term: '边框', also: ['边界框'], definition: '恰好框住一个物体的横平竖直的矩形。' },
    lesson: 'backbone',
  },
  'class-activation-map': {
    en: {
      term: 'class activation map',
      also: ['CAM'],
      definition:
        'The last feature map with its channels added up by the weights that a class gives them: what each position contributes to that class’s logit.',
    },
    zh: {
      term: '类激活图',
      also: ['CAM'],
      definition:
        '把最后的特征图按某个类别给各通道的权重加起来得到的图：每个位置为该类别的 logit 贡献了多少。',
    },
    lesson: 'what-it-sees',
  },
  detection: {
    en: {
      term: 'object detection',
      also: ['detection'],
      definition: 'Saying which objects are in a picture and drawing a box round each.',
    },
    zh: { term: '目标检测', definition: '说出图片里有哪些物体，并给每个画出边框。' },
    lesson: 'backbone',
  },
  'effective-receptive-field': {
    en: {
      term: 'effective receptive field',
      definition:
        'The part of the receptive field that does have a noticeable influence; it is much smaller, and strongest in the middle.',
    },
    zh: { term: '有效感受野', definition: '感受野中真正有明显影响的部分；它小得多，并且中间最强。' },
    lesson: 'what-it-sees',
  },
  'feature-pyramid': {
    en: {
      term: 'feature pyramid',
      also: ['FPN'],
      definition:
        'Feature maps of several resolutions offered together; in an FPN the coarse ones are enlarged and added to the finer ones, so that every level knows both what and where.',
    },
    zh: {
      term: '特征金字塔',
      also: ['FPN'],
      definition:
        '同时提供几种分辨率的特征图；在 FPN 中，粗的一层放大后加到细的一层上，使每一层既知道是什么，又知道在哪里。',
    },
    lesson: 'backbone',
  },
  'fully-convolutional': {
    en: {
      term: 'fully convolutional network',
      definition:
        'A network without dense layers, which takes pictures of any size and answers at every position.',
    },
    zh: {
      term: '全卷积网络',
      definition: '没有全连接层的网络，图片可以是任意大小，在每个位置上都给出回答。',
    },
    lesson: 'backbone',
  },
  'grad-cam': {
    en: {
      term: 'Grad-CAM',
      definition:
        'A map made of a layer’s channels, weighted by the average gradient of a class’s logit for each channel, negative values dropped.',
    },
    zh: {
      term: 'Grad-CAM',
      definition: '把一层的各通道按某类别的 logit 对该通道的平均梯度加权相加、去掉负值所得的图。',
    },
    lesson: 'what-it-sees',
  },
  iou: {
    en: {
      term: 'intersection over union',
      also: ['IoU'],
      definition: 'The area that two boxes share, divided by the area that they cover together.',
    },
    zh: { term: '交并比', also: ['IoU'], definition: '两个框重叠的面积，除以它们合起来覆盖的面积。' },
    lesson: 'backbone',
  },
  'lateral-connection': {
    en: {
      term: 'lateral connection',
      definition:
        'In a feature pyramid, the 1×1 convolution that brings a backbone’s map to the common number of channels before the addition.',
    },
    zh: {
      term: '横向连接',
      definition: '特征金字塔中的 1×1 卷积：把主干网络的特征图变到统一的通道数，再参与相加。',
    },
    lesson: 'backbone',
  },
  occlusion: {
    en: {
      term: 'occlusion',
      definition: 'Covering one patch of the picture after the other to see how much the answer drops.',
    },
    zh: { term: '遮挡实验', also: ['遮挡'], definition: '依次遮住图片的一小块，看回答下降多少。' },
    lesson: 'what-it-sees',
  },
  'saliency-map': {
    en: {
      term: 'saliency map',
      also: ['gradient map'],
      definition:
        'The size of the gradient of a class’s logit for each pixel: where the answer is sensitive, which is not the same as what speaks for the class.',
    },
    zh: {
      term: '显著图',
      also: ['梯度显著图'],
      definition: '某类别的 logit 对每个像素的梯度大小：说明回答在哪里敏感，不等于什么支持这个类别。',
    },
    lesson: 'what-it-sees',
  },
  segmentation: {
    en: { term: 'semantic segmentation', also: ['segmentation'], definition: 'Giving every pixel a class.' },
    zh: { term: '语义分割', also: ['分割'], definition: '给每个像素一个类别。' },
    lesson: 'backbone',
  },
  smoothgrad: {
    en: {
      term: 'SmoothGrad',
      definition: 'A saliency map averaged over many copies of the picture with a little noise.',
    },
    zh: { term: 'SmoothGrad', definition: '给图片加上少许噪声，重复多次，对各次的显著图取平均。' },
    lesson: 'what-it-sees',
  },
  'translation-equivariance': {
    en: {
      term: 'equivariance to shifts',
      also: ['translation equivariance'],
      definition:
        'When the input is shifted, the output is the same but shifted along; true of a convolution, and with strides only for shifts by whole jumps.',
    },
    zh: {
      term: '平移等变性',
      definition:
        '输入平移，输出也跟着平移而内容不变；卷积具有这种性质，有步幅时只对累积步幅整数倍的平移成立。',
    },
    lesson: 'what-it-sees',
  },
  upsampling: {
    en: { term: 'upsampling', definition: 'Making a map larger by repeating or interpolating its values.' },
    zh: { term: '上采样', definition: '通过重复或插值把特征图放大。' },
    lesson: 'backbone',
  },
} satisfies Entries;
