/** The programs of the exercise, each with one mistake: which line it is in, and what is said about it. */
import type { Language } from '../../../src/lib/i18n/languages.ts';

type Text = Readonly<Record<Language, string>>;

export interface Snippet {
  /** programs/wrong_ID.py and mended_ID.py. */
  readonly id: string;
  readonly title: Text;
  /** From the article that the site started from. */
  readonly isFromArticle?: true;
  /** What is in the lines that count as the mistake's place. */
  readonly faulty: readonly string[];
  readonly hint: Text;
  /** What is wrong, once it has been found. */
  readonly why: Text;
  /** What the two outputs show. */
  readonly seen: Text;
}

export const snippets: readonly Snippet[] = [
  {
    id: 'names',
    title: { en: 'An identity block', zh: '恒等捷径的块' },
    isFromArticle: true,
    faulty: ['layers.Add()([y, shortcut])'],
    hint: {
      en: 'Look at every name that is used, and for the place where it was given a value.',
      zh: '检查每个用到的名字，找一找它是在哪里得到值的。',
    },
    why: {
      en: 'Nothing in this program is called shortcut. In an identity block the shortcut is the input itself, x.',
      zh: '这个程序里没有任何东西叫 shortcut。在恒等捷径的块里，捷径就是输入 x 本身。',
    },
    seen: {
      en: 'Python looks a name up only when it comes to the line, so the file loads and the function can be defined; it fails at the first call. This is the kind of mistake that cannot stay hidden.',
      zh: 'Python 执行到那一行才去查名字，所以文件能载入，函数也能定义，第一次调用时才失败。这种错误藏不住。',
    },
  },
  {
    id: 'rescale',
    title: { en: 'Pictures for trained weights', zh: '给训练好的权重送图片' },
    isFromArticle: true,
    faulty: ['x = x * (1.0 / 255)'],
    hint: {
      en: 'In which form did the network see its pictures when it was trained?',
      zh: '训练的时候，网络看到的图片是什么形式？',
    },
    why: {
      en: 'These weights were trained on blue, green and red values from which the mean was taken off, without any division. Divided by 255, all pictures lie between 0 and 1, where the network knows only a nearly uniform grey.',
      zh: '这些权重是在按蓝、绿、红排列、减去均值、不做除法的数值上训练的。除以 255 之后，所有图片都落在 0 与 1 之间；在网络看来，那只是几乎均匀的一片灰。',
    },
    seen: {
      en: 'No error, sixteen answers with plausible probabilities, and all of them the same class, 111: nematode. With preprocess_input every picture has its own answer.',
      zh: '没有报错，十六个答案的概率也像模像样，可全是同一类：第 111 类，线虫。用上 preprocess_input，每张图片才有自己的答案。',
    },
  },
  {
    id: 'projection',
    title: { en: 'The first block of ResNet-50', zh: 'ResNet-50 的第一个块' },
    isFromArticle: true,
    faulty: ['if stride > 1:'],
    hint: {
      en: 'Which shape does the branch give, and which the shortcut? Which of the two is it that the last line of the trace complains about?',
      zh: '分支给出什么形状，捷径又给出什么形状？错误信息的最后一行抱怨的是哪一个？',
    },
    why: {
      en: 'The shortcut needs a projection whenever its shape differs, in channels too. This block has stride 1 and makes 256 channels of 64: stride != 1 or inputs != outputs.',
      zh: '只要形状不同，捷径就需要投影，通道数不同也算。这个块步幅为 1，把 64 个通道变成 256 个：应写 stride != 1 or inputs != outputs。',
    },
    seen: {
      en: 'The trace points to the sum, where the two shapes meet; the mistake is in the constructor, ten lines further up. In ResNet-34 the same test never fails.',
      zh: '错误信息指向相加的那一行，两种形状在那里碰头；错误却在往上十行左右的构造函数里。同样的判断在 ResNet-34 里从不出错。',
    },
  },
  {
    id: 'order',
    title: { en: 'Sixteen blocks', zh: '十六个块' },
    faulty: ['nn.ReLU(), #2'],
    hint: {
      en: 'What values can the branch give at all?',
      zh: '分支到底能给出什么样的值？',
    },
    why: {
      en: 'A ReLU at the end of the branch makes F nowhere negative. A block can then only add: the residual has lost half of its meaning.',
      zh: '分支末尾的 ReLU 使 F 处处不为负。这样块就只能加，残差失去了一半的意义。',
    },
    seen: {
      en: 'No value ever becomes smaller, and the mean grows from block to block. It trains all the same, only worse: 7.84 against 6.61 % error with 110 layers on CIFAR-10 (He et al. 2016, Table 2).',
      zh: '没有一个值变小过，均值一块比一块大。它照样能训练，只是差一些：在 CIFAR-10 上 110 层时误差 7.84%，而不是 6.61%（He 等 2016，表 2）。',
    },
  },
  {
    id: 'head',
    title: { en: 'Four classes of one’s own', zh: '自己的四个类别' },
    isFromArticle: true,
    faulty: ['model = keras.Model(body.input, body.output)', 'weights=None, include_top=False'],
    hint: {
      en: 'What does the model give for one picture, and what should it be compared with?',
      zh: '对一张图片，模型给出的是什么？要与它比较的又是什么？',
    },
    why: {
      en: 'Without its top, ResNet-50 gives 7 × 7 × 2048 features and no classes. A head is missing: the mean over the map, a dense layer with one unit per class, a softmax.',
      zh: '去掉顶部的 ResNet-50 给出的是 7 × 7 × 2048 的特征，没有类别。缺的是分类头：对特征图取平均，再接一个每类一个单元的全连接层和 softmax。',
    },
    seen: {
      en: 'Building and compiling it raise no complaint. Only the first step of training compares shapes.',
      zh: '搭建和编译都没有怨言，到训练的第一步才比较形状。',
    },
  },
  {
    id: 'gradcam',
    title: { en: 'Grad-CAM', zh: 'Grad-CAM' },
    faulty: ['layer = model.get_layer("conv5_block3_3_conv")'],
    hint: {
      en: 'Between the watched layer and the scores there should be nothing but the mean and the dense layer. What lies between them here?',
      zh: '在所观察的层与得分之间，应当只有取平均和全连接层。这里中间还有什么？',
    },
    why: {
      en: 'The last convolution stands on the branch: before its batch norm, before the sum with the shortcut, before the ReLU. What the scores are made from is the output of the block, conv5_block3_out.',
      zh: '最后一个卷积在分支上：在它的批归一化之前，在与捷径相加之前，在 ReLU 之前。得分是由整个块的输出 conv5_block3_out 算出来的。',
    },
    seen: {
      en: 'Both maps look like maps. But the score is the sum of the class activation map plus a bias: with the block’s output the two numbers of the last line agree, with the convolution they do not.',
      zh: '两张图看上去都像那么回事。但得分等于类激活图之和再加偏置：用块的输出，最后一行的两个数相等；用那个卷积，就不相等。',
    },
  },
  {
    id: 'padding',
    title: { en: 'From PyTorch to Keras', zh: '从 PyTorch 搬到 Keras' },
    faulty: ['padding="same"'],
    hint: {
      en: 'How many rows of zeros does each library put above the picture, and how many below?',
      zh: '两个库在图片上方各补几行零，下方又各补几行？',
    },
    why: {
      en: 'With stride 2 and an even side, "same" pads one row less above than below. PyTorch’s padding=3 puts three on every side: the windows are shifted by a pixel.',
      zh: '步幅为 2、边长为偶数时，“same”在上方比下方少补一行。PyTorch 的 padding=3 每边都补三行：窗口错开了一个像素。',
    },
    seen: {
      en: 'The shapes agree, the weights are the same to the last bit, and the values are those of another position. Padding by hand, with "valid" behind it, gives PyTorch’s numbers.',
      zh: '形状一致，权重一位不差，数值却是另一个位置的。自己补零，再用“valid”，得到的就是 PyTorch 的数。',
    },
  },
  {
    id: 'frozen',
    title: { en: 'A frozen body', zh: '冻结的主干' },
    faulty: ['model.train()'],
    hint: {
      en: 'Which numbers of the body change without any gradient?',
      zh: '主干里有哪些数不靠梯度也会变？',
    },
    why: {
      en: 'Frozen are the parameters. model.train() also switches the body’s batch norm to training mode, where it normalises with each batch’s own statistics and moves its stored ones towards them.',
      zh: '冻结的只是参数。model.train() 还把主干的批归一化切换到训练模式：它用每一批自己的统计量做归一化，并把存着的统计量往那边挪。',
    },
    seen: {
      en: 'The features of one and the same picture are other ones after training, although not a single parameter of the body was changed. With body.eval() they are the same to the last bit.',
      zh: '主干的参数一个也没改，同一张图片的特征在训练之后却变了。加上 body.eval()，就一位不差。',
    },
  },
  {
    id: 'stride',
    title: { en: 'Weights of the paper’s network', zh: '论文网络的权重' },
    faulty: ['mine = Branch(1, 2).eval()'],
    hint: {
      en: 'The documentation string says which version the weights are for. Where does that have its stride of two?',
      zh: '文档字符串说明了权重属于哪个版本。那个版本的步幅 2 放在哪里？',
    },
    why: {
      en: 'The network of the paper (v1) has the stride on the first 1×1 convolution; here it stands on the 3×3, as in v1.5. Both have weights of the same shapes, so everything loads.',
      zh: '论文的网络（v1）把步幅放在第一个 1×1 卷积上；这里放在 3×3 上，那是 v1.5。两者权重的形状相同，所以都能装进去。',
    },
    seen: {
      en: '“All keys matched successfully”, the shapes are right, and the values are others altogether.',
      zh: '“All keys matched successfully”，形状也对，数值却完全是另外一些。',
    },
  },
];

/** Numbers, from 0, of the lines of a program that count as the mistake's place; '#2' behind one means its second. */
export function faultyLines({ faulty }: Snippet, program: string): number[] {
  const lines = program.split('\n');
  return faulty.flatMap((one) => {
    const [text, which] = one.split(' #');
    const found = lines.flatMap((line, at) => (line.includes(text) ? [at] : []));
    return which === undefined ? found : found.slice(Number(which) - 1, Number(which));
  });
}
