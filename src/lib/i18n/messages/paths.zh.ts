import type { paths as english } from './paths.en.ts';

export const paths: typeof english = {
  title: '路径：65,536 条路径中，哪些在传递梯度？',
  description:
    '把 ResNet-50 展开成 65,536 条路径，在你自己的图片上实测各种长度的路径传来多少梯度：既有精确的总和，也有逐条抽样的结果。',
  lead: '梯度往回穿过 ResNet-50 时要经过 16 个残差块，每到一块，要么走捷径，要么走残差分支，一共 2¹⁶ = 65,536 条路径。到达第一个块的梯度，就是所有路径传来的梯度之和。这里在训练好的网络和你的图片上，把这个和精确地拆开。',
  claim:
    'Veit、Wilber 和 Belongie（2016）把残差网络展开成路径：路径长度服从二项分布；单条路径传递的梯度随长度指数式减小；因此，他们发现在训练好的 ResNet-110 里，几乎全部梯度都来自较短的路径，即经过 54 个块中 5 到 17 个的路径，只占全部路径的 0.45 %。',
  expected: (picture, loss, from, to, share, ofPaths, mean) =>
    `ResNet-50 没有已发表的数据。这里对图片“${picture}”的记录是：路径每多走一条残差分支，梯度平均减弱到原来的 1/${loss}；经过 ${from} 到 ${to} 条分支的路径传来 ${share} 的梯度，它们占全部路径的 ${ofPaths}。按梯度加权的平均长度是 ${mean}，而全部路径的平均长度是 8。`,
  may: [
    '在这个训练好的网络里，就这张图片和这个类别而言，到达第一个块的梯度主要来自比典型路径短的路径。',
    '各部分之和精确等于总梯度：前向传播完成之后，反向过程是线性的，所以这是算术，不是近似。',
    '同样长度的路径，梯度方向差别很大：合在一起，远远小于“条数 × 单条范数”。',
  ],
  mayNot: [
    '不能说 ResNet 是 65,536 个独立网络的集成。所有路径共用同样的 16 条残差分支和同一组权重；“集成”只是比喻，论文的审稿人就不同意把它当真。',
    '不能说一条路径本身就是一个网络。F 不是线性的：哪些 ReLU 让梯度通过，由整个网络的前向传播决定。移除一个块，它们就变了；那是另一个实验：损毁。',
    '不能说长路径没有用，或者只有部分层在学习。每条残差分支都在一半的路径上，长的短的都有。',
    '不能说“条数 × 范数”就是某一长度所传递的梯度。那是把方向不同的箭头的长度直接相加。柱形考虑了方向；虚线是论文的估计，没有考虑。',
    '不能由一个训练好的网络、一张图片，推断训练过程或别的图片。',
  ],
  sources: [
    {
      text: 'Veit、Wilber、Belongie 2016：Residual Networks Behave Like Ensembles of Relatively Shallow Networks，第 3、5 节',
      url: 'https://arxiv.org/abs/1605.06431',
    },
    {
      text: 'He、Zhang、Ren、Sun 2016：Identity Mappings in Deep Residual Networks，第 2 节',
      url: 'https://arxiv.org/abs/1603.05027',
    },
  ],
  measured: '按路径长度拆开的梯度',
  finding: (share, from, to, ofPaths) =>
    `${share} 的梯度来自经过 ${from} 到 ${to} 条残差分支的路径，它们占全部路径的 ${ofPaths}`,
  nothing: '这里没有哪种长度的路径传来可测的梯度',
  what: (picture, label, probability, node, norm) =>
    `${picture}：∂loss/∂${node}，其中 loss = −log p(“${label}”)，p = ${probability}；全部路径合在一起，范数为 ${norm}。`,
  mean: (gradient, all) => `平均长度：按梯度加权为 ${gradient} 条分支，对全部路径为 ${all} 条。`,
  settings: '设置',
  class: '损失所对应的类别',
  topClass: '概率最高的类别',
  samples: '每种长度抽取的路径数',
  seed: '随机种子',
  counts: { label: '条数的坐标轴', linear: '线性', log: '对数' },
  needsPass: '网络对图片作出回答之后即可运行。',
  hint: '先精确算出每种长度的全部路径之和，再一轮一轮地抽取单条路径。前一步约相当于九次反向传播，之后每一轮抽样约相当于五次。',
  doing: '正在沿路径反向传播',
  length: '路径经过的残差分支数',
  charts: {
    counts: {
      label: '路径条数',
      series: '路径',
      description: (mode, all) =>
        `柱形图：按所经过的残差分支数（0 到 16）统计的路径条数。中间最高，经过 8 条分支的有 ${mode} 条，总共 ${all} 条。`,
    },
    norms: {
      label: '梯度的范数，对数坐标',
      single: '单条路径：抽到的各条及其均值',
      together: '该长度的全部路径之和',
      description: (none, all) =>
        `对数坐标图。单条路径的梯度，从不走任何残差分支时的 ${none}，降到走完全部分支时的 ${all}。同一长度的全部路径之和，在较短的长度处最大。`,
    },
    shares: {
      label: '占总量的份额，%',
      share: '占梯度',
      estimate: '条数 × 单条范数',
      paths: '占路径条数',
      description: (peak, share) =>
        `柱形图：每种长度的路径传来的梯度所占份额，最大为 ${share}，在 ${peak} 条分支处。旁边两条线分别是“条数 × 单条范数”和路径条数的份额，都偏向更长的路径。`,
    },
  },
  reading: (length, all, mean, same, unrelated, together) =>
    `经过 ${length} 条分支的路径有 ${all} 条，每条传来的梯度，范数平均为 ${mean}。如果方向全都相同，合起来应为 ${same}；如果两两垂直，应为 ${unrelated}。实际合起来是 ${together}。`,
  readingOne: (length, norm) => `经过 ${length} 条分支的路径只有一条，传来的梯度范数为 ${norm}。`,
  table: {
    title: '全部数值',
    length: '分支数',
    paths: '路径数',
    single: '单条：均值',
    range: '最小到最大',
    drawn: '抽取数',
    together: '合起来',
    share: '占梯度的份额',
    estimate: '条数 × 范数',
  },
  range: (least, most) => `${least} 到 ${most}`,
  few: {
    title: (count) => `穿过最后 ${count} 个块的每一条路径`,
    explain: (blocks, node, count, norm) =>
      `网络中实际的块 ${blocks.join('、')}：从最后一块的输出往回到 ${node}，共有 ${count} 条路径。它们传来的梯度加起来，就是那里的梯度（范数 ${norm}）。`,
    description: (taken) => `几个残差块排成一行，残差分支在行内，捷径在下方。突出显示的是：${taken}。`,
    legend: '选一条路径，在图中查看',
    path: (ways) => ways.join('，'),
    branch: (block) => `${block} 的残差分支`,
    shortcut: (block) => `${block} 的捷径`,
    projection: (block) => `${block} 的投影`,
    columns: { path: '路径', share: '份额', norm: '范数' },
    names: { branch: 'F', projection: '投影' },
    note: '每个阶段第一个块的捷径是投影：所以不走任何残差分支的路径也不是恒等映射，梯度经过那里同样会改变。',
  },
  other: {
    title: '换成别的网络，数一数路径',
    explain:
      '这里只在网络的图上计数，没有测量。对 ResNet-110 的 54 个块，Veit 等人（2016）在 CIFAR-10 上测得：几乎全部梯度来自经过 5 到 17 个块的路径。',
    network: '网络',
    blocks: '块数',
    paths: '路径数',
    mean: '平均长度',
    effective: '长度为 5 到 17 的路径所占份额',
    training:
      '每个批次只训练 54 个块中的 23 个，使得只用到短路径，论文的网络误差为 5.96 %，按通常方式训练为 6.10 %（Veit 等，2016）。',
  },
  drawnOf: (count, seed) => `每种长度 ${count} 条，种子 ${seed}`,
};
