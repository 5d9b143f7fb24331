import { defineLesson } from '$lib/lesson/define.ts';
import { lambda, blocks, type Result } from '../experiments/identity-matters/networks.ts';
import recorded from '../recorded/identity-matters.json';

export type { Result } from '../experiments/identity-matters/networks.ts';

/** Of the damaged network's ratio by the undamaged one's. */
const timesLarger = ({ ratios }: Result) => ratios.scaled / ratios.identity;

/** Smaller by a factor of three, about the same, larger by a factor of three. */
function outcome(result: Result): number {
  const times = timesLarger(result);
  if (times < 1 / 3) return 0;
  return times > 3 ? 2 : 1;
}

export default defineLesson<Result>({
  needs: 'tensors',
  experiment: () => import('../experiments/identity-matters/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'With every shortcut × 0.5: what becomes of the gradient before the first block, as a multiple of the gradient after the last, compared with identity shortcuts?',
      zh: '每条捷径都乘 0.5 之后，第一个块之前的梯度是最后一个块之后的多少倍？与恒等捷径相比会怎样？',
    },
    options: [
      {
        en: 'Much smaller: it vanishes, as the product 0.5²⁷ says.',
        zh: '小得多：正如乘积 0.5²⁷ 所示，梯度消失。',
      },
      { en: 'About the same, within a factor of 3.', zh: '差不多，相差不到 3 倍。' },
      { en: 'Much larger: it grows by far more.', zh: '大得多：增长得厉害得多。' },
    ],
    outcome,
  },
  happened: {
    en: (result, { figure, number }) => {
      const { ratios, deviations } = result;
      const two = (value: number) => number(value, { maximumSignificantDigits: 2 });
      const times = two(timesLarger(result));
      return [
        `With identity shortcuts the gradient before the first block was ${two(ratios.identity)} times that after the last; with every shortcut × ${number(lambda)} it was ${two(ratios.scaled)} times.`,
        [
          `Against the product ${figure(lambda ** blocks)}, the gradient became smaller, but not by nearly as much.`,
          'The factor on the shortcuts hardly changed it.',
          `So the gradient did not vanish: its ratio is ${times} times what it is without the damage. Along the shortcuts alone only ${figure(lambda ** blocks)} of the last block’s gradient arrives; everything else came through the branches.`,
        ][outcome(result)],
        `The signal tells the same story: after the last block its standard deviation was ${figure(deviations.identity)} with identity shortcuts, which add up what all blocks give, and ${figure(deviations.scaled)} with damaged ones, which forget it.`,
        `Two other networks, with whole shortcuts: batch norm after the sum had a ratio of ${two(ratios.normAfterAdd)}, pre-activation ${two(ratios.preActivation)}.`,
      ];
    },
    zh: (result, { figure, number }) => {
      const { ratios, deviations } = result;
      const two = (value: number) => number(value, { maximumSignificantDigits: 2 });
      const times = two(timesLarger(result));
      return [
        `捷径为恒等映射时，第一个块之前的梯度是最后一个块之后的 ${two(ratios.identity)} 倍；每条捷径乘 ${number(lambda)} 之后，是 ${two(ratios.scaled)} 倍。`,
        [
          `与乘积 ${figure(lambda ** blocks)} 相比，梯度确实变小了，但远没有那么多。`,
          '捷径上的系数几乎没有影响它。',
          `可见梯度没有消失：这个比值反而是捷径完好时的 ${times} 倍。仅沿捷径，只有最后一个块的梯度的 ${figure(lambda ** blocks)} 能到达；其余都来自残差分支。`,
        ][outcome(result)],
        `信号说的是同一件事：最后一个块之后，恒等捷径把各个块的输出累加起来，标准差为 ${figure(deviations.identity)}；受损的捷径一路遗忘，只有 ${figure(deviations.scaled)}。`,
        `另外两个捷径完好的网络：批归一化放在相加之后，比值为 ${two(ratios.normAfterAdd)}；预激活为 ${two(ratios.preActivation)}。`,
      ];
    },
  },
  questions: [
    {
      id: 'paths',
      text: {
        en: 'Why could the gradient in this run be so far from 0.5²⁷?',
        zh: '这次运行里的梯度为什么与 0.5²⁷ 相差这么远？',
      },
      options: [
        {
          text: {
            en: 'Because the product is wrong: λ is applied only once.',
            zh: '因为乘积算错了：λ 只乘了一次。',
          },
          feedback: {
            en: 'The product is right: each block on the way multiplies what takes its shortcut by λ.',
            zh: '乘积没有错：途中每经过一个块，走捷径的那部分就乘一次 λ。',
          },
        },
        {
          text: {
            en: 'Because the product tells of one path, and the gradient is the sum over all paths.',
            zh: '因为乘积说的只是一条路径，而梯度是所有路径之和。',
          },
          feedback: {
            en: 'The paths through the branches are not multiplied down, and with batch norm they let the gradient grow.',
            zh: '经过分支的路径并没有被一路缩小；有批归一化时，它们还会让梯度增大。',
          },
        },
        {
          text: {
            en: 'Because batch norm divides every gradient by its own norm.',
            zh: '因为批归一化把每个梯度都除以它自己的范数。',
          },
          feedback: {
            en: 'Batch norm normalises values, not gradients. That gradients grow is a consequence, and lesson 5 derives it.',
            zh: '批归一化归一化的是数值，不是梯度。梯度因此增大只是后果，第 5 课会推导。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'order',
      text: {
        en: 'In this run, which of the three networks with whole shortcuts had the gradient that grew most from the last block to the first?',
        zh: '这次运行中，三个捷径完好的网络里，哪一个的梯度从最后一个块到第一个块增长得最多？',
      },
      options: [
        {
          text: { en: 'The original order', zh: '原始顺序' },
          feedback: {
            en: 'Look at the curve again: its shortcuts carry x undivided, only the ReLU after each sum cuts.',
            zh: '再看一遍曲线：它的捷径原样传递 x，只有每次相加之后的 ReLU 会截断。',
          },
        },
        {
          text: { en: 'Batch norm after the sum', zh: '批归一化在相加之后' },
          feedback: {
            en: 'There the norm divides the shortcut’s value as well, in every block, so that little is left of the identity.',
            zh: '那里的归一化在每个块里把捷径上的值也除了一次，恒等映射所剩无几。',
          },
        },
        {
          text: { en: 'Pre-activation', zh: '预激活' },
          feedback: {
            en: 'Nothing stands after its sums, and so its shortcuts are one path of identities within a stage.',
            zh: '它的相加之后什么都没有，同一阶段内的捷径因此连成一条恒等通路。',
          },
        },
      ],
      right: ({ ratios }) => {
        const all = [ratios.identity, ratios.normAfterAdd, ratios.preActivation];
        return all.indexOf(Math.max(...all));
      },
    },
    {
      id: 'rule',
      text: {
        en: 'You write ResNet-50 with the rule “project if `stride > 1`”. What happens?',
        zh: '你按“`stride > 1` 时才投影”的规则实现 ResNet-50，会发生什么？',
      },
      options: [
        {
          text: {
            en: 'It works: channels change only where the stride is 2.',
            zh: '一切正常：只有步幅为 2 处通道数才会改变。',
          },
          feedback: {
            en: 'So it is in ResNet-18 and ResNet-34. In ResNet-50 the branch of 2a ends with four times the channels that come in, at stride 1.',
            zh: 'ResNet-18 和 ResNet-34 确实如此。而 ResNet-50 的 2a 步幅为 1，分支输出的通道数却是输入的四倍。',
          },
        },
        {
          text: {
            en: 'The sum in block 2a fails: 64 channels do not fit 256.',
            zh: '块 2a 的相加出错：64 个通道与 256 个对不上。',
          },
          feedback: {
            en: 'Ask for both: `stride != 1 or inputs != outputs`.',
            zh: '两个条件都要检查：`stride != 1 or inputs != outputs`。',
          },
        },
        {
          text: { en: 'Every block gets a projection.', zh: '每个块都会得到一个投影。' },
          feedback: {
            en: 'That would be option C. The rule gives projections to 3a, 4a and 5a only, and one is missing.',
            zh: '那是方案 C。这条规则只给 3a、4a、5a 加上投影，缺了一个。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'convolution',
      text: {
        en: 'Projections in all blocks helped a little in ResNet-34 and hurt a lot in ResNet-110. What follows?',
        zh: '每个块都用投影，在 ResNet-34 里略有好处，在 ResNet-110 里却很有害。由此可以得出什么？',
      },
      options: [
        {
          text: { en: 'One of the two results must be a mistake.', zh: '两个结果里必有一个是错的。' },
          feedback: {
            en: 'They are of different networks, of 16 and 54 blocks, on different data; nothing contradicts.',
            zh: '两者是不同的网络（16 个块与 54 个块）、不同的数据，并不矛盾。',
          },
        },
        {
          text: {
            en: 'Projections have too few parameters for deep networks.',
            zh: '对深层网络来说，投影的参数太少。',
          },
          feedback: {
            en: 'They have more parameters than the identity, which has none, and could learn to be it.',
            zh: '投影的参数比恒等捷径多（后者没有参数），而且本可以学成恒等映射。',
          },
        },
        {
          text: {
            en: 'What a disturbed shortcut costs depends on how many follow one another.',
            zh: '捷径受扰的代价，取决于有多少条受扰的捷径前后相接。',
          },
          feedback: {
            en: 'A few do no harm, and where shapes change they are needed. A demonstration in a shallow network would not have shown it.',
            zh: '少数几个无害，在形状变化处还必不可少。用浅层网络做演示是看不出这一点的。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'relu',
      text: {
        en: 'In a block of the first ResNet, y = ReLU(x + F(x)), suppose F(x) = 0. What is y?',
        zh: '在最初的 ResNet 的一个块里，y = ReLU(x + F(x))。假设 F(x) = 0，y 是什么？',
      },
      options: [
        {
          text: { en: 'x, exactly', zh: '恰好是 x' },
          feedback: {
            en: 'x comes out of a ReLU and is nowhere negative, so the ReLU leaves it alone.',
            zh: 'x 来自前一个 ReLU，处处不为负，再过一次 ReLU 不变。',
          },
        },
        {
          text: { en: 'x with its negative half cut off', zh: '负的一半被截掉的 x' },
          feedback: {
            en: 'x has no negative half: it is the output of the ReLU before.',
            zh: 'x 没有负的一半：它是前一个 ReLU 的输出。',
          },
        },
        {
          text: { en: 'Zero', zh: '零' },
          feedback: {
            en: 'That would be so without the shortcut. F is zero, and x still passes.',
            zh: '没有捷径才会如此。F 为零时，x 照样通过。',
          },
        },
      ],
      right: 0,
    },
  ],
  test: {
    before: {
      text: {
        en: 'In a residual network of 30 blocks every shortcut is multiplied by 0.9. What becomes of the part of a gradient that takes only shortcuts?',
        zh: '一个残差网络有 30 个块，每条捷径都乘 0.9。只走捷径的那部分梯度会怎样？',
      },
      options: [
        {
          text: {
            en: 'All of it arrives: the sum restores what is missing.',
            zh: '全部到达：相加会补回缺失的部分。',
          },
          feedback: {
            en: 'The sum adds what the branches give; the shortcut’s own part stays small.',
            zh: '相加加上的是分支的输出，捷径自己那一份并不会变大。',
          },
        },
        {
          text: { en: '90 % of it arrives.', zh: '到达 90 %。' },
          feedback: { en: 'The factor is applied in every block: 0.9³⁰.', zh: '每个块都要乘一次：0.9³⁰。' },
        },
        {
          text: { en: 'About 4 % of it arrives.', zh: '约到达 4 %。' },
          feedback: { en: '0.9³⁰ = 0.042.', zh: '0.9³⁰ = 0.042。' },
        },
      ],
      right: 2,
    },
    after: {
      text: {
        en: 'In a residual network of 20 blocks every shortcut is multiplied by 0.8. What becomes of the part of a gradient that takes only shortcuts?',
        zh: '一个残差网络有 20 个块，每条捷径都乘 0.8。只走捷径的那部分梯度会怎样？',
      },
      options: [
        {
          text: { en: 'About 1 % of it arrives.', zh: '约到达 1 %。' },
          feedback: { en: '0.8²⁰ = 0.012.', zh: '0.8²⁰ = 0.012。' },
        },
        {
          text: { en: '80 % of it arrives.', zh: '到达 80 %。' },
          feedback: { en: 'The factor is applied in every block: 0.8²⁰.', zh: '每个块都要乘一次：0.8²⁰。' },
        },
        {
          text: {
            en: 'All of it arrives: the sum restores what is missing.',
            zh: '全部到达：相加会补回缺失的部分。',
          },
          feedback: {
            en: 'The sum adds what the branches give; the shortcut’s own part stays small.',
            zh: '相加加上的是分支的输出，捷径自己那一份并不会变大。',
          },
        },
      ],
      right: 0,
    },
  },
});
