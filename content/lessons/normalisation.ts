import { defineLesson } from '$lib/lesson/define.ts';
import type { Result } from '../experiments/normalisation/networks.ts';
import recorded from '../recorded/normalisation.json';

export type { Result } from '../experiments/normalisation/networks.ts';

/** Vanished, within two decades, grown by more. */
function outcome({ networks }: Result): number {
  const { ratio } = networks['plain-56'];
  if (ratio < 0.01) return 0;
  return ratio > 100 ? 2 : 1;
}

/** What batch norm makes of a change from He's weights to Glorot's: the growth per convolution stays. */
const isSameWithNorm = ({ networks }: Result) =>
  Math.abs(networks['plain-56-glorot'].growth - networks['plain-56'].growth) < 0.05;

const lossNames = ['plain-56', 'residual-56', 'plain-56-none', 'residual-56-none'] as const;

export default defineLesson<Result>({
  needs: 'tensors',
  experiment: () => import('../experiments/normalisation/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'The plain 56-layer network with batch norm, before any training: the gradient after the first convolution, compared with that after the last, is …',
      zh: '带批归一化的 56 层普通网络，训练开始之前：第一个卷积之后的梯度，与最后一个卷积之后的相比，',
    },
    options: [
      {
        en: 'less than a hundredth: on 54 convolutions it vanishes.',
        zh: '不到百分之一：走过 54 个卷积，它消失了。',
      },
      {
        en: 'of a similar size, between a hundredth and a hundred times: batch norm keeps it.',
        zh: '大小相近，在百分之一与一百倍之间：批归一化保持了它。',
      },
      { en: 'more than a hundred times as large: it explodes.', zh: '大一百倍以上：它爆炸了。' },
    ],
    outcome,
  },
  happened: {
    en: (result, { figure, number }) => {
      const of = result.networks;
      const two = (value: number) => number(value, { maximumSignificantDigits: 2 });
      return [
        `In the plain network with batch norm the gradient after the first convolution was ${two(of['plain-56'].ratio)} times that after the last: a factor of ${number(of['plain-56'].growth, 2)} for every convolution on the way back, where theory has 1.211. ${
          [
            'Here it vanished.',
            'It kept its size, more or less.',
            'It does not vanish, and it is not kept: it explodes towards the input.',
          ][outcome(result)]
        }`,
        `Skips turn that into ${two(of['residual-56'].ratio)}. With 20 layers the two are nearer to each other: ${two(of['plain-20'].ratio)} and ${two(of['residual-20'].ratio)}.`,
        `Without a norm He’s weights keep the gradient of the plain network nearly level (${number(of['plain-56-none'].growth, 2)} per convolution); the residual network’s signal explodes on the way forward, to a standard deviation of ${two(of['residual-56-none'].deviation)}, and its loss starts at ${two(of['residual-56-none'].loss)}.`,
        `Glorot’s weights, half as much variance: without a norm the gradient falls to ${figure(of['plain-56-none-glorot'].ratio)} of itself, which is the real vanishing gradient. With batch norm the growth is ${number(of['plain-56-glorot'].growth, 2)} per convolution, ${isSameWithNorm(result) ? 'as with He’s weights: their scale has no effect.' : 'unlike that with He’s weights.'}`,
      ];
    },
    zh: (result, { figure, number }) => {
      const of = result.networks;
      const two = (value: number) => number(value, { maximumSignificantDigits: 2 });
      return [
        `带批归一化的普通网络里，第一个卷积之后的梯度是最后一个之后的 ${two(of['plain-56'].ratio)} 倍：往回每经过一个卷积乘 ${number(of['plain-56'].growth, 2)}，理论值是 1.211。${
          ['这里它消失了。', '它大致保持了大小。', '它没有消失，也没有保持不变：它在传向输入的途中爆炸。'][
            outcome(result)
          ]
        }`,
        `有了捷径，变成 ${two(of['residual-56'].ratio)} 倍。20 层时两者相差较小：${two(of['plain-20'].ratio)} 与 ${two(of['residual-20'].ratio)}。`,
        `没有归一化时，He 初始化让普通网络的梯度几乎持平（每个卷积乘 ${number(of['plain-56-none'].growth, 2)}）；残差网络的信号却在前向传播中爆炸，标准差达到 ${two(of['residual-56-none'].deviation)}，损失从 ${two(of['residual-56-none'].loss)} 开始。`,
        `Glorot 初始化的方差只有一半：没有归一化时，梯度降到原来的 ${figure(of['plain-56-none-glorot'].ratio)}，这才是真正的梯度消失。有批归一化时，每个卷积乘 ${number(of['plain-56-glorot'].growth, 2)}，${isSameWithNorm(result) ? '与 He 初始化一样：权重的尺度不起作用。' : '与 He 初始化不同。'}`,
      ];
    },
  },
  questions: [
    {
      id: 'variance',
      text: {
        en: 'A 3×3 convolution reads 64 channels, and a ReLU follows. Which variance of its weights keeps the mean square of the signal?',
        zh: '一个 3×3 卷积读取 64 个通道，后面接 ReLU。权重取多大的方差，才能保持信号的均方值？',
      },
      options: [
        {
          text: { en: '2 / 64', zh: '2 / 64' },
          feedback: {
            en: 'The fan-in counts every weight that goes into one output: nine places in each of 64 channels.',
            zh: '扇入要数进入一个输出的全部权重：64 个通道，每个通道九个位置。',
          },
        },
        {
          text: { en: '2 / 576', zh: '2 / 576' },
          feedback: { en: '2 / (9 · 64).', zh: '2 / (9 · 64)。' },
        },
        {
          text: { en: '1 / 576', zh: '1 / 576' },
          feedback: {
            en: 'That keeps it without the ReLU, which takes away half of the mean square. With it: a factor of 0.71 per layer.',
            zh: '没有 ReLU 时这样才保持不变；ReLU 要去掉一半均方值，于是每层乘 0.71。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'loss',
      text: {
        en: 'In this run, which of the four 56-layer networks starts with the highest loss?',
        zh: '这次运行中，四个 56 层的网络里，哪一个的初始损失最高？',
      },
      options: [
        {
          text: { en: 'Plain, with batch norm', zh: '普通，有批归一化' },
          feedback: {
            en: 'Its gradients explode, on the way back; its signal and so its logits are of normal size.',
            zh: '它的梯度在反向传播中爆炸，但信号以及 logit 的大小都正常。',
          },
        },
        {
          text: { en: 'Residual, with batch norm', zh: '残差，有批归一化' },
          feedback: {
            en: 'Its signal adds up over the blocks, to a few times what it was: the loss lies above ln 10, but not by much.',
            zh: '它的信号逐块累加，变成原来的几倍：损失略高于 ln 10，但高得不多。',
          },
        },
        {
          text: { en: 'Plain, without a norm', zh: '普通，无归一化' },
          feedback: {
            en: 'Its signal shrinks a little, so that all classes get the same probability: the loss is ln 10.',
            zh: '它的信号略有缩小，各类概率相同，损失就是 ln 10。',
          },
        },
        {
          text: { en: 'Residual, without a norm', zh: '残差，无归一化' },
          feedback: {
            en: 'Each block doubles the variance, and nothing divides: the logits are enormous.',
            zh: '每个块都使方差加倍，又没有什么来除：logit 极大。',
          },
        },
      ],
      right: ({ networks }) => {
        const losses = lossNames.map((name) => networks[name].loss);
        return losses.indexOf(Math.max(...losses));
      },
    },
    {
      id: 'glorot',
      text: {
        en: 'In this run He’s weights were replaced by Glorot’s, in the plain network. What did that change?',
        zh: '这次运行中，普通网络的 He 初始化被换成 Glorot 初始化。这改变了什么？',
      },
      options: [
        {
          text: {
            en: 'The gradient’s growth, both with and without batch norm',
            zh: '梯度的增长，无论有没有批归一化',
          },
          feedback: {
            en: 'Compare the last line of the table with the first: where batch norm follows, the scale of W has no effect.',
            zh: '把表的最后一行与第一行比较：卷积之后有批归一化，W 的尺度就不起作用。',
          },
        },
        {
          text: {
            en: 'The gradient’s growth without batch norm; with it hardly anything',
            zh: '没有批归一化时梯度的增长；有批归一化时几乎没有变化',
          },
          feedback: {
            en: 'Without a norm: a factor of √½ per layer. With it σ² cancels.',
            zh: '没有归一化时，每层乘 √½；有归一化时，σ² 约掉了。',
          },
        },
        {
          text: { en: 'Nothing in either of them', zh: '两种情况都没有变化' },
          feedback: {
            en: 'Without a norm the difference is one between a level gradient and one that is gone.',
            zh: '没有归一化时，差别是梯度持平与梯度消失之间的差别。',
          },
        },
      ],
      right: (result) => (isSameWithNorm(result) ? 1 : 0),
    },
    {
      id: 'mode',
      text: {
        en: 'You measure gradients of an untrained network with batch norm, and put it into inference mode first. What do you measure?',
        zh: '你要测一个未训练的、带批归一化的网络的梯度，却先把它切到推理模式。你测到的是什么？',
      },
      options: [
        {
          text: { en: 'The same as in training mode', zh: '与训练模式相同的结果' },
          feedback: {
            en: 'In inference mode the moving averages are used, and they still have their initial values.',
            zh: '推理模式用的是滑动平均，而它们还停在初始值上。',
          },
        },
        {
          text: { en: 'Nothing but zeros', zh: '全是零' },
          feedback: {
            en: 'Mean zero is subtracted and variance one divided by: values pass unchanged.',
            zh: '减去的均值为零，除以的方差为一：数值原样通过。',
          },
        },
        {
          text: { en: 'The network without a norm', zh: '没有归一化的网络' },
          feedback: {
            en: 'Without any message. It is an easy mistake, and it hides the explosion.',
            zh: '而且不会有任何提示。这个错误很容易犯，还会掩盖梯度爆炸。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'zero-gamma',
      text: {
        en: 'With zero γ all convolutions inside the blocks have gradients of exactly zero at the first step. Is that a mistake?',
        zh: '用零 γ 初始化时，第一步里块内所有卷积的梯度都恰好为零。这是出错了吗？',
      },
      options: [
        {
          text: {
            en: 'No: γ = 0 stops what comes from them, but γ itself has a gradient and moves first.',
            zh: '不是：γ = 0 挡住了它们的影响，但 γ 自己有梯度，会最先开始变化。',
          },
          feedback: {
            en: 'From the second step on the branches take part.',
            zh: '从第二步起，分支就参与进来了。',
          },
        },
        {
          text: { en: 'Yes: these layers can never learn.', zh: '是的：这些层永远学不到东西。' },
          feedback: {
            en: 'They could not if γ stayed zero. The loss depends on γ, so it does not.',
            zh: '只有 γ 一直为零才会如此。损失依赖于 γ，所以它不会停在零。',
          },
        },
        {
          text: { en: 'Yes: the gradient has vanished.', zh: '是的：梯度消失了。' },
          feedback: {
            en: 'At the blocks’ outputs it arrives undiminished, along the shortcuts. Only the way into the branch is closed for one step.',
            zh: '梯度沿捷径原封不动地到达各个块的输出；只是通往分支的路在这一步关着。',
          },
        },
      ],
      right: 0,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A deep network of linear layers with 200 inputs, each followed by a ReLU. Which variance of the weights keeps the signal’s mean square from layer to layer?',
        zh: '一个深层网络，每个线性层有 200 个输入，后面接 ReLU。权重取多大的方差，信号的均方值才能逐层保持不变？',
      },
      options: [
        {
          text: { en: '1', zh: '1' },
          feedback: { en: 'Then each layer multiplies it by 100.', zh: '那样每层会使它变为 100 倍。' },
        },
        {
          text: { en: '1/100', zh: '1/100' },
          feedback: { en: '2 / fan-in.', zh: '2/扇入。' },
        },
        {
          text: { en: '1/200', zh: '1/200' },
          feedback: {
            en: 'The ReLU takes half of the mean square away: with 1 / fan-in it halves in each layer.',
            zh: 'ReLU 会去掉一半均方值：取 1/扇入，每层都会减半。',
          },
        },
        {
          text: { en: '1/40,000', zh: '1/40,000' },
          feedback: {
            en: 'The mean square is proportional to fan-in × variance, not to fan-in squared.',
            zh: '均方值与扇入 × 方差成正比，而不是与扇入的平方成正比。',
          },
        },
      ],
      right: 1,
    },
    after: {
      given: [500],
      text: {
        en: 'A deep network of linear layers with 500 inputs, each followed by a ReLU. Which variance of the weights keeps the signal’s mean square from layer to layer?',
        zh: '一个深层网络，每个线性层有 500 个输入，后面接 ReLU。权重取多大的方差，信号的均方值才能逐层保持不变？',
      },
      options: [
        {
          text: { en: '1/500', zh: '1/500' },
          feedback: {
            en: 'The ReLU takes half of the mean square away: with 1 / fan-in it halves in each layer.',
            zh: 'ReLU 会去掉一半均方值：取 1/扇入，每层都会减半。',
          },
        },
        {
          text: { en: '1/250,000', zh: '1/250,000' },
          feedback: {
            en: 'The mean square is proportional to fan-in × variance, not to fan-in squared.',
            zh: '均方值与扇入 × 方差成正比，而不是与扇入的平方成正比。',
          },
        },
        {
          text: { en: '1', zh: '1' },
          feedback: { en: 'Then each layer multiplies it by 250.', zh: '那样每层会使它变为 250 倍。' },
        },
        {
          text: { en: '1/250', zh: '1/250' },
          feedback: { en: '2 / fan-in.', zh: '2/扇入。' },
        },
      ],
      right: 3,
    },
  },
});
