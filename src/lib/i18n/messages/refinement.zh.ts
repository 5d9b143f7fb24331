import type { refinement as english } from './refinement.en.ts';

export const refinement: typeof english = {
  title: '各残差块在逐步修正同一个估计吗？',
  description:
    '在你的浏览器里，用训练好的 ResNet-50 实测：每个残差块的输出离本阶段最后的输出有多远，残差分支是否逆着损失的梯度移动，以及在 5a、5b 之后提前分类会得到什么。',
  lead: '同一阶段里，每个残差块都往形状相同的值上加东西。它们的输出是不是对“本阶段最终要交出去的特征”一次次的估计，一次比一次接近？下面用三个逐块的量来看：训练好的 ResNet-50 在多大程度上如此，又在哪里并非如此。',
  claim:
    'Greff、Srivastava 与 Schmidhuber（2016）：同一阶段的各块反复估计同一组特征。若以阶段最后的输出为准，误差的均值始终接近零，标准差逐块减小；他们在 ImageNet 上训练的 ResNet-50 上给出了结果。Jastrzębski 等人（2018，CIFAR-10）：每一块的 F 把它的输入 h 沿损失下降的方向推，即 cos(F, −∂L/∂h) 为正，越靠上越明显；而 ‖F‖/‖h‖ 在最初几块最大。',
  expected:
    '在 16 张示例图片上记录的结果：每张图片、每个阶段里，误差的标准差都逐块减小；误差均值（对图片取平均）在 −0.24 到 0.14 个标准差之间。余弦则是另一回事：从 2a 到 5a，其均值的绝对值小于 0.005，5b 为 −0.04，只有 5c 明显为正，为 0.04（16 张中有 14 张为正）。文献在 CIFAR-10 的 ResNet-110 最后一块上给出的值约为 0.1。‖F‖/‖h‖ 最大的是最后一块（1.57），而不是最初几块。',
  may: [
    '在这里测过的每张图片上，同一阶段的输出都逐块接近该阶段最后的输出。',
    '最后一个阶段的三个块共用同一个空间：分类器只在 5c 的输出上训练过，但在记录的 16 张图片中，有 14 张在 5a 之后就已给出同样的类别。它的概率多半逐块上升；有 4 张图片在 5c 之后反而比 5b 之后低。',
    '就网络自己预测的类别而言，对这些图片取平均，最后一块确实把特征朝损失下降的方向推。',
  ],
  mayNot: [
    '误差减小本身不能证明什么：最后的输出与自己的距离必为零，而且越往后，还能改变这个值的块越少。即使每一步都朝随机方向走，也会越来越近。',
    '对全部数值取平均接近零，会掩盖各通道的情况：单个通道的平均误差（均方根）为 0.23 到 0.48 个标准差，可见逐通道的估计并非无偏。',
    '接近零的余弦说明不了多少：h 有 100,352 到 802,816 个数值，在这么高的维数里，两个随机方向的余弦约为 1/√n，即 0.001 到 0.003；相邻数值相关时还会更大。请看标准误差。',
    '这里的损失是针对网络自己的回答，而不是真实类别。当网络很有把握时，损失和梯度都极小，其方向取决于少数几个竞争类别，所以也请看看第二类别。',
    '这个网络（v1）在相加之后还有 ReLU：h + F 中的负值会被置零，因此改变 h 的不只是 F。2a、3a、4a、5a 是各阶段的第一块，那里的 h 是投影到新空间的结果：它们不是在修正，而是在建立新的表示。',
    'conv4 之后不能这样提前分类：它的 1,024 个通道需要另外训练一个分类器。',
    '16 张并非随机抽取的图片，不能代表 ImageNet。',
  ],
  sources: {
    greff:
      'Greff、Srivastava、Schmidhuber 2016，Highway and Residual Networks learn Unrolled Iterative Estimation（ICLR 2017）：ResNet-50 各阶段的估计误差',
    jastrzebski:
      'Jastrzębski、Arpit、Ballas、Verma、Che、Bengio 2018，Residual Connections Encourage Iterative Inference（ICLR 2018）：逐块的余弦、比值与提前分类',
    veit: 'Veit、Wilber、Belongie 2016，Residual Networks Behave Like Ensembles of Relatively Shallow Networks：删除、打乱残差块的后果',
  },
  block: '残差块',
  picture: {
    title: '谁的损失',
    loss: 'L = −log p，类别取',
    losses: { first: '概率最大的类别', second: '概率第二的类别' },
    nearZero:
      '网络几乎完全确定：这个损失几乎没有坡度，其梯度的方向取决于少数几个竞争类别。也请看看第二类别。',
    doing: '前向与反向',
    again: '重新测量这张图片',
    none: '这张图片还没有测量。',
  },
  series: {
    picture: '这张图片',
    mean: (count) => `${count} 张图片的均值`,
  },
  provenance: {
    picture: (details) => `这张图片 · ${details}`,
    set: (count, details) => `${count} 张图片 · ${details}`,
  },
  error: {
    title: '离本阶段最后的输出有多远',
    does: 'x − x_last：某一块的输出减去本阶段最后一块的输出，遍及所有位置和通道。误差线和色带向上、向下各为这些误差的一个标准差；单位是 x_last 的标准差。',
    axis: '误差（以最后输出的标准差为单位）：均值 ± 标准差',
    description: (stages) => `各阶段估计误差的标准差：${stages}。`,
    stage: (name, stds) => `${name} ${stds}`,
  },
  cosine: {
    title: 'F 是否逆着梯度移动',
    does: 'cos(F, −∂L/∂h)：残差分支若朝着使损失减小的方向移动 h，则为正。h 是捷径带到相加处的值。',
    doesAtSum:
      'cos(F, −∂L/∂s)，s = h + F 是 ReLU 之前的和：若 F 再多一点能使损失减小，则为正。它就是 h + αF 中损失沿 α 的坡度。',
    place: '梯度取在',
    places: { shortcut: 'h，捷径上的值', sum: 's，相加的和' },
    axis: '余弦；多张图片时为均值 ± 标准误差，小点为每张图片',
    description: (last, value, largest) =>
      `逐块给出 F 与负梯度的余弦。${last} 为 ${value}；其余各块的绝对值最大为 ${largest}。`,
  },
  ratio: {
    title: 'F 与 h 相比有多大',
    does: '‖F‖/‖h‖，按 L2 范数。“F 应当很小”是在深层网络上观察到的现象，并不是定义的一部分。',
    axis: '‖F‖/‖h‖；多张图片时为均值 ± 标准误差，小点为每张图片',
    description: (smallest, low, largest, high) =>
      `逐块的 ‖F‖/‖h‖：最小在 ${smallest}（${low}），最大在 ${largest}（${high}）。`,
    one: '与 h 一样大',
  },
  exits: {
    title: '提前分类：在 5a、5b、5c 之后用分类器',
    does: '把网络自己的全局平均池化、全连接层和 softmax，用在最后一个阶段每一块的输出上。它只在 5c 的输出上训练过；5c 之后就是网络自己的回答。',
    after: (block) => `${block} 之后`,
    own: '网络自己的回答',
    probability: (name) => `p(${name})`,
    list: (block) => `${block} 之后概率最大的五个类别`,
    mean: 'p 的均值 ± 标准误差',
    same: '与 5c 之后类别相同',
    of: (some, all) => `${all} 张中的 ${some} 张`,
    caption: (count) => `${count} 张图片的提前分类`,
  },
  set: {
    title: '在一组图片上',
    does: '每张图片都要前向、反向各一遍；结果陆续到达，图也随之更新。',
  },
  tables: { blocks: '逐图片、逐块的数值', exits: '逐图片的提前分类' },
  lines: (loss) => `损失针对${loss}`,
};
