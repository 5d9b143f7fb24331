import { defineLesson } from '$lib/lesson/define.ts';
import { className } from '$lib/viz/className.ts';
import type { Result, Seen } from '../experiments/what-it-sees/result.ts';
import recorded from '../recorded/what-it-sees.json';

export type { Result };

const name = ({ label }: Seen) => className(label);

/** The larger mean: that of the class with the larger logit, as biases are tiny. */
const ahead = ({ classes }: Result) => (classes[0].mean >= classes[1].mean ? 0 : 1);

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/what-it-sees/Experiment.svelte'),
  // JSON has no tuples.
  recorded: recorded as { result: unknown } as { result: Result } & typeof recorded,
  prediction: {
    question: {
      en: 'The network finds “pier” most probable for the Brandenburg Gate, “triumphal arch” second. Each class has its map of 7×7 cells. How far apart are the places where the two maps are largest?',
      zh: '对勃兰登堡门，网络认为最可能的是“pier”（码头），其次是“triumphal arch”（凯旋门）。每个类别各有一张 7×7 的图。两张图最大的地方相距多远？',
    },
    options: [
      { en: 'In the same cell', zh: '在同一格' },
      { en: 'In cells next to each other', zh: '在相邻的格子里' },
      { en: 'Two cells apart or more', zh: '相隔两格或更远' },
    ],
    outcome: ({ apart }) => Math.min(apart, 2),
  },
  happened: {
    en: ({ classes: [first, second], apart, correlation }, { number, percent }) => [
      `The map of “${name(first)}” (${percent(first.probability)}) is largest round pixel (${number(first.at.x)}, ${number(first.at.y)}), that of “${name(second)}” (${percent(second.probability)}) round (${number(second.at.x)}, ${number(second.at.y)}): ${
        apart === 0 ? 'the same cell' : apart === 1 ? 'neighbouring cells' : `${number(apart)} cells apart`
      }. The correlation of the two maps is ${number(correlation, 2)}.`,
      `The box of the middle holds ${percent(first.share)} of what is positive for “${name(first)}” on ${percent(first.area)} of the picture; for “${name(second)}” ${percent(second.share)} on ${percent(second.area)}.`,
      `It adds up: for “${name(first)}” the mean of the map is ${number(first.mean, 4)}, with the bias of ${number(first.bias, 4)} that makes ${number(first.mean + first.bias, 4)}; the logit of the pass is ${number(first.logit, 4)}. For “${name(second)}” it is ${number(second.mean + second.bias, 4)} and ${number(second.logit, 4)}.`,
    ],
    zh: ({ classes: [first, second], apart, correlation }, { number, percent }) => [
      `“${name(first)}”（${percent(first.probability)}）的图在像素（${number(first.at.x)}，${number(first.at.y)}）附近最大，“${name(second)}”（${percent(second.probability)}）的在（${number(second.at.x)}，${number(second.at.y)}）附近：${
        apart === 0 ? '在同一格' : apart === 1 ? '在相邻的格子' : `相隔 ${number(apart)} 格`
      }。两张图的相关系数是 ${number(correlation, 2)}。`,
      `中间的方框占图片的 ${percent(first.area)}，含有“${name(first)}”全部正值的 ${percent(first.share)}；对“${name(second)}”，是 ${percent(second.area)} 和 ${percent(second.share)}。`,
      `加起来对得上：“${name(first)}”的图平均为 ${number(first.mean, 4)}，加上偏置 ${number(first.bias, 4)} 得 ${number(first.mean + first.bias, 4)}，前向计算的 logit 是 ${number(first.logit, 4)}。“${name(second)}”则是 ${number(second.mean + second.bias, 4)} 和 ${number(second.logit, 4)}。`,
    ],
  },
  questions: [
    {
      id: 'larger-mean',
      text: {
        en: 'In the run above, which of the two classes has the map with the larger mean?',
        zh: '在上面的运行中，两个类别里哪一个的图平均值较大？',
      },
      options: [
        {
          text: { en: 'The first one, on the left', zh: '第一个（左边）' },
          feedback: {
            en: 'The mean decides which logit is larger, since the biases are tiny, and the larger logit has the larger probability. So it is the first class whenever the second is a less probable one.',
            zh: '偏置都很小，平均值决定哪个 logit 较大，而 logit 较大的概率也较大。所以只要第二个是概率较小的类别，就是第一个。',
          },
        },
        {
          text: { en: 'The second one, on the right', zh: '第二个（右边）' },
          feedback: {
            en: 'Its peak may well be higher. But the mean of the map plus the bias is the logit: the class with the larger probability has the larger mean.',
            zh: '它的峰值也许更高。但图的平均值加偏置就是 logit：概率较大的类别，平均值也较大。',
          },
        },
      ],
      right: ahead,
    },
    {
      id: 'exact',
      text: {
        en: 'Why is the class activation map of ResNet-50 exact, and no approximation?',
        zh: '为什么 ResNet-50 的类激活图是精确的，而不是近似？',
      },
      options: [
        {
          text: {
            en: 'Averaging over places and weighing the channels are both linear, so they can change places',
            zh: '对位置取平均、对通道加权都是线性运算，可以交换次序',
          },
          feedback: {
            en: 'First weigh, then average, gives the same logit as first average, then weigh.',
            zh: '先加权再平均，与先平均再加权，得到同一个 logit。',
          },
        },
        {
          text: { en: 'Because the gradient is computed exactly', zh: '因为梯度是精确算出的' },
          feedback: {
            en: 'No gradient is needed. Grad-CAM uses one, and at earlier blocks it is a heuristic, however exactly the gradient is known.',
            zh: '这里不需要梯度。Grad-CAM 才用梯度，在更早的块上它只是启发式的做法，梯度算得再准也一样。',
          },
        },
        {
          text: {
            en: 'Because each of the 49 cells sees its own part of the picture',
            zh: '因为 49 个格子各看图片中自己的那一块',
          },
          feedback: {
            en: 'They do not: each can depend on the whole picture. The split is exact in the features of the last block, not in the pixels.',
            zh: '并非如此：每一格都可能取决于整张图片。精确的是对最后一个块的特征的拆分，不是对像素的拆分。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'offset',
      text: {
        en: 'A 7×7 map of ResNet-50 is enlarged to 224×224 with a library’s usual resize and laid over the picture. What is wrong?',
        zh: '用库里通常的缩放，把 ResNet-50 的 7×7 图放大到 224×224，叠在图片上。哪里不对？',
      },
      options: [
        {
          text: { en: 'It is drawn half a cell too far to the right and down', zh: '画得偏右、偏下半格' },
          feedback: {
            en: 'The resize puts the middle of cell 0 at pixel 15.5, the network has it at pixel 0.',
            zh: '缩放把第 0 格的中心放在像素 15.5，网络里它在像素 0。',
          },
        },
        {
          text: { en: 'It is drawn too small', zh: '画得太小' },
          feedback: {
            en: 'The spacing is right, 32 pixels from cell to cell. It is the origin that is wrong.',
            zh: '间隔没有错，格与格相距 32 像素。错的是起点。',
          },
        },
        {
          text: { en: 'Nothing: the cells tile the picture', zh: '没有什么不对：格子正好铺满图片' },
          feedback: {
            en: 'That is what the resize assumes. With symmetric padding in every layer the first cell is centred on the first pixel.',
            zh: '缩放正是这样假定的。但各层的填充是对称的，第一格的中心在第一个像素上。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'field',
      text: {
        en: 'The receptive field after conv4_x is 291 pixels, that of ResNet-34 at the end 899. What follows?',
        zh: 'conv4_x 之后的感受野是 291 像素，ResNet-34 末端的是 899。这说明什么？',
      },
      options: [
        {
          text: {
            en: 'How far a position can look at most; how far it does look has to be measured',
            zh: '一个位置最多能看多远；实际看多远，要测了才知道',
          },
          feedback: {
            en: 'The number follows from kernels and strides alone. More 3×3 convolutions make it larger; the weights decide what is made of it.',
            zh: '这个数只由卷积核和步幅决定。3×3 卷积越多，它越大；实际用到多少，由权重决定。',
          },
        },
        {
          text: { en: 'ResNet-34 recognises larger objects', zh: 'ResNet-34 能识别更大的物体' },
          feedback: {
            en: 'It is a bound, and both exceed the picture. ResNet-34 has more 3×3 convolutions than ResNet-50, and that is all the number says.',
            zh: '这只是上界，而且两者都超过了图片。ResNet-34 的 3×3 卷积比 ResNet-50 多，这个数说明的仅此而已。',
          },
        },
        {
          text: {
            en: 'A position weighs all pixels in that square alike',
            zh: '一个位置对这个正方形里的像素一视同仁',
          },
          feedback: {
            en: 'The influence falls off from the middle. Measured here, 95 % of it lie in a square of less than half that side.',
            zh: '影响从中心向外减弱。在这里实测，95 % 落在边长不到一半的正方形里。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'where',
      text: {
        en: 'A Grad-CAM of ResNet-50 was taken at the output of the last convolution (`res5c_branch2c`) and comes out nearly black. Why?',
        zh: '在最后一个卷积（`res5c_branch2c`）的输出上做 ResNet-50 的 Grad-CAM，得到的几乎全黑。为什么？',
      },
      options: [
        {
          text: {
            en: 'That is the branch only: the shortcut is missing, and the ReLU behind the sum',
            zh: '那只是残差分支：缺了捷径，也缺了求和之后的 ReLU',
          },
          feedback: {
            en: 'The classifier reads ReLU(x + F(x)). Take the map there.',
            zh: '分类器读的是 ReLU(x + F(x))，应当在那里取图。',
          },
        },
        {
          text: { en: 'The gradient has vanished there', zh: '梯度在那里消失了' },
          feedback: {
            en: 'It is a step away from the logit; its gradient is as large as the one behind the sum, wherever the ReLU is open.',
            zh: '它离 logit 只有一步；凡是 ReLU 打开的地方，梯度与求和之后一样大。',
          },
        },
        {
          text: { en: 'The layer has too many channels', zh: '这一层的通道太多' },
          feedback: {
            en: 'It has 2,048, as many as the block’s output.',
            zh: '它有 2048 个通道，与块的输出一样多。',
          },
        },
      ],
      right: 0,
    },
  ],
  test: {
    before: {
      text: {
        en: 'Two 3×3 convolutions with stride 1 follow each other. How large is the square of the input that one value of the output can depend on?',
        zh: '两个步幅为 1 的 3×3 卷积相接。输出的一个值最多取决于输入中多大的正方形？',
      },
      options: [
        {
          text: { en: '3×3', zh: '3×3' },
          feedback: {
            en: 'That is one of them. The second looks at 3×3 values, each of which saw 3×3.',
            zh: '那是一个卷积。第二个看 3×3 个值，每个值又看过 3×3。',
          },
        },
        {
          text: { en: '5×5', zh: '5×5' },
          feedback: {
            en: 'Each adds 3 − 1 = 2 to the side, 1 + 2 + 2.',
            zh: '每个使边长增加 3 − 1 = 2，1 + 2 + 2。',
          },
        },
        {
          text: { en: '6×6', zh: '6×6' },
          feedback: {
            en: 'The windows overlap: each adds 2 to the side, not 3.',
            zh: '窗口是重叠的：每个使边长增加 2，不是 3。',
          },
        },
        {
          text: { en: '9×9', zh: '9×9' },
          feedback: {
            en: 'The windows overlap, so sides add up and do not multiply.',
            zh: '窗口是重叠的，边长相加，不是相乘。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'A 3×3 convolution with stride 2 is followed by a 3×3 convolution with stride 1. How large is the square of the input that one value of the output can depend on?',
        zh: '步幅为 2 的 3×3 卷积之后，接一个步幅为 1 的 3×3 卷积。输出的一个值最多取决于输入中多大的正方形？',
      },
      options: [
        {
          text: { en: '5×5', zh: '5×5' },
          feedback: {
            en: 'That would be so with stride 1. After stride 2 a step is two pixels.',
            zh: '步幅为 1 时才是这样。步幅为 2 之后，一步是两个像素。',
          },
        },
        {
          text: { en: '6×6', zh: '6×6' },
          feedback: {
            en: '1 + 2 · 1 for the first, and 2 · 2 for the second.',
            zh: '第一个是 1 + 2 · 1，第二个再加 2 · 2。',
          },
        },
        {
          text: { en: '7×7', zh: '7×7' },
          feedback: {
            en: '1 + 2 · 1 + 2 · 2, because the second steps over two pixels at a time.',
            zh: '1 + 2 · 1 + 2 · 2，因为第二个卷积一步跨两个像素。',
          },
        },
        {
          text: { en: '9×9', zh: '9×9' },
          feedback: {
            en: 'Sides add up, weighted by the step: 1 + 2 · 1 + 2 · 2.',
            zh: '边长按间隔加权相加：1 + 2 · 1 + 2 · 2。',
          },
        },
      ],
      right: 2,
    },
  },
});
