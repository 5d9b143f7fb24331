import { defineLesson } from '$lib/lesson/define.ts';
import { arrives, largestChange, type Result } from '../experiments/gradient-flow/flows.ts';
import recorded from '../recorded/gradient-flow.json';

export type { Result } from '../experiments/gradient-flow/flows.ts';

const blocks = [
  '2a',
  '2b',
  '2c',
  '3a',
  '3b',
  '3c',
  '3d',
  '4a',
  '4b',
  '4c',
  '4d',
  '4e',
  '4f',
  '5a',
  '5b',
  '5c',
];

/** Grown by more than ten times, within a factor of ten, down to a thousandth, less. */
function outcome({ cut }: Result): number {
  const share = arrives(cut);
  if (share > 10) return 0;
  if (share >= 0.1) return 1;
  return share >= 0.001 ? 2 : 3;
}

export default defineLesson<Result>({
  needs: 'weights',
  experiment: () => import('../experiments/gradient-flow/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'Trained ResNet-50, all sixteen skips cut: from 5c back to 2a, the norm of the gradient …',
      zh: '训练好的 ResNet-50，十六条捷径全部切断：从 5c 回到 2a，梯度的范数',
    },
    options: [
      { en: 'grows by more than ten times, as before training.', zh: '增大十倍以上，与训练之前一样。' },
      { en: 'stays within a factor of ten.', zh: '变化不超过十倍。' },
      { en: 'falls to something between a tenth and a thousandth.', zh: '降到十分之一与千分之一之间。' },
      { en: 'falls to less than a thousandth.', zh: '降到千分之一以下。' },
    ],
    outcome,
  },
  happened: {
    en: (result, { figure, number, percent }) => {
      const { label, skips, cut } = result;
      const two = (value: number) => number(value, { maximumSignificantDigits: 2 });
      const change = (value: number) =>
        value < 1 ? `fell to one part in ${two(1 / value)}` : `grew to ${two(value)} times`;
      const largest = largestChange(skips);
      return [
        `With all skips the gradient of the class ${label.replaceAll('_', ' ')} ${change(arrives(skips))} from 5c back to 2a: ${figure(skips.norms[15])} became ${figure(skips.norms[0])}.`,
        `With all skips cut it ${change(arrives(cut))}: ${figure(cut.norms[15])} became ${figure(cut.norms[0])}.${outcome(result) === 3 ? ' Here, then, it does vanish.' : ''}`,
        `With skips the norm changed most between ${blocks[largest.at]} and ${blocks[largest.at + 1]}, by a factor of ${two(largest.factor)}: ${largest.isBetweenStages ? 'between two stages, where a projection stands on the shortcut' : 'inside a stage'}.`,
        `The network itself was broken by the cuts: the probability of the class went from ${percent(Math.exp(-skips.loss))} to ${percent(Math.exp(-cut.loss))}.`,
      ];
    },
    zh: (result, { figure, number, percent }) => {
      const { label, skips, cut } = result;
      const two = (value: number) => number(value, { maximumSignificantDigits: 2 });
      const change = (value: number) => (value < 1 ? `降到 1/${two(1 / value)}` : `增大到 ${two(value)} 倍`);
      const largest = largestChange(skips);
      return [
        `捷径全留时，类别 ${label.replaceAll('_', ' ')} 的梯度从 5c 回到 2a ${change(arrives(skips))}：从 ${figure(skips.norms[15])} 变成 ${figure(skips.norms[0])}。`,
        `捷径全断时，它${change(arrives(cut))}：从 ${figure(cut.norms[15])} 变成 ${figure(cut.norms[0])}。${outcome(result) === 3 ? '在这里，梯度确实消失了。' : ''}`,
        `捷径全留时，范数变化最大的地方在 ${blocks[largest.at]} 与 ${blocks[largest.at + 1]} 之间，相差 ${two(largest.factor)} 倍：${largest.isBetweenStages ? '那是两个阶段之间，捷径上有投影' : '那是在同一阶段之内'}。`,
        `网络本身也被切坏了：这个类别的概率从 ${percent(Math.exp(-skips.loss))} 变成 ${percent(Math.exp(-cut.loss))}。`,
      ];
    },
  },
  questions: [
    {
      id: 'at-least-one',
      text: {
        en: 'A block y = x + F(x) on one number, with F′(x) = −0.9 there. What is dy/dx?',
        zh: '一个作用在单个数上的块 y = x + F(x)，在该处 F′(x) = −0.9。dy/dx 是多少？',
      },
      options: [
        {
          text: { en: '1: the skip sees to that.', zh: '1：捷径保证了这一点。' },
          feedback: {
            en: 'The skip contributes 1, and the branch adds its own −0.9.',
            zh: '捷径贡献 1，分支再加上它自己的 −0.9。',
          },
        },
        {
          text: { en: '0.1', zh: '0.1' },
          feedback: {
            en: '1 − 0.9. A skip makes small derivatives unlikely, not impossible.',
            zh: '1 − 0.9。捷径使导数不太可能很小，但并非不可能。',
          },
        },
        {
          text: { en: '−0.9', zh: '−0.9' },
          feedback: { en: 'That is the plain layer, without the skip.', zh: '那是没有捷径的普通层。' },
        },
      ],
      right: 1,
    },
    {
      id: 'cut',
      text: {
        en: 'In this run the gradient hardly reached 2a once all skips were cut. What does that show?',
        zh: '这次运行里，捷径全断之后梯度几乎到不了 2a。这说明什么？',
      },
      options: [
        {
          text: {
            en: 'That networks trained without skips fail because of vanishing gradients.',
            zh: '不带捷径训练的网络，失败的原因是梯度消失。',
          },
          feedback: {
            en: 'These weights were never trained without skips. A network that was would have other weights, and has other gradients.',
            zh: '这组权重从来没有在没有捷径的情况下训练过。那样训练出来的网络权重不同，梯度也不同。',
          },
        },
        {
          text: {
            en: 'That the trained network passes its gradient mainly along the skips.',
            zh: '训练好的网络主要沿捷径传递梯度。',
          },
          feedback: {
            en: 'No more and no less. The cut network is a broken one.',
            zh: '不多也不少。切断之后是一个坏掉的网络。',
          },
        },
        {
          text: {
            en: 'That batch norm lets gradients vanish.',
            zh: '批归一化会让梯度消失。',
          },
          feedback: {
            en: 'In lesson 5 plain networks with batch norm had growing gradients. It is the weights and the moment that differ.',
            zh: '第 5 课里，带批归一化的普通网络梯度是增大的。不同的是权重和时刻。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'where',
      text: {
        en: 'In this run, with all skips: between which kind of neighbouring blocks did the gradient’s norm change most?',
        zh: '这次运行中，捷径全留时：梯度范数在哪一类相邻块之间变化最大？',
      },
      options: [
        {
          text: { en: 'Between two blocks of one stage', zh: '同一阶段的两个块之间' },
          feedback: {
            en: 'There the shortcut is the identity. The third sentence of what happened names the place.',
            zh: '那里的捷径是恒等映射。“结果如何”的第三句写明了位置。',
          },
        },
        {
          text: {
            en: 'Between the last block of a stage and the first of the next',
            zh: '一个阶段的最后一个块与下一阶段的第一个块之间',
          },
          feedback: {
            en: 'There a projection stands on the shortcut and the shape changes. See what happened for this picture.',
            zh: '那里的捷径上有投影，形状也改变。这张图片的情形见“结果如何”。',
          },
        },
      ],
      right: ({ skips }) => (largestChange(skips).isBetweenStages ? 1 : 0),
    },
    {
      id: 'authors',
      text: {
        en: 'What do ResNet’s authors say of the deep plain networks’ difficulty?',
        zh: '对于深层普通网络的困难，ResNet 的作者怎么说？',
      },
      options: [
        {
          text: { en: 'It is caused by vanishing gradients.', zh: '由梯度消失引起。' },
          feedback: {
            en: 'They checked the norms and call it unlikely (section 4.1).',
            zh: '他们检查过梯度范数，认为不太可能（4.1 节）。',
          },
        },
        {
          text: { en: 'It is caused by overfitting.', zh: '由过拟合引起。' },
          feedback: {
            en: 'The training error is higher, too: that is what makes it degradation.',
            zh: '训练误差也更高，这才叫退化。',
          },
        },
        {
          text: {
            en: 'The gradients are healthy; the cause is left open.',
            zh: '梯度正常，原因尚无定论。',
          },
          feedback: {
            en: 'They conjecture exponentially low convergence rates, and leave it to the future.',
            zh: '他们猜测是收敛速度指数级地低，并留待将来研究。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'relu',
      text: {
        en: 'In a block ReLU(x + F(x)), what arrives at x from a position where the sum is negative?',
        zh: '在块 ReLU(x + F(x)) 里，和为负的位置会给 x 传回什么？',
      },
      options: [
        {
          text: { en: 'The full gradient, along the skip', zh: '沿捷径传回全部梯度' },
          feedback: {
            en: 'The ReLU stands after the sum, so both ways pass through it.',
            zh: 'ReLU 在相加之后，两条路都要经过它。',
          },
        },
        {
          text: { en: 'Only what comes through the branch', zh: '只有经过分支的那部分' },
          feedback: {
            en: 'The branch ends at the same sum, and after it is the same ReLU.',
            zh: '分支也终止于同一个和，后面是同一个 ReLU。',
          },
        },
        {
          text: { en: 'Nothing', zh: '什么也没有' },
          feedback: {
            en: 'The derivative of the ReLU is 0 there. The skip’s 1 counts only where the sum is positive.',
            zh: 'ReLU 在那里的导数是 0。只有和为正的位置，捷径的 1 才算数。',
          },
        },
      ],
      right: 2,
    },
  ],
  test: {
    before: {
      text: {
        en: 'y = x + F(x), with F′(x) = −0.5 at some x. What is dy/dx there?',
        zh: 'y = x + F(x)，在某个 x 处 F′(x) = −0.5。该处的 dy/dx 是多少？',
      },
      options: [
        {
          text: { en: 'At least 1, because of the skip', zh: '至少为 1，因为有捷径' },
          feedback: {
            en: 'The skip adds 1; the branch may take from it.',
            zh: '捷径加上 1，分支可能从中减去。',
          },
        },
        { text: { en: '0.5', zh: '0.5' }, feedback: { en: '1 − 0.5.', zh: '1 − 0.5。' } },
        {
          text: { en: '−0.5', zh: '−0.5' },
          feedback: { en: 'That would be F alone, without the skip.', zh: '那是没有捷径、只有 F 的情形。' },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'y = x + F(x), with F′(x) = −1.2 at some x. What is dy/dx there?',
        zh: 'y = x + F(x)，在某个 x 处 F′(x) = −1.2。该处的 dy/dx 是多少？',
      },
      options: [
        { text: { en: '−0.2', zh: '−0.2' }, feedback: { en: '1 − 1.2.', zh: '1 − 1.2。' } },
        {
          text: { en: '−1.2', zh: '−1.2' },
          feedback: { en: 'That would be F alone, without the skip.', zh: '那是没有捷径、只有 F 的情形。' },
        },
        {
          text: { en: 'At least 1, because of the skip', zh: '至少为 1，因为有捷径' },
          feedback: {
            en: 'The skip adds 1; the branch may take from it.',
            zh: '捷径加上 1，分支可能从中减去。',
          },
        },
      ],
      right: 0,
    },
  },
});
