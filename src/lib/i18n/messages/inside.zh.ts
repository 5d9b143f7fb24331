import { formatNumber } from '../format.ts';
import type { inside as english } from './inside.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

export const inside: typeof english = {
  title: '看进去：小网络看到了什么？',
  description:
    '看进刚刚训练好的普通网络和残差网络：每一张特征图、每一个权重、任意一个数是怎样逐项加出来的，以及少了一个块还剩多少本领。',
  lead: '“并排训练”页上训练的网络小得可以整个看完。选一个网络，再选一张任务里的图片：结构图、激活、权重，以及每个数背后的求和，都用观察 ResNet-50 的同一套工具。然后把块一个一个拿掉。',
  claim:
    'Veit、Wilber 和 Belongie（2016，第 4.1 节）从训练好的网络里去掉单层。VGG 没有捷径连接，缺了哪一层都落到接近随机猜测；110 层的 ResNet 除了每个阶段开头的块，缺一个块几乎没有影响。你训练的这一对是否也这样，在这里可以测量。',
  expected:
    '另有一次独立的 PyTorch 运行（光栅任务，20 层，250 步，学习率按余弦下降，512 张图片）可以对照：残差网络去掉第一、第二、第三个块后，正确率分别为 0.25、0.54、0.82，去掉第四个为 0.95，去掉之后的任何一个仍为 1.00。普通网络完整时为 0.994，无论缺哪一个，都不超过 0.28。随机猜测是 0.125。深度、步数和随机种子不同，数值也会不同。',
  may: [
    '在其余部分保持训练后原样的条件下，这个网络凭这组权重，对这些图片在多大程度上依赖每个块。',
    '一个通道在这些图片上对什么有响应，它的每个值又是由哪些数加出来的。',
    '两个网络从同样的初始权重出发、看同样的批次，最后得到不同的滤波器：这就是捷径连接带来的改变。',
  ],
  mayNot: [
    '不能说一个网络的第 k 个通道和另一个网络的第 k 个通道作用相同：训练之后，两个网络的通道没有共同的顺序。',
    '不能因为去掉后损失很小，就说这个块多余：训练时它一直在那里，没有它训练出来的会是另一个网络。',
    '不能说靠前的块也是冗余的。浅的网络里并非如此：最前面的块对信号改动最大（Jastrzębski 等，2018）。',
    '不能把全部损失都算作这个块所学到的东西：批归一化的滑动统计量没有重新计算，后面的层遇到的信号，尺度和训练时不同。',
    '不能推及更大的网络或别的任务：这里只是用一个随机种子训练的一对。',
  ],
  sources: {
    veit: 'Veit、Wilber、Belongie，2016：Residual Networks Behave Like Ensembles of Relatively Shallow Networks，第 4.1 节',
    jastrzebski: 'Jastrzębski 等，2018：Residual Connections Encourage Iterative Inference',
    he: 'He 等，2015：Deep Residual Learning for Image Recognition，第 4.2 节',
  },
  diverged: (networks) => `${networks} 的损失已不再是有限的数：它的权重里没有什么可看的了。`,
  train: {
    title: '还没有训练好的网络',
    running: '正在训练',
    text: '这一页要看的网络，权重必须就在这里。可以先到“并排训练”页训练再回来，也可以在这里训练：',
    pair: '普通网络和残差网络各一个，20 层，首个阶段 8 个滤波器，光栅任务，200 步；大约一分钟，慢的设备会更久。',
    chosen: (lanes) => `那一页选好的网络：${lanes}。`,
    run: '在这里训练',
    doing: (step) => `第 ${step} 步`,
    kept: '“并排训练”页上的曲线是先前记录的，或来自文件：它们的权重不在这里。',
    lost: '计算后端已经更换，训练好的权重随原来的工作线程一起没有了。',
    race: '去“并排训练”页',
  },
  network: {
    title: '网络',
    label: '网络与随机种子',
    option: (lane, seed) => `${lane}，种子 ${seed}`,
    step: (step) => `训练 ${count(step)} 步之后的样子`,
    further: '它还在继续训练。',
    again: '看它现在的样子',
    opening: '正在打开……',
    statistics: '批归一化读取滑动统计量，和使用训练好的网络时一样。',
    noNorm: '这个网络没有批归一化。',
  },
  picture: {
    title: '图片',
    heldOut: '这些图片是留出的：没有网络用它们训练过。',
    endless: '为这一页新画的：这个任务的每张图片都是新的，没有网络用它们训练过。',
    trained: '这个任务没有留出图片：这里显示的可能用于训练过。',
    shown: (index, name) => `第 ${index} 张图片，类别 ${name}`,
    another: '换一张同类的',
    list: '按类别排列的图片',
    choose: (name, index) => `${name}，第 ${index} 张图片`,
  },
  map: {
    title: '网络结构',
    totals: (params, macs, blocks) => `${params} 个参数，每张图片 ${macs} 次乘加，${blocks} 个块`,
  },
  node: { title: '选中的节点' },
  beside: {
    title: '同一个节点，两个网络',
    intro:
      '同一张图片，网络中的同一位置。只差捷径连接的两个网络，训练开始时在这里的权重相同；两边的颜色用同一尺度。',
    none: '没有同一随机种子的另一种网络可以比较：请把普通网络和残差网络一起训练。',
    absent: (network, node) => `${network} 没有节点 ${node}。`,
    figures: (mean, std) => `均值 ${mean}，标准差 ${std}`,
    maps: (network, channels) => `${network}：${count(channels)} 个通道`,
    channel: (index, mean) => `通道 ${index}，均值 ${mean}`,
    values: '值',
    index: '通道',
    answer: (name, percent) => `${name}，${percent}`,
    prediction: '最可能的类别',
    right: '正确',
    wrong: '错误',
    table: '每个通道的均值',
  },
  lesions: {
    title: '少一个块',
    intro:
      '逐个拿掉每个块，不重新训练，数一数网络还答对多少图片。残差网络里，信号仍沿捷径连接通过。普通网络没有捷径连接：为了让网络接得上，块的输入原样往下传，形状变化处按选项 A 补零。',
    cutIntro: '逐个剪断每条捷径连接，不重新训练，数一数网络还答对多少图片。普通网络没有捷径连接。',
    kind: '拿掉什么',
    kinds: { removeBlock: '块的残差分支', cutShortcut: '块的捷径连接' },
    run: '在这里计数',
    doing: (network) => `${network} ……`,
    axis: '答对的图片所占比例',
    block: '缺少的块',
    whole: '无',
    chance: '随机猜测',
    pictures: (pictures, step) => `${count(pictures)} 张图片，训练 ${count(step)} 步之后`,
    describe: (parts) => `缺少各个块时的正确率。完整网络：${parts}。`,
    part: (network, percent) => `${network} ${percent}`,
    stale: '之后网络又继续训练过。',
    table: '缺少各个块时的正确率',
    empty: '还没有计数。',
  },
};
