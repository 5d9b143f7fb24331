import { defineLesson } from '$lib/lesson/define.ts';
import type { Result } from '../experiments/plain-against-residual/result.ts';
import recorded from '../recorded/plain-against-residual.json';

/** Nats by which first losses have to differ to be called different. */
const least = 0.05;

function outcome({ plain, residual }: Result): number {
  if (residual.loss >= plain.loss) return 3;
  const lead = residual.first - plain.first;
  if (Math.abs(lead) < least) return 1;
  return lead < 0 ? 0 : 2;
}

export default defineLesson<Result>({
  needs: 'tensors',
  experiment: () => import('../experiments/plain-against-residual/Experiment.svelte'),
  recorded,
  prediction: {
    question: {
      en: 'Plain-56 and residual-56 begin with equal weights. How does the residual network’s training loss compare with the plain one’s on the very first batch, and how at the end?',
      zh: 'plain-56 与 residual-56 从同样的权重出发。在第一个批次上，残差网络的训练损失与普通网络相比如何？到最后又如何？',
    },
    options: [
      { en: 'Lower on the first batch, lower at the end', zh: '第一个批次更低，最后也更低' },
      {
        en: 'Equal on the first batch, as the weights are equal; lower at the end',
        zh: '第一个批次相等，因为权重相同；最后更低',
      },
      { en: 'Higher on the first batch, lower at the end', zh: '第一个批次更高，最后更低' },
      { en: 'Not lower at the end', zh: '最后并不更低' },
    ],
    outcome,
  },
  happened: {
    en: ({ seed, steps, plain, residual, crossing, peak }, { number, percent, figure }) => [
      `On the first batch (seed ${number(seed)}) the plain network has a loss of ${number(plain.first, 2)} and the residual one of ${number(residual.first, 2)}, with the same weights.`,
      crossing === null
        ? 'Smoothed over ten steps, the residual network’s loss never stays below the plain one’s.'
        : `Smoothed over ten steps, the residual network’s loss is below the plain one’s from step ${number(crossing)} on.` +
          (peak.loss > plain.loss
            ? ` Not on every batch: at step ${number(peak.step)} it still paid ${number(peak.loss, 2)}, for a step before that was too long.`
            : ''),
      `After ${number(steps)} steps (means of the last twenty) the losses are ${number(plain.loss, 2)} and ${number(residual.loss, 2)}; the plain network is right on ${percent(plain.accuracy)} of its training pictures, the residual one on ${percent(residual.accuracy)}.`,
      `The gradient of the plain network’s first convolution began with a norm of ${figure(plain.gradient.first)} and was ${figure(plain.gradient.later)} a hundred steps later, while its weights went from ${figure(plain.weight.first)} to ${figure(plain.weight.later)}.`,
      `In the residual network that gradient went from ${figure(residual.gradient.first)} to ${figure(residual.gradient.later)}, and the weights from ${figure(residual.weight.first)} to ${figure(residual.weight.later)}.`,
    ],
    zh: ({ seed, steps, plain, residual, crossing, peak }, { number, percent, figure }) => [
      `在第一个批次上（种子 ${number(seed)}），权重相同，普通网络的损失是 ${number(plain.first, 2)}，残差网络的是 ${number(residual.first, 2)}。`,
      crossing === null
        ? '取十步平均之后，残差网络的损失始终没有稳定地低于普通网络。'
        : `取十步平均之后，从第 ${number(crossing)} 步起，残差网络的损失低于普通网络。` +
          (peak.loss > plain.loss
            ? `但并非每个批次都如此：第 ${number(peak.step)} 步仍为 ${number(peak.loss, 2)}，这是前面某一步迈得过大的代价。`
            : ''),
      `${number(steps)} 步之后（取最后二十步的平均），两者的损失分别为 ${number(plain.loss, 2)} 和 ${number(residual.loss, 2)}；训练图片中，普通网络判断正确 ${percent(plain.accuracy)}，残差网络 ${percent(residual.accuracy)}。`,
      `普通网络第一个卷积的梯度范数开始时为 ${figure(plain.gradient.first)}，一百步之后为 ${figure(plain.gradient.later)}；同时它的权重范数从 ${figure(plain.weight.first)} 变为 ${figure(plain.weight.later)}。`,
      `残差网络里，这个梯度从 ${figure(residual.gradient.first)} 变为 ${figure(residual.gradient.later)}，权重从 ${figure(residual.weight.first)} 变为 ${figure(residual.weight.later)}。`,
    ],
  },
  questions: [
    {
      id: 'grown',
      text: {
        en: 'In the run above: by how much did the weights of the plain network’s first convolution grow in length within a hundred steps?',
        zh: '在上面那次运行里：一百步之内，普通网络第一个卷积的权重（按范数）增长了多少？',
      },
      options: [
        {
          text: { en: 'Hardly, at most by half', zh: '几乎没变，至多增加一半' },
          feedback: {
            en: 'That is how it is in the residual network. Compare the two norms that are told under “What happened”.',
            zh: '残差网络是这样。请比较“结果如何”里给出的两个范数。',
          },
        },
        {
          text: { en: 'Severalfold, but less than tenfold', zh: '几倍，但不到十倍' },
          feedback: {
            en: 'Divide the later norm by the first: both are told under “What happened”.',
            zh: '用后来的范数除以开始的范数：两者都在“结果如何”里。',
          },
        },
        {
          text: { en: 'More than tenfold', zh: '超过十倍' },
          feedback: {
            en: 'The first gradient is large, perpendicular to the weights, and momentum carries it on.',
            zh: '第一个梯度很大，又垂直于权重，动量还让它继续起作用。',
          },
        },
      ],
      right: ({ plain: { weight } }) => {
        const growth = weight.later / weight.first;
        if (growth <= 1.5) return 0;
        return growth < 10 ? 1 : 2;
      },
    },
    {
      id: 'eighteen',
      text: {
        en: 'What does Table 2 of the ResNet paper say of 18 layers on ImageNet?',
        zh: 'ResNet 论文的表 2 对 ImageNet 上的 18 层网络说了什么？',
      },
      options: [
        {
          text: { en: 'The residual network is far more accurate', zh: '残差网络准确得多' },
          feedback: {
            en: 'That is so at 34 layers. At 18 the two errors differ by less than a tenth of a point.',
            zh: '34 层时如此。18 层时，两者的错误率相差不到 0.1 个百分点。',
          },
        },
        {
          text: {
            en: 'Both are as accurate; the residual one gets there faster',
            zh: '两者同样准确，残差网络收敛更快',
          },
          feedback: {
            en: 'Skips begin to matter for the result when depth begins to hurt.',
            zh: '深度开始成为障碍时，捷径才开始影响结果。',
          },
        },
        {
          text: { en: 'The plain network does not train', zh: '普通网络训练不起来' },
          feedback: {
            en: 'It trains well: with batch norm, eighteen plain layers are no obstacle.',
            zh: '它训练得很好：有批归一化时，十八个普通的层不成问题。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'perpendicular',
      text: {
        en: 'A kernel stands in front of a batch norm. Why does a step of gradient descent without weight decay never make it shorter?',
        zh: '一个卷积核后面是批归一化。为什么不带权重衰减的一步梯度下降绝不会使它变短？',
      },
      options: [
        {
          text: {
            en: 'Its length does not matter to the loss, so the gradient is perpendicular to it',
            zh: '它的长度不影响损失，所以梯度与它垂直',
          },
          feedback: {
            en: 'Along the kernel’s own direction the loss does not change. A step to the side makes the sum longer, by Pythagoras.',
            zh: '沿卷积核自身的方向，损失不变。向侧面走一步，按勾股定理，合起来只会更长。',
          },
        },
        {
          text: { en: 'Gradients of kernels are never negative', zh: '卷积核的梯度从不为负' },
          feedback: {
            en: 'They have either sign, value by value.',
            zh: '逐个值来看，正负都有。',
          },
        },
        {
          text: { en: 'Batch norm makes the kernel longer', zh: '批归一化使卷积核变长' },
          feedback: {
            en: 'Batch norm changes no weights of a convolution; it rescales what the convolution puts out.',
            zh: '批归一化不改动卷积的权重，只重新缩放卷积的输出。',
          },
        },
      ],
      right: 0,
    },
    {
      id: 'test',
      text: {
        en: 'With Adam every weight moves by about the same amount, however large or small its gradient is; so no layer is flung away, and none is stuck. Plain-56 does not learn even then. What follows?',
        zh: '用 Adam 时，不论梯度大小，每个权重移动的量都差不多，所以没有哪一层被甩出去，也没有哪一层被卡住。即便如此，plain-56 还是学不会。由此可得什么？',
      },
      options: [
        {
          text: { en: 'Its gradients must be zero', zh: '它的梯度必定为零' },
          feedback: {
            en: 'They were measured, and they are not.',
            zh: '测过了，并不为零。',
          },
        },
        {
          text: {
            en: 'The size of its gradients is not, by itself, what keeps it from learning',
            zh: '妨碍它学习的，不单单是梯度的大小',
          },
          feedback: {
            en: 'It rules an explanation out, and puts no other in its place.',
            zh: '这排除了一种解释，但没有给出另一种。',
          },
        },
        {
          text: { en: 'Adam is a poor optimiser', zh: 'Adam 这个优化器不好' },
          feedback: {
            en: 'With the same Adam, the residual network learns.',
            zh: '用同样的 Adam，残差网络学得会。',
          },
        },
        {
          text: { en: 'The network is too small for the task', zh: '网络对这个任务来说太小' },
          feedback: {
            en: 'A plain network of eight layers, with a tenth of the weights, learns the task.',
            zh: '8 层的普通网络，权重不到它的十分之一，却学会了这个任务。',
          },
        },
      ],
      right: 1,
    },
    {
      id: 'saves',
      text: {
        en: 'How much computing does a residual network with option A save, compared with its plain counterpart?',
        zh: '与对应的普通网络相比，采用选项 A 的残差网络节省多少计算？',
      },
      options: [
        {
          text: { en: 'About half: half of the layers are skipped', zh: '大约一半：有一半的层被跳过' },
          feedback: {
            en: 'None is skipped. The input goes past the layers as well as through them.',
            zh: '没有哪一层被跳过。输入既绕过这些层，也穿过这些层。',
          },
        },
        {
          text: { en: 'It depends on the picture', zh: '取决于图片' },
          feedback: {
            en: 'Nothing in the block decides anything: F is computed for every picture.',
            zh: '块里没有任何东西在作选择：对每张图片都要计算 F。',
          },
        },
        {
          text: { en: 'None: it does an addition more in each block', zh: '一点也不省：每个块还多一次相加' },
          feedback: {
            en: 'As many multiply-adds, and the sums on top.',
            zh: '乘加次数一样多，另外还有相加。',
          },
        },
      ],
      right: 2,
    },
  ],
  test: {
    before: {
      text: {
        en: 'ResNet-50 is compared with the same network after all its shortcuts, projections among them, have been taken out. What is unfair about that?',
        zh: '把 ResNet-50 与去掉全部捷径（包括投影）之后的同一网络作比较。这样比有什么不公平？',
      },
      options: [
        {
          text: { en: 'The second network has fewer parameters', zh: '后者的参数更少' },
          feedback: {
            en: 'The projections have weights. With shortcuts that have none (option A) both networks are of one size.',
            zh: '投影带有权重。若用不带权重的捷径（选项 A），两个网络就一样大。',
          },
        },
        {
          text: { en: 'The second network has fewer layers in a row', zh: '后者前后相接的层数更少' },
          feedback: {
            en: 'Projections stand beside the way; the number of layers in a row is the same.',
            zh: '投影在旁路上，前后相接的层数并没有变。',
          },
        },
        {
          text: { en: 'Nothing: only the skips differ', zh: '没有不公平：只差捷径' },
          feedback: {
            en: 'Not only: four of the shortcuts are convolutions with weights of their own.',
            zh: '不只如此：有四条捷径是带权重的卷积。',
          },
        },
      ],
      right: 0,
    },
    after: {
      text: {
        en: 'Somebody wants to know what the skips of ResNet-34 alone contribute. Which pair of networks answers that?',
        zh: '有人想知道 ResNet-34 的捷径本身有多大贡献。哪一对网络能回答这个问题？',
      },
      options: [
        {
          text: {
            en: 'ResNet-34 with projections, and plain-34',
            zh: '带投影的 ResNet-34 与 plain-34',
          },
          feedback: {
            en: 'The projections bring weights that plain-34 has not.',
            zh: '投影带来了 plain-34 没有的权重。',
          },
        },
        {
          text: {
            en: 'ResNet-34 with shortcuts without weights, and plain-34',
            zh: '捷径不带权重的 ResNet-34 与 plain-34',
          },
          feedback: {
            en: 'Equal parameters, equal depth, and the additions are all that differs.',
            zh: '参数相同，深度相同，只差那些相加。',
          },
        },
        {
          text: { en: 'ResNet-34 and ResNet-18', zh: 'ResNet-34 与 ResNet-18' },
          feedback: {
            en: 'Both have skips: this compares depths.',
            zh: '两者都有捷径：这比的是深度。',
          },
        },
      ],
      right: 1,
    },
  },
});
