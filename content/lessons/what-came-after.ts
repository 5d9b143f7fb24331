import { defineLesson } from '$lib/lesson/define.ts';
import { reference, type GalleryName, type Result } from '../experiments/what-came-after/networks.ts';

export type { Result } from '../experiments/what-came-after/networks.ts';

const timesLarger = (result: Result, of: 'parameters' | 'macs', name: GalleryName = 'convnext-tiny') =>
  result[name][of] / result[reference][of];

/** About the same size, a few times larger, or many times. */
function outcome(result: Result): number {
  const times = Math.max(timesLarger(result, 'parameters'), timesLarger(result, 'macs'));
  if (times < 1.25) return 0;
  return times < 4 ? 1 : 2;
}

const others: readonly GalleryName[] = ['wide-resnet50-2', 'densenet121', 'mobilenet-v2', 'vit-b16'];

/** Which of `others` has the fewest multiply-adds for each parameter: its parameters are used the least often. */
const leastUsed = (result: Result) =>
  others.reduce(
    (best, name, index) =>
      result[name].macs / result[name].parameters <
      result[others[best]!].macs / result[others[best]!].parameters
        ? index
        : best,
    0,
  );

export default defineLesson<Result>({
  needs: 'nothing',
  experiment: () => import('../experiments/what-came-after/Experiment.svelte'),
  recorded: null,
  prediction: {
    question: {
      en: 'Compared with ResNet-50, ConvNeXt-T has parameters and multiply-adds …',
      zh: '与 ResNet-50 相比，ConvNeXt-T 的参数和乘加次数……',
    },
    options: [
      { en: 'about as many, within a quarter.', zh: '差不多，相差不到四分之一。' },
      { en: 'two to three times as many.', zh: '是它的两到三倍。' },
      { en: 'more than four times as many.', zh: '是它的四倍以上。' },
    ],
    outcome,
  },
  happened: {
    en: (result, { number }) => [
      `ConvNeXt-T has ${number(result['convnext-tiny'].parameters)} parameters and ResNet-50 ${number(result[reference].parameters)}: ${number(timesLarger(result, 'parameters'), 2)} times as many. For one picture it takes ${number(timesLarger(result, 'macs'), 2)} times the multiply-adds.`,
      `The extremes of the gallery: MobileNetV2 with ${number(timesLarger(result, 'macs', 'mobilenet-v2'), 2)} times ResNet-50’s multiply-adds, and ViT-B/16 with ${number(timesLarger(result, 'macs', 'vit-b16'), 1)} times.`,
      `All but DenseNet add: ResNet-50 ${number(result[reference].joins)} times, ConvNeXt-T ${number(result['convnext-tiny'].joins)} times, ViT-B/16 ${number(result['vit-b16'].joins)} times. DenseNet-121 joins ${number(result.densenet121.joins)} times.`,
    ],
    zh: (result, { number }) => [
      `ConvNeXt-T 有 ${number(result['convnext-tiny'].parameters)} 个参数，ResNet-50 有 ${number(result[reference].parameters)} 个，前者是后者的 ${number(timesLarger(result, 'parameters'), 2)} 倍。一张图片的乘加次数是 ${number(timesLarger(result, 'macs'), 2)} 倍。`,
      `画廊里的两端：MobileNetV2 的乘加次数是 ResNet-50 的 ${number(timesLarger(result, 'macs', 'mobilenet-v2'), 2)} 倍，ViT-B/16 是 ${number(timesLarger(result, 'macs', 'vit-b16'), 1)} 倍。`,
      `除了 DenseNet，都是相加：ResNet-50 有 ${number(result[reference].joins)} 次，ConvNeXt-T 有 ${number(result['convnext-tiny'].joins)} 次，ViT-B/16 有 ${number(result['vit-b16'].joins)} 次。DenseNet-121 则拼接 ${number(result.densenet121.joins)} 次。`,
    ],
  },
  questions: [
    {
      id: 'used',
      text: {
        en: 'In the table, whose parameters are used least often, that is, who has the fewest multiply-adds per parameter?',
        zh: '在表里，哪个网络的参数用得最少，即平均每个参数的乘加次数最少？',
      },
      options: [
        {
          text: { en: 'Wide ResNet-50-2', zh: 'Wide ResNet-50-2' },
          feedback: {
            en: 'Divide its multiply-adds by its parameters and compare: a kernel of a convolution is used at every position of its map.',
            zh: '用它的乘加次数除以参数个数，再比较一下：卷积核在特征图的每个位置上都要用一次。',
          },
        },
        {
          text: { en: 'DenseNet-121', zh: 'DenseNet-121' },
          feedback: {
            en: 'Its few parameters work hard: many of them stand in the early stages, where maps are large.',
            zh: '它的参数少，用得却很勤：其中许多在前面的阶段，那里的特征图大。',
          },
        },
        {
          text: { en: 'MobileNetV2', zh: 'MobileNetV2' },
          feedback: {
            en: 'A third of its parameters are in the last dense layer, each used once per picture; and its maps are small early on.',
            zh: '它有三分之一的参数在最后的全连接层里，每张图片只用一次；而且它的特征图很早就变小了。',
          },
        },
        {
          text: { en: 'ViT-B/16', zh: 'ViT-B/16' },
          feedback: {
            en: 'Each of its weights is used for 197 tokens, in all layers alike.',
            zh: '它的每个权重都要对 197 个词元各用一次，各层都一样。',
          },
        },
      ],
      right: leastUsed,
    },
    {
      id: 'groups',
      text: {
        en: 'A 3×3 convolution from 256 to 256 channels is cut into 4 groups. Its number of weights becomes …',
        zh: '把一个从 256 通道到 256 通道的 3×3 卷积分成 4 组，权重的个数变为……',
      },
      options: [
        {
          text: { en: 'a quarter', zh: '四分之一' },
          feedback: {
            en: 'Four kernels of 64 × 64 channels, 4 · 3² · 64², instead of 3² · 256².',
            zh: '四个 64 × 64 通道的卷积核，共 4 · 3² · 64²，原来是 3² · 256²。',
          },
        },
        {
          text: { en: 'a sixteenth', zh: '十六分之一' },
          feedback: {
            en: 'Each group’s kernel has a sixteenth, but there are four of them.',
            zh: '每一组的卷积核是原来的十六分之一，但一共有四个。',
          },
        },
        {
          text: { en: 'the same', zh: '不变' },
          feedback: {
            en: 'Within a group, a filter sees 64 channels instead of 256.',
            zh: '分组之后，一个滤波器看到的是 64 个通道，而不是 256 个。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'mixing',
      text: {
        en: 'A transformer’s attention and its MLP divide the work. Which two convolutions divide it in the same way?',
        zh: 'Transformer 的注意力与 MLP 各有分工。哪两个卷积的分工与此相同？',
      },
      options: [
        {
          text: { en: '1×1 with stride 2, and 3×3', zh: '步幅为 2 的 1×1 卷积，和 3×3 卷积' },
          feedback: {
            en: 'A 3×3 convolution mixes positions and channels at once.',
            zh: '3×3 卷积同时混合位置和通道。',
          },
        },
        {
          text: { en: 'a depthwise convolution, and 1×1', zh: '深度卷积，和 1×1 卷积' },
          feedback: {
            en: 'The first mixes positions and leaves channels apart, the second the other way round.',
            zh: '前者混合位置而不混合通道，后者相反。',
          },
        },
        {
          text: { en: '7×7, and 3×3', zh: '7×7 卷积，和 3×3 卷积' },
          feedback: {
            en: 'They differ in how far they look, not in what they mix.',
            zh: '两者的差别在于看多远，而不在于混合什么。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'progress',
      text: {
        en: 'A new network is some points better than ResNet-50’s 76.1 %. What may be concluded from that alone?',
        zh: '一个新网络比 ResNet-50 的 76.1 % 高几个百分点。单凭这一点能得出什么？',
      },
      options: [
        {
          text: { en: 'That its block is better.', zh: '它的块更好。' },
          feedback: {
            en: 'Not yet: the same ResNet-50, trained with a modern recipe, gains more than four points.',
            zh: '还不能：同一个 ResNet-50 用现代方案训练，也能提高四个百分点以上。',
          },
        },
        {
          text: { en: 'That its recipe is better.', zh: '它的训练方案更好。' },
          feedback: {
            en: 'Not yet either: it may be the block.',
            zh: '也还不能：可能是块的缘故。',
          },
        },
        {
          text: {
            en: 'That block and recipe together are better; which of them, a comparison trained alike has to tell.',
            zh: '块与方案合在一起更好；究竟是哪一个，要用同样方法训练的比较来判断。',
          },
          feedback: {
            en: 'ResNeXt’s paper trains both networks alike; ResNet-RS changes one thing after the other.',
            zh: 'ResNeXt 的论文用同样的方法训练两个网络；ResNet-RS 则一次只改一样。',
          },
        },
      ],
      right: 2,
    },
  ],
  test: {
    before: {
      text: {
        en: 'What have ResNet, ConvNeXt and the transformer in common?',
        zh: 'ResNet、ConvNeXt 和 Transformer 有什么共同点？',
      },
      options: [
        {
          text: { en: 'Batch normalisation', zh: '批归一化' },
          feedback: {
            en: 'The later two use layer normalisation.',
            zh: '后两者用的是层归一化。',
          },
        },
        {
          text: { en: 'What a block finds is added to its input.', zh: '块的发现加到它的输入上。' },
          feedback: {
            en: 'x + F(x), whatever F is made of.',
            zh: 'x + F(x)，不管 F 由什么组成。',
          },
        },
        {
          text: { en: '3×3 convolutions', zh: '3×3 卷积' },
          feedback: {
            en: 'A transformer has none, and ConvNeXt’s are 7×7.',
            zh: 'Transformer 没有卷积，ConvNeXt 用的是 7×7。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'Which of these does *not* add a block’s result to its input?',
        zh: '下面哪个网络*不是*把块的结果加到输入上？',
      },
      options: [
        {
          text: { en: 'MobileNetV2', zh: 'MobileNetV2' },
          feedback: {
            en: 'It adds, between narrow maps.',
            zh: '它也相加，在窄的特征图之间。',
          },
        },
        {
          text: { en: 'ViT-B/16', zh: 'ViT-B/16' },
          feedback: {
            en: 'It adds twice in each layer.',
            zh: '它每层相加两次。',
          },
        },
        {
          text: { en: 'DenseNet-121', zh: 'DenseNet-121' },
          feedback: {
            en: 'It joins the channels instead, and they grow in number.',
            zh: '它把通道拼接起来，通道越来越多。',
          },
        },
      ],
      right: 2,
    },
  },
});
