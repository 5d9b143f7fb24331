import type { inspector as english } from './inspector.en.ts';

export const inspector: typeof english = {
  tabs: {
    label: '查看这个节点的哪一方面',
    activations: '激活值',
    operation: '运算',
    weights: '权重',
    code: '代码',
  },
  arithmetic: {
    title: '用数字算一遍',
    side: (from, to) => `高与宽：${from} 变为 ${to}`,
    unchangedShape: (shape) => `形状不变：${shape}。`,
    pooledShape: (from, to) => `每张特征图变成一个数：${from} 变为 ${to}。`,
    inputShape: (shape) => `图片裁剪并缩放到 ${shape}。`,
    channels: '通道数',
    filters: '通道数：每个滤波器一个',
    classes: '数值个数：每个单元一个',
    padded: '通道数，包括补零的通道',
    params: '参数量',
    weightsAndBias: '核高 · 核宽 · 输入通道 · 滤波器个数，另加每个滤波器一个偏置',
    weightsOnly: '核高 · 核宽 · 输入通道 · 滤波器个数；没有偏置',
    denseParams: '特征数 · 类别数，另加每个类别一个偏置',
    batchNormParams: '每个通道有 γ、β、滑动均值、滑动方差；后两项是训练时统计出来的，不是学出来的',
    noParams: '没有参数：这里不需要学习任何东西。',
    macs: '乘加次数',
    convMacs: '输出高 · 输出宽 · 滤波器个数 · 核高 · 核宽 · 输入通道',
    denseMacs: '特征数 · 类别数',
    macsConvention:
      '一次乘法连同它的加法算一次（MAC）；乘以 2 就是浮点运算次数（FLOPs）。偏置、归一化、ReLU 和求和不计在内。',
    published: (total) =>
      `所有卷积与全连接层合计 ${total}。He 等人给出的 ResNet-50 的 3.8 × 10⁹“FLOPs”就是这样计数的；别处常见的 4.1 × 10⁹ 指的是 v1.5 版，它把步幅 2 放在 3 × 3 卷积上。`,
    noMacs: '不计乘加次数：只统计卷积和全连接层。',
  },
};
