import { defineLesson } from '$lib/lesson/define.ts';
import type { RateRun, Result } from '../experiments/training-in-practice/result.ts';
import recorded from '../recorded/training-in-practice.json';

/** Of accuracies; guessing is an eighth. */
const least = 0.3;

/** What became of the run with the high rate. */
function outcome({ usual, high }: Result): number {
  if (high.diverged !== null) return 0;
  if (high.loss < usual.loss) return 3;
  return high.accuracy < least ? 1 : 2;
}

const growth = ({ first, last }: RateRun) => last.weight / first.weight;

export default defineLesson<Result>({
  needs: 'tensors',
  experiment: () => import('../experiments/training-in-practice/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'What becomes of the training loss at a hundred times the usual rate? (The network has batch norm after every convolution.)',
      zh: '学习率是通常的一百倍时，训练损失会怎样？（网络的每个卷积之后都有批归一化。）',
    },
    options: [
      {
        en: 'It grows without bound, until it is no number any more',
        zh: '无限增大，直到不再是一个数',
      },
      {
        en: 'It jumps up, stays finite, and ends about where guessing is, or above',
        zh: '猛然升高，但始终有限，最后停在随机猜测附近或更高',
      },
      { en: 'It falls, only more slowly and less smoothly', zh: '照样下降，只是更慢、更不平稳' },
      { en: 'It falls faster than at the usual rate', zh: '比通常的学习率下降得更快' },
    ],
    outcome,
  },
  happened: {
    en: ({ seed, steps, low, usual, high }, { number, percent, figure }) => [
      `After ${number(steps)} steps (seed ${number(seed)}; means of the last twenty): rate ${number(low.rate, { maximumFractionDigits: 4 })} has a training loss of ${number(low.loss, 2)} and is right on ${percent(low.accuracy)}; rate ${number(usual.rate)} has ${number(usual.loss, 2)} and ${percent(usual.accuracy)}.`,
      high.diverged === null
        ? `Rate ${number(high.rate)} has a loss of ${number(high.loss, 2)} and is right on ${percent(high.accuracy)}. Its worst batch cost ${number(high.peak, 1)}, and the loss was finite all the time.`
        : `At rate ${number(high.rate)} the loss was no longer a number from step ${number(high.diverged)} on.`,
      `At the high rate the first step moved the kernels by ${percent(high.first.update)} of their length, the last one measured by ${percent(high.last.update)}; their length had meanwhile gone from ${figure(high.first.weight)} to ${figure(high.last.weight)}.`,
      `At the usual rate a step moved them by ${percent(usual.first.update)} at first and by ${percent(usual.last.update)} at last, and their length went from ${figure(usual.first.weight)} to ${figure(usual.last.weight)}.`,
    ],
    zh: ({ seed, steps, low, usual, high }, { number, percent, figure }) => [
      `${number(steps)} 步之后（种子 ${number(seed)}，取最后二十步的平均）：学习率 ${number(low.rate, { maximumFractionDigits: 4 })} 的训练损失为 ${number(low.loss, 2)}，准确率 ${percent(low.accuracy)}；学习率 ${number(usual.rate)} 的为 ${number(usual.loss, 2)} 和 ${percent(usual.accuracy)}。`,
      high.diverged === null
        ? `学习率 ${number(high.rate)} 的损失为 ${number(high.loss, 2)}，准确率 ${percent(high.accuracy)}。最糟的一个批次损失为 ${number(high.peak, 1)}，但损失自始至终都是有限的。`
        : `学习率为 ${number(high.rate)} 时，从第 ${number(high.diverged)} 步起损失不再是一个数。`,
      `学习率高时，第一步使卷积核移动了自身长度的 ${percent(high.first.update)}，最后一次测量时的一步则为 ${percent(high.last.update)}；其间卷积核的长度从 ${figure(high.first.weight)} 变为 ${figure(high.last.weight)}。`,
      `用通常的学习率，一步移动的量起初为 ${percent(usual.first.update)}，最后为 ${percent(usual.last.update)}，长度从 ${figure(usual.first.weight)} 变为 ${figure(usual.last.weight)}。`,
    ],
  },
  questions: [
    {
      id: 'longer',
      text: {
        en: 'In the run above: how much longer did the kernels become at the high rate?',
        zh: '在上面那次运行里，学习率高时卷积核变长了多少？',
      },
      options: [
        {
          text: { en: 'Hardly, at most by half', zh: '几乎没变，至多增加一半' },
          feedback: {
            en: 'That is what the usual rate does. Compare both lengths told under “What happened”.',
            zh: '那是通常学习率的情形。请比较“结果如何”里给出的两个长度。',
          },
        },
        {
          text: { en: 'Two- to tenfold', zh: '两倍到十倍' },
          feedback: {
            en: 'Divide the last length by the first: both are told under “What happened”.',
            zh: '用最后的长度除以最初的长度：两者都在“结果如何”里。',
          },
        },
        {
          text: { en: 'More than tenfold', zh: '超过十倍' },
          feedback: {
            en: 'So the effective rate, with the square of the length below the line, fell more than a hundredfold.',
            zh: '于是有效学习率（分母是长度的平方）降到了百分之一以下。',
          },
        },
      ],
      right: ({ high }) => {
        if (growth(high) <= 1.5) return 0;
        return growth(high) < 10 ? 1 : 2;
      },
    },
    {
      id: 'double-softmax',
      text: {
        en: 'A model for a thousand classes ends in softmax, and its output is given to PyTorch’s `CrossEntropyLoss`. What does one see?',
        zh: '一个一千类的模型以 softmax 结尾，输出又交给 PyTorch 的 `CrossEntropyLoss`。会看到什么？',
      },
      options: [
        {
          text: { en: 'An error: shapes do not fit', zh: '报错：形状不符' },
          feedback: {
            en: 'The shapes fit: probabilities and logits have the same.',
            zh: '形状相符：概率与 logit 的形状相同。',
          },
        },
        {
          text: {
            en: 'No error; a loss that hardly falls below 6 even for right answers',
            zh: '不报错；即使回答正确，损失也降不到 6 以下多少',
          },
          feedback: {
            en: 'Softmax is taken twice, and the second one can never be sure.',
            zh: 'softmax 做了两次，第二次永远无法确信。',
          },
        },
        {
          text: { en: 'The same as without the softmax', zh: '与没有 softmax 时一样' },
          feedback: {
            en: 'Softmax of a softmax is another function, with much smaller gradients.',
            zh: 'softmax 再 softmax 是另一个函数，梯度要小得多。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'momentum',
      text: {
        en: 'A recipe without momentum works well at rate 0.5. With momentum 0.9, which rate takes steps of about the same length along a steady gradient?',
        zh: '一套没有动量的设置在学习率 0.5 时效果很好。动量取 0.9 时，沿稳定的梯度，用哪个学习率能走出差不多长的步子？',
      },
      options: [
        {
          text: { en: '0.05', zh: '0.05' },
          feedback: {
            en: 'Momentum 0.9 adds up to ten gradients.',
            zh: '动量 0.9 累加起来相当于十个梯度。',
          },
        },
        {
          text: { en: '0.45', zh: '0.45' },
          feedback: {
            en: 'Factors do not simply multiply: the sum is 1 + 0.9 + 0.81 + …, which is ten.',
            zh: '不是简单相乘：累加的和是 1 + 0.9 + 0.81 + …，等于十。',
          },
        },
        {
          text: { en: '5', zh: '5' },
          feedback: {
            en: 'The other way round: momentum makes steps longer, so the rate has to be smaller.',
            zh: '反了：动量使步子变长，所以学习率要更小。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'curves',
      text: {
        en: 'The training loss of a network is near zero, the loss on other pictures is high and has long stopped falling. What is promising?',
        zh: '网络的训练损失接近零，其他图片上的损失很高，而且早已不再下降。怎么做可能有用？',
      },
      options: [
        {
          text: { en: 'A longer training', zh: '训练更久' },
          feedback: {
            en: 'There is nothing left to learn from the training pictures: their loss is near zero.',
            zh: '训练图片上已经没什么可学的了：它们的损失接近零。',
          },
        },
        {
          text: { en: 'Skips, or better initial weights', zh: '加捷径，或改进初始权重' },
          feedback: {
            en: 'Those help where the training loss stays high. Here it does not.',
            zh: '这些在训练损失居高不下时有用，这里并非如此。',
          },
        },
        {
          text: { en: 'More pictures, or augmentation', zh: '更多图片，或数据增强' },
          feedback: {
            en: 'This is overfitting, and the table of the lesson shows what more pictures do.',
            zh: '这是过拟合，本课的表格显示了图片增多的效果。',
          },
        },
        {
          text: { en: 'A higher rate', zh: '更高的学习率' },
          feedback: {
            en: 'The rate is right enough to bring the training loss to zero.',
            zh: '学习率已足以使训练损失降到零。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'decay',
      text: {
        en: 'What does weight decay do to a kernel that a batch norm follows?',
        zh: '后接批归一化的卷积核，权重衰减对它起什么作用？',
      },
      options: [
        {
          text: { en: 'It makes the function simpler', zh: '使函数更简单' },
          feedback: {
            en: 'The function does not change when the kernel is made shorter: the norm takes the factor out.',
            zh: '缩短卷积核并不改变函数：归一化会把倍数除掉。',
          },
        },
        {
          text: { en: 'It keeps the effective rate from falling', zh: '使有效学习率不致下降' },
          feedback: {
            en: 'Gradient steps make the kernel longer, decay makes it shorter, and the effective rate has the square of its length below the line.',
            zh: '梯度步使卷积核变长，衰减使它变短，而有效学习率的分母正是长度的平方。',
          },
        },
        {
          text: { en: 'Nothing at all', zh: '完全没有作用' },
          feedback: {
            en: 'Not on the function, but on how far a step turns the kernel: see the table.',
            zh: '对函数没有，但会影响一步能把卷积核转动多少：见表格。',
          },
        },
      ],
      right: 1,
    },
  ],
  test: {
    before: {
      text: {
        en: 'A classifier is right on nearly all of its training pictures, and on hardly more than guessing would give of others. What is that called, and what helps?',
        zh: '一个分类器在训练图片上几乎全对，在其他图片上却与随机猜测相差无几。这叫什么，怎么办？',
      },
      options: [
        {
          text: { en: 'Overfitting: more pictures, augmentation', zh: '过拟合：更多图片、数据增强' },
          feedback: {
            en: 'It knows its pictures by heart.',
            zh: '它把训练图片背了下来。',
          },
        },
        {
          text: { en: 'Degradation: skips', zh: '退化：加捷径' },
          feedback: {
            en: 'Degradation would show in the training pictures themselves.',
            zh: '退化会体现在训练图片本身上。',
          },
        },
        {
          text: { en: 'Too low a rate: a longer training', zh: '学习率太低：训练更久' },
          feedback: {
            en: 'Then the training pictures would not be right either.',
            zh: '那样的话训练图片也不会全对。',
          },
        },
      ],
      right: 0,
    },
    after: {
      text: {
        en: 'Two learning curves of one network, on training pictures and on others, lie upon each other, high up, near the loss of guessing. Which is the least likely?',
        zh: '同一个网络在训练图片和其他图片上的两条学习曲线重合在一起，都停在随机猜测的损失附近。哪种情况最不可能？',
      },
      options: [
        {
          text: { en: 'The learning rate is far too high', zh: '学习率高得离谱' },
          feedback: {
            en: 'That is likely: behind batch norm it looks just like this.',
            zh: '这很可能：有批归一化时正是这个样子。',
          },
        },
        {
          text: { en: 'The network overfits', zh: '网络过拟合' },
          feedback: {
            en: 'That is the least likely: overfitting is a gap between the curves, with the training loss low.',
            zh: '这最不可能：过拟合是两条曲线之间的落差，而且训练损失低。',
          },
        },
        {
          text: { en: 'The network is plain and very deep', zh: '网络是很深的普通网络' },
          feedback: {
            en: 'That is likely: degradation looks just like this.',
            zh: '这很可能：退化正是这个样子。',
          },
        },
      ],
      right: 1,
    },
  },
});
