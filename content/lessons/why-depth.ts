import { defineLesson } from '$lib/lesson/define.ts';
import type { Ended } from '$lib/lesson/training/figures.ts';
import recorded from '../recorded/why-depth.json';

/** Two plain networks trained with one seed: means over their last twenty steps. */
export interface Result {
  readonly seed: number;
  readonly steps: number;
  readonly plain20: Ended;
  readonly plain56: Ended;
}

/** Nats by which losses have to differ to be called different. */
const least = 0.1;
/** Of a network that guesses among the eight orientations. */
const chance = { loss: Math.log(8), accuracy: 1 / 8 };
/** As far from guessing as from being always right. */
const halfway = (1 + chance.accuracy) / 2;

function outcome({ plain20, plain56 }: Result): number {
  const difference = plain56.loss - plain20.loss;
  if (Math.abs(difference) < least) return 2;
  return difference < 0 ? 0 : 1;
}

export default defineLesson<Result>({
  needs: 'tensors',
  experiment: () => import('../experiments/why-depth/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'Plain networks of 20 and of 56 layers see the same training pictures, in the same order, with the same recipe. Which of them ends with the lower loss on these training pictures?',
      zh: '20 层和 56 层的普通网络，用同样的设置、按同样的顺序看同样的训练图片。最后哪一个在这些训练图片上的损失更低？',
    },
    options: [
      {
        en: 'The one of 56 layers: it can represent more, and it is its training loss that counts',
        zh: '56 层的：它能表示的更多，而且比的就是训练损失',
      },
      { en: 'The one of 20 layers', zh: '20 层的' },
      { en: 'Neither: both end alike', zh: '差不多，两者不分高下' },
    ],
    outcome,
  },
  happened: {
    en: ({ seed, steps, plain20, plain56 }, { number, percent }) => [
      `After ${number(steps)} steps (seed ${number(seed)}; means of the last twenty) the network of 20 layers has a training loss of ${number(plain20.loss, 2)} and is right on ${percent(plain20.accuracy)} of its training pictures.`,
      `The network of 56 layers has a training loss of ${number(plain56.loss, 2)} and is right on ${percent(plain56.accuracy)} of the same pictures.`,
      `A network that only guesses has a loss of ln 8 = ${number(chance.loss, 2)} and is right on ${percent(chance.accuracy)}: of the way from there to a loss of zero the shallower network has gone ${percent(1 - plain20.loss / chance.loss, 0)}, the deeper one ${percent(1 - plain56.loss / chance.loss, 0)}.`,
      [
        'This time the deeper network did better: unusual, and worth another seed.',
        'The network that can represent more has learned less.',
        'The two cannot be told apart after so few steps.',
      ][outcome({ seed, steps, plain20, plain56 })],
    ],
    zh: ({ seed, steps, plain20, plain56 }, { number, percent }) => [
      `训练 ${number(steps)} 步之后（种子 ${number(seed)}，取最后二十步的平均），20 层网络的训练损失为 ${number(plain20.loss, 2)}，训练图片中有 ${percent(plain20.accuracy)} 判断正确。`,
      `56 层网络的训练损失为 ${number(plain56.loss, 2)}，同样的图片中有 ${percent(plain56.accuracy)} 判断正确。`,
      `只会随机猜测的网络，损失是 ln 8 = ${number(chance.loss, 2)}，准确率是 ${percent(chance.accuracy)}。从这里到损失为零的路程，浅的网络走完了 ${percent(1 - plain20.loss / chance.loss, 0)}，深的网络走完了 ${percent(1 - plain56.loss / chance.loss, 0)}。`,
      [
        '这一次深的网络反而更好：很少见，值得换一个种子再看。',
        '能表示得更多的网络，学到的反而更少。',
        '步数太少，两者分不出高下。',
      ][outcome({ seed, steps, plain20, plain56 })],
    ],
  },
  questions: [
    {
      id: 'overfitting',
      text: {
        en: 'Which observation rules out that the deeper network overfits?',
        zh: '哪一项观察可以排除“深的网络过拟合了”？',
      },
      options: [
        {
          text: {
            en: 'Its error on pictures that it has never seen is higher',
            zh: '它在没见过的图片上误差更高',
          },
          feedback: {
            en: 'That alone would fit overfitting just as well. Overfitting means: good on the training pictures, worse on others.',
            zh: '单凭这一点，说是过拟合也讲得通。过拟合的意思是：训练图片上好，别的图片上差。',
          },
        },
        {
          text: {
            en: 'Its loss on the training pictures themselves is higher',
            zh: '它在训练图片本身上的损失就更高',
          },
          feedback: {
            en: 'A network that overfits does too well on its training pictures. This one does not get that far.',
            zh: '过拟合的网络在训练图片上好过了头，而这个网络连训练图片都没学好。',
          },
        },
        {
          text: { en: 'It has more than three times as many weights', zh: '它的权重多两倍以上' },
          feedback: {
            en: 'More weights make overfitting more likely, if anything. What happened is told by the training loss.',
            zh: '权重多，过拟合的可能反而更大。究竟发生了什么，要看训练损失。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'halfway',
      text: {
        en: 'Look at the accuracies at the end of the run above. Which networks are nearer to guessing than to being always right?',
        zh: '看上面那次运行结束时的准确率：哪些网络离随机猜测比离全部答对更近？',
      },
      options: [
        {
          text: { en: 'Only the one of 20 layers', zh: '只有 20 层的' },
          feedback: {
            en: 'Guessing is an eighth, so halfway is nine sixteenths. Compare each accuracy with that.',
            zh: '随机猜测是八分之一，所以中点是十六分之九。请把每个准确率与它比较。',
          },
        },
        {
          text: { en: 'Only the one of 56 layers', zh: '只有 56 层的' },
          feedback: {
            en: 'Halfway between an eighth and one is nine sixteenths; compare both accuracies of the run with that.',
            zh: '八分之一与一的中点是十六分之九；请把这次运行的两个准确率都与它比较。',
          },
        },
        {
          text: { en: 'Both', zh: '两个都是' },
          feedback: {
            en: 'Both, if both accuracies are below nine sixteenths, which is halfway from an eighth to one.',
            zh: '如果两个准确率都低于十六分之九（八分之一与一的中点），那就是两个都是。',
          },
        },
        {
          text: { en: 'Neither', zh: '两个都不是' },
          feedback: {
            en: 'Neither, if both accuracies are above nine sixteenths, which is halfway from an eighth to one.',
            zh: '如果两个准确率都高于十六分之九（八分之一与一的中点），那就是两个都不是。',
          },
        },
      ],
      right: ({ plain20, plain56 }) => {
        const [shallow, deep] = [plain20, plain56].map(({ accuracy }) => accuracy < halfway);
        if (shallow) return deep ? 2 : 0;
        return deep ? 1 : 3;
      },
    },
    {
      id: 'identity',
      text: {
        en: 'A 3×3 convolution with as many filters as channels is put behind a ReLU of a trained plain network, followed by batch norm and ReLU. With which kernel can the new layer leave every value as it was?',
        zh: '在训练好的普通网络的某个 ReLU 之后，插入一个 3×3 卷积（滤波器数等于通道数），后接批归一化和 ReLU。用怎样的卷积核，新的层才能让每个值保持不变？',
      },
      options: [
        {
          text: { en: 'All zeros', zh: '全为零' },
          feedback: {
            en: 'Then nothing of the input gets through. Zeros are right for a residual branch, where the input comes past it on the shortcut.',
            zh: '那样输入就完全传不过去。全零适合残差分支，因为在那里输入会从捷径绕过来。',
          },
        },
        {
          text: {
            en: 'One at the centre from each channel to itself, zero elsewhere',
            zh: '每个通道到自身的中心为一，其余为零',
          },
          feedback: {
            en: 'The convolution copies, the norm is told to undo itself, and the ReLU has nothing to cut, as what comes from a ReLU is never negative.',
            zh: '卷积只是复制，归一化的 γ、β 把它自己抵消，ReLU 也无可截断，因为从 ReLU 出来的值从不为负。',
          },
        },
        {
          text: { en: 'One ninth everywhere', zh: '处处为九分之一' },
          feedback: {
            en: 'That is a mean over neighbours and over channels: the map comes out blurred and mixed.',
            zh: '那是对邻近位置和各通道求平均：出来的特征图又模糊又混杂。',
          },
        },
        {
          text: { en: 'None: that takes a shortcut', zh: '没有这样的卷积核，必须有捷径' },
          feedback: {
            en: 'A plain layer can be the identity. That is what makes degradation so strange: the solution is there, and training does not find it.',
            zh: '普通的层也可以是恒等映射。退化之所以奇怪，正在于此：解就在那里，训练却找不到。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'blame',
      text: {
        en: 'What do He et al. (2015) say causes the degradation of plain networks with batch norm?',
        zh: '关于带批归一化的普通网络为什么退化，He 等（2015）是怎么说的？',
      },
      options: [
        {
          text: { en: 'Vanishing gradients', zh: '梯度消失' },
          feedback: {
            en: 'They say the opposite, in section 4.1: this is unlikely, as norms of gradients are healthy with batch norm.',
            zh: '第 4.1 节说的恰恰相反：不太可能，因为有批归一化时，梯度的范数是健康的。',
          },
        },
        {
          text: { en: 'Overfitting', zh: '过拟合' },
          feedback: {
            en: 'They show training errors precisely to rule that out.',
            zh: '他们给出训练误差，正是为了排除这一点。',
          },
        },
        {
          text: {
            en: 'They leave it open, and conjecture that such networks converge exceedingly slowly',
            zh: '他们没有下结论，只是猜测这类网络收敛得极慢',
          },
          feedback: {
            en: '“exponentially low convergence rates” is a conjecture, and the reason “will be studied in the future”.',
            zh: '“指数级低的收敛速度”是猜想，原因“留待将来研究”。',
          },
        },
        {
          text: { en: 'Too few weights', zh: '权重太少' },
          feedback: {
            en: 'The deeper network has more of them, and everything that the shallower one has is among them.',
            zh: '深的网络权重更多，浅的网络有的它全都有。',
          },
        },
      ],
      right: 2,
    },
    {
      id: 'table2',
      text: {
        en: 'On ImageNet plain-34 has a higher validation error than plain-18. What else does one need to know to call that degradation?',
        zh: '在 ImageNet 上，plain-34 的验证误差高于 plain-18。还需要知道什么，才能称之为退化？',
      },
      options: [
        {
          text: { en: 'How many weights both have', zh: '两者各有多少权重' },
          feedback: {
            en: 'That can be counted, but it does not tell degradation from overfitting.',
            zh: '这可以数出来，但分不清退化与过拟合。',
          },
        },
        {
          text: { en: 'Their training errors', zh: '两者的训练误差' },
          feedback: {
            en: 'Figure 4 of the paper shows them: the deeper plain network’s is higher all the way.',
            zh: '论文图 4 画出了训练误差：较深的普通网络从头到尾都更高。',
          },
        },
        {
          text: { en: 'The norms of their gradients', zh: '两者梯度的范数' },
          feedback: {
            en: 'Those may help to explain degradation. Whether there is any is told by the training error.',
            zh: '梯度的范数也许有助于解释退化，但有没有退化，要看训练误差。',
          },
        },
      ],
      right: 1,
    },
  ],
  test: {
    before: {
      text: {
        en: 'Two plain convolutional networks are trained in the same way on the same pictures. The deeper one makes more mistakes on the training pictures. What is that?',
        zh: '两个普通卷积网络以同样的方式、用同样的图片训练。较深的那个在训练图片上犯的错误更多。这是什么现象？',
      },
      options: [
        {
          text: { en: 'Overfitting', zh: '过拟合' },
          feedback: {
            en: 'A network that overfits makes few mistakes on its training pictures.',
            zh: '过拟合的网络在训练图片上犯错很少。',
          },
        },
        {
          text: { en: 'Degradation: a failure to optimise', zh: '退化：优化上的失败' },
          feedback: {
            en: 'The deeper network could do as well, and training does not find how.',
            zh: '深的网络本可以做得一样好，只是训练没有找到办法。',
          },
        },
        {
          text: { en: 'Too small a network', zh: '网络太小' },
          feedback: {
            en: 'The deeper one is the larger one, and can represent whatever the other does.',
            zh: '较深的那个更大，另一个能表示的它都能表示。',
          },
        },
        {
          text: { en: 'Too few pictures', zh: '图片太少' },
          feedback: {
            en: 'Few pictures are easy to get right; it is other pictures that go wrong then.',
            zh: '图片少，训练图片反而容易答对；出错的会是别的图片。',
          },
        },
      ],
      right: 1,
    },
    after: {
      text: {
        en: 'Somebody says: “Our network of 50 plain layers has a higher test error than that of 14, so it overfits.” Which figure decides whether that is right?',
        zh: '有人说：“我们的 50 层普通网络测试误差高于 14 层的，所以它过拟合了。”哪个数字能判断这话对不对？',
      },
      options: [
        {
          text: { en: 'The test error of a third network', zh: '第三个网络的测试误差' },
          feedback: {
            en: 'Another test error tells nothing about how well the training pictures were learned.',
            zh: '再多一个测试误差，也说明不了训练图片学得怎样。',
          },
        },
        {
          text: { en: 'The training errors of both networks', zh: '两个网络的训练误差' },
          feedback: {
            en: 'If the deeper network’s is higher too, it is degradation, a failure to optimise.',
            zh: '如果深的网络训练误差也更高，那就是退化，是优化上的失败。',
          },
        },
        {
          text: { en: 'The number of weights', zh: '权重的数目' },
          feedback: {
            en: 'A large network may overfit or degrade or do neither.',
            zh: '大网络可能过拟合，可能退化，也可能两者都不是。',
          },
        },
        {
          text: { en: 'The learning rate', zh: '学习率' },
          feedback: {
            en: 'It matters to how training goes, but it is no measure of what came of it.',
            zh: '它影响训练的过程，但不能衡量结果。',
          },
        },
      ],
      right: 1,
    },
  },
});
