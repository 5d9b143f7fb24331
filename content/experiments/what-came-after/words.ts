import type { GalleryName } from './networks.ts';

type Entry = { readonly name: string; readonly year: string; readonly idea: string };

const en = {
  choose: 'Network',
  computed: 'computed here, from the graph',
  table: 'All ten, for one picture of 224 × 224 pixels and 1000 classes',
  columns: {
    name: 'network',
    year: 'year',
    parameters: 'parameters',
    macs: 'multiply-adds',
    times: '÷ ResNet-50',
    joins: 'shortcuts',
  },
  block: (id: string) => `Block ${id}`,
  cost: (parameters: string, macs: string) => `${parameters} parameters, ${macs} multiply-adds`,
  networks: {
    'resnet50-v1.5': {
      name: 'ResNet-50',
      year: '2015',
      idea: 'The block that all others here are compared with: narrow, 3×3, wide, and x added before the last ReLU.',
    },
    'preact-resnet50': {
      name: 'ResNet-50, pre-activation',
      year: '2016',
      idea: 'Norm and ReLU stand before each convolution; nothing stands behind the sum.',
    },
    'wide-resnet50-2': {
      name: 'Wide ResNet-50-2',
      year: '2016',
      idea: 'The 3×3 convolution has twice the channels, and so four times the cost.',
    },
    'resnext50-32x4d': {
      name: 'ResNeXt-50 32×4d',
      year: '2016',
      idea: 'The 3×3 convolution works in 32 groups that do not see each other: wider, at the same cost.',
    },
    densenet121: {
      name: 'DenseNet-121',
      year: '2016',
      idea: 'The shortcut ends in a concatenation: nothing is added, each layer appends 32 channels.',
    },
    'se-resnet50': {
      name: 'SE-ResNet-50',
      year: '2017',
      idea: 'The branch looks at its own means and turns each channel up or down: × multiplies the last norm’s map by what the sigmoid gives.',
    },
    'mobilenet-v2': {
      name: 'MobileNetV2',
      year: '2018',
      idea: 'The bottleneck inside out: shortcuts between narrow maps, and in between a wide one, with one 3×3 kernel per channel.',
    },
    'resnet50-d': {
      name: 'ResNet-50-D',
      year: '2018',
      idea: 'Where the map is halved, the shortcut takes a mean of four positions before its projection, instead of one position in four.',
    },
    'vit-b16': {
      name: 'ViT-B/16',
      year: '2020',
      idea: 'Two residual blocks per layer on a stream of 197 tokens: one lets tokens exchange content, one works on each by itself.',
    },
    'convnext-tiny': {
      name: 'ConvNeXt-T',
      year: '2022',
      idea: 'One large convolution per channel, one norm, one activation, an inverted bottleneck; nothing behind the sum.',
    },
  } as Readonly<Record<GalleryName, Entry>>,
};

export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    choose: '网络',
    computed: '在此由计算图算出',
    table: '全部十个网络，输入一张 224 × 224 像素的图片，1000 个类别',
    columns: {
      name: '网络',
      year: '年份',
      parameters: '参数',
      macs: '乘加',
      times: '÷ ResNet-50',
      joins: '捷径数',
    },
    block: (id) => `块 ${id}`,
    cost: (parameters, macs) => `${parameters} 个参数，${macs} 次乘加`,
    networks: {
      'resnet50-v1.5': {
        name: 'ResNet-50',
        year: '2015',
        idea: '其他各块都与它相比：先变窄，再 3×3，再变宽，在最后一个 ReLU 之前加上 x。',
      },
      'preact-resnet50': {
        name: 'ResNet-50（预激活）',
        year: '2016',
        idea: '归一化和 ReLU 放在每个卷积之前；相加之后什么也没有。',
      },
      'wide-resnet50-2': {
        name: 'Wide ResNet-50-2',
        year: '2016',
        idea: '3×3 卷积的通道加倍，因此代价是四倍。',
      },
      'resnext50-32x4d': {
        name: 'ResNeXt-50 32×4d',
        year: '2016',
        idea: '3×3 卷积分成 32 组，各组互不相见：更宽，代价却相同。',
      },
      densenet121: {
        name: 'DenseNet-121',
        year: '2016',
        idea: '捷径止于拼接：不相加，每一层在后面接上 32 个通道。',
      },
      'se-resnet50': {
        name: 'SE-ResNet-50',
        year: '2017',
        idea: '分支先看自己各通道的均值，再把每个通道调大或调小：× 把最后一个归一化的特征图乘以 Sigmoid 给出的数。',
      },
      'mobilenet-v2': {
        name: 'MobileNetV2',
        year: '2018',
        idea: '把瓶颈翻过来：捷径连接窄的特征图，中间是宽的，每个通道一个 3×3 卷积核。',
      },
      'resnet50-d': {
        name: 'ResNet-50-D',
        year: '2018',
        idea: '特征图减半之处，捷径先对四个位置取平均再投影，而不是四个位置只取一个。',
      },
      'vit-b16': {
        name: 'ViT-B/16',
        year: '2020',
        idea: '每层两个残差块，作用在 197 个词元组成的流上：一个让词元互相交换内容，一个逐个词元地处理。',
      },
      'convnext-tiny': {
        name: 'ConvNeXt-T',
        year: '2022',
        idea: '每个通道一个大卷积核，一次归一化，一次激活，倒置瓶颈；相加之后什么也没有。',
      },
    },
  },
};
