import { defineLesson } from '$lib/lesson/define.ts';
import { largestBy, typicalOf, type Level, type Result } from '../experiments/backbone/result.ts';
import recorded from '../recorded/backbone.json';

export type { Result };

const zeros = ({ zeros }: Level) => zeros;

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/backbone/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'Every one of the four maps comes out of a ReLU, so it has values that are exactly zero. In which of them is the share of zeros largest?',
      zh: '四张特征图都出自 ReLU，所以都有恰好为零的值。哪一张里零的比例最大？',
    },
    options: [
      { en: 'C2, fine and close to the pixels', zh: 'C2，细密，接近像素' },
      { en: 'C3', zh: 'C3' },
      { en: 'C4', zh: 'C4' },
      { en: 'C5, coarse and close to the classes', zh: 'C5，粗略，接近类别' },
    ],
    outcome: ({ levels }) => largestBy(levels, zeros),
  },
  happened: {
    en: ({ levels }, { number, percent }) => {
      const most = levels[largestBy(levels, zeros)];
      const largest = levels[largestBy(levels, typicalOf)];
      const last = levels[3];
      return [
        `Zeros: ${levels.map((level) => `${level.name} ${percent(level.zeros)}`).join(', ')}. The largest share is that of ${most.name}.`,
        `In ${last.name}, ${number(last.silent)} of ${number(last.shape[2])} channels do not respond anywhere in this picture.`,
        `What is not zero is largest in ${largest.name}: ${number(typicalOf(largest), 2)} on average. The root mean squares over all values: ${levels.map(({ name, rms }) => `${name} ${number(rms, 2)}`).join(', ')}.`,
      ];
    },
    zh: ({ levels }, { number, percent }) => {
      const most = levels[largestBy(levels, zeros)];
      const largest = levels[largestBy(levels, typicalOf)];
      const last = levels[3];
      return [
        `零的比例：${levels.map((level) => `${level.name} ${percent(level.zeros)}`).join('，')}。最大的是 ${most.name}。`,
        `在 ${last.name} 中，${number(last.shape[2])} 个通道里有 ${number(last.silent)} 个在这张图片上处处没有响应。`,
        `不为零的值以 ${largest.name} 中的最大，平均 ${number(typicalOf(largest), 2)}。全部值的均方根：${levels.map(({ name, rms }) => `${name} ${number(rms, 2)}`).join('，')}。`,
      ];
    },
  },
  questions: [
    {
      id: 'typical',
      text: {
        en: 'In the run above, in which level are the values that are not zero largest on average?',
        zh: '在上面的运行中，哪一层级里不为零的值平均最大？',
      },
      options: [
        ...['C2', 'C3', 'C4'].map((name) => ({
          text: { en: name, zh: name },
          feedback: {
            en: `Divide the mean by the share that is not zero and compare: ${name} has a larger share of small values than C5.`,
            zh: `用平均值除以不为零的比例，再作比较：与 C5 相比，${name} 里小的值更多。`,
          },
        })),
        {
          text: { en: 'C5', zh: 'C5' },
          feedback: {
            en: 'Few units respond, and those strongly: the mean over all values is small because of the zeros, while the mean over the others is not.',
            zh: '响应的单元少，但响应强：因为零多，全部值的平均很小；其余值的平均却不小。',
          },
        },
      ],
      right: ({ levels }) => largestBy(levels, typicalOf),
    },
    {
      id: 'size',
      text: {
        en: 'A picture of 640 × 480 goes through the backbone. How large is C5?',
        zh: '一张 640 × 480 的图片经过主干网络。C5 有多大？',
      },
      options: [
        {
          text: { en: '20 × 15 places, 2,048 channels', zh: '20 × 15 个位置，2048 个通道' },
          feedback: {
            en: '640 / 32 and 480 / 32. The number of channels does not depend on the picture.',
            zh: '640 / 32 和 480 / 32。通道数与图片大小无关。',
          },
        },
        {
          text: {
            en: '7 × 7 places: the network is built for 224 × 224',
            zh: '7 × 7 个位置：网络是为 224 × 224 造的',
          },
          feedback: {
            en: 'Convolutions have no size of their own: they slide over whatever they get. Only the picture of 224 × 224 gives 7 × 7.',
            zh: '卷积本身没有固定的尺寸，给它多大就滑过多大。只有 224 × 224 的图片才得到 7 × 7。',
          },
        },
        {
          text: { en: '20 × 15 places, 4,096 channels', zh: '20 × 15 个位置，4096 个通道' },
          feedback: {
            en: 'The places are right. The channels are the number of filters, which stays.',
            zh: '位置数对了。通道数就是滤波器的个数，不会变。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'cost',
      text: {
        en: 'Which part of a feature pyramid on ResNet-50 takes most of its multiply-adds?',
        zh: '在 ResNet-50 上搭特征金字塔，乘加最多的是哪一部分？',
      },
      options: [
        {
          text: { en: 'The 3×3 convolution at the finest level, P2', zh: '最细一层 P2 的 3×3 卷积' },
          feedback: {
            en: '56 × 56 places, 256 channels in and out, nine positions. Each coarser level costs a quarter of it.',
            zh: '56 × 56 个位置，输入输出各 256 个通道，九个位置的窗口。每粗一层，只要四分之一。',
          },
        },
        {
          text: {
            en: 'The lateral 1×1 convolution of C5, with its 2,048 channels',
            zh: 'C5 的横向 1×1 卷积，它有 2048 个通道',
          },
          feedback: {
            en: 'It has the most weights of the laterals, but only 49 places to compute them at.',
            zh: '在横向连接里它的权重最多，但只在 49 个位置上计算。',
          },
        },
        {
          text: { en: 'Enlarging and adding the maps', zh: '放大和相加' },
          feedback: {
            en: 'Nearest-neighbour enlarging copies values, and the sum is one addition per value: nothing beside a convolution.',
            zh: '最近邻放大只是复制数值，求和是每个值加一次，与卷积相比微不足道。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'dilated',
      text: {
        en: 'The stride of conv5_x is taken out and its 3×3 windows get dilation 2. What happens to the trained weights?',
        zh: '去掉 conv5_x 的步幅，3×3 窗口改用空洞率 2。训练好的权重怎么办？',
      },
      options: [
        {
          text: {
            en: 'They stay: at every second place the new map has exactly the old values',
            zh: '不变：新特征图每隔一个位置，正好是原来的值',
          },
          feedback: {
            en: 'The windows look at the same places as before; the map in between is new.',
            zh: '窗口看的还是原来那些位置，新增的是它们之间的部分。',
          },
        },
        {
          text: {
            en: 'They must be trained anew, because each window now covers more of the picture',
            zh: '必须重新训练，因为每个窗口现在覆盖图片的更大范围',
          },
          feedback: {
            en: 'It covers as much as before: neighbours used to be 32 pixels apart because of the stride, now because of the holes.',
            zh: '覆盖范围和以前一样：从前因为步幅，相邻位置相距 32 像素；现在因为空洞，仍是 32 像素。',
          },
        },
        {
          text: { en: 'They are enlarged from 3×3 to 5×5', zh: '从 3×3 放大到 5×5' },
          feedback: {
            en: 'The window spans five places, but still has nine weights. The places between are left out.',
            zh: '窗口跨五个位置，但仍只有九个权重，中间的位置不看。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'frozen',
      text: {
        en: 'Why do detectors often keep the batch norm of their backbone frozen?',
        zh: '检测器为什么常把主干网络的批归一化冻结起来？',
      },
      options: [
        {
          text: {
            en: 'With one or two large pictures per device, the statistics of a batch are poor and the memory is short',
            zh: '每个设备只放得下一两张大图，批次的统计量不可靠，内存也紧张',
          },
          feedback: {
            en: 'With stored statistics batch norm is a fixed scale and shift of each channel. The paper names memory as its main reason.',
            zh: '用存下的统计量，批归一化就是对每个通道固定的缩放和平移。论文给出的主要理由是内存。',
          },
        },
        {
          text: { en: 'Because frozen layers cannot overfit', zh: '因为冻结的层不会过拟合' },
          feedback: {
            en: 'The convolutions beside it are trained all the same. It is about statistics of small batches, and about memory.',
            zh: '旁边的卷积照样在训练。问题在于批次的统计量，以及内存。',
          },
        },
        {
          text: {
            en: 'Because batch norm does not work on pictures of another size',
            zh: '因为批归一化不适用于别的尺寸的图片',
          },
          feedback: {
            en: 'It works per channel, whatever the number of places.',
            zh: '它按通道计算，与位置的多少无关。',
          },
        },
      ],
      right: 0,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A stage of a network has a stride of 16 with respect to a picture of 224 × 224. How large are its maps?',
        zh: '网络的某个阶段相对于 224 × 224 的图片，累积步幅为 16。它的特征图有多大？',
      },
      options: [
        {
          text: { en: '7 × 7', zh: '7 × 7' },
          feedback: { en: 'That would be a stride of 32.', zh: '那是步幅 32。' },
        },
        {
          text: { en: '14 × 14', zh: '14 × 14' },
          feedback: { en: '224 / 16.', zh: '224 / 16。' },
        },
        {
          text: { en: '16 × 16', zh: '16 × 16' },
          feedback: {
            en: 'Sixteen is the distance between places, in pixels, not their number.',
            zh: '16 是相邻位置之间的像素数，不是位置的个数。',
          },
        },
        {
          text: { en: '208 × 208', zh: '208 × 208' },
          feedback: { en: 'A stride divides; it is not subtracted.', zh: '步幅是除，不是减。' },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'A stage of a network has a stride of 32 with respect to a picture of 512 × 512. How large are its maps?',
        zh: '网络的某个阶段相对于 512 × 512 的图片，累积步幅为 32。它的特征图有多大？',
      },
      options: [
        {
          text: { en: '7 × 7', zh: '7 × 7' },
          feedback: {
            en: 'So it is for 224 × 224. A larger picture gives larger maps.',
            zh: '224 × 224 时才是这样。图片越大，特征图越大。',
          },
        },
        {
          text: { en: '16 × 16', zh: '16 × 16' },
          feedback: { en: '512 / 32.', zh: '512 / 32。' },
        },
        {
          text: { en: '32 × 32', zh: '32 × 32' },
          feedback: { en: 'That would be a stride of 16.', zh: '那是步幅 16。' },
        },
        {
          text: { en: '480 × 480', zh: '480 × 480' },
          feedback: { en: 'A stride divides; it is not subtracted.', zh: '步幅是除，不是减。' },
        },
      ],
      right: 1,
    },
  },
});
