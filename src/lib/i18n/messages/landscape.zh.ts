import type { landscape as en } from './landscape.en.ts';

export const landscape: typeof en = {
  title: '权重周围的损失',
  description:
    '在浏览器里训练普通网络与残差网络，观察它们的损失地形：沿逐滤波器归一化的随机方向，或沿训练轨迹，以等高线和曲面呈现。',
  lead: '一个训练好的网络，是权重空间里的一个点，空间的维数就是权重的个数。过这一点取两个方向，便张成一个平面；平面上的损失可以画出来。两个网络使用同一批训练图片，除非另选，色标也相同。',
  claim:
    'Li 等人（2018）沿两个随机方向画出了 CIFAR-10 网络的损失，方向中的每个滤波器都缩放到与它所移动的滤波器等长。20 层时，没有捷径的网络看上去仍然平滑；到了 56 层，它变得崎岖，而 ResNet-56 依旧平滑。两者的测试错误率：有捷径 5.89 %，无捷径 13.31 %（以较小的学习率训练）。',
  expected:
    '这里的网络小得多：16 × 16 像素的光栅、第一阶段 8 个滤波器、几百步训练。20 层时差别不大。56 层时，普通网络在这些步数内达不到低损失，因此它的中心就很高：请先看高度；再让两者各用各的色标，就会看到普通网络的切面崎岖不平，而残差网络的是一只平滑的碗。至于训练走过的方向：录制的普通网络，几乎全程都在一条一千多个单位长的直线上，因为最初几步的巨大梯度把最前面的卷积核拉得很长，而批归一化对卷积核的长度并不敏感；残差网络的路程只有二十来个单位。',
  may: [
    '切面向下弯的地方，损失一定非凸：切面的曲率是整个空间各曲率的加权混合，这里为负，那里必有负曲率。',
    '两个网络可以相互比较：每个滤波器都按自身长度的比例移动，因此较大的权重（批归一化对其大小并不敏感）不会让某个网络显得平坦。',
  ],
  mayNot: [
    '看上去凸就是凸。切面只显示成千上万个方向中的两个，其余方向都看不见。',
    '平坦的极小值泛化好、尖锐的泛化差。对 ReLU 网络，可以重新缩放权重而不改变函数，让极小值要多尖锐有多尖锐（Dinh 等人，2017）；而且这里只用了训练图片。',
    '崎岖就是普通网络难以训练的原因。平面穿过的是训练结束的位置，而不是训练遇到困难的位置；尚未到达极小值的网络，看到的也不是极小值的周围。',
    '训练始终在轨迹平面内进行。只有标出的那部分方差落在平面里，路径上各点下方的损失，是该点在平面上的投影的损失。',
  ],
  sources: [
    {
      text: 'Li, Xu, Taylor, Studer, Goldstein 2018，《Visualizing the loss landscape of neural nets》：第 4 节（滤波器归一化）、第 5、6 节（捷径与非凸性）、第 7 节（轨迹）。',
      url: 'https://arxiv.org/abs/1712.09913',
    },
    {
      text: 'Dinh, Pascanu, Bengio, Bengio 2017，《Sharp minima can generalize for deep nets》。',
      url: 'https://arxiv.org/abs/1703.04933',
    },
    {
      text: 'He, Zhang, Ren, Sun 2015，《Deep residual learning for image recognition》，第 4.1 节。',
      url: 'https://arxiv.org/abs/1512.03385',
    },
  ],
  controls: {
    title: '画什么',
    source: '网络',
    sources: { recorded: '56 层，预先录制', live: '在此训练' },
    plane: '平面',
    planes: { random: '两个随机方向', trajectory: '训练走过的方向' },
    planesDo: {
      random:
        '两个方向都是高斯随机的，其中每个滤波器缩放到与它所移动的滤波器等长：坐标为 1 时，每个滤波器移动了自身的长度。偏置、γ、β 不动。',
      trajectory: '训练途中各组权重（包括 γ 与 β）的两个主方向。坐标是权重之间的欧氏距离，两轴各有各的长度。',
    },
    view: '画法',
    views: { contour: '等高线', surface: '曲面' },
    scale: '色标',
    scales: { shared: '各网络共用', own: '各用各的' },
    resolution: '每条轴上的点数',
    extent: '范围',
    seed: '方向的随机种子',
    another: '换一组方向',
    pictures: '训练图片数',
    statistics: '批归一化使用',
    statisticsAre: { batch: '这批图片的统计量', moving: '滑动统计量' },
    statisticsDo: {
      batch: '在每一点，批归一化都用这批图片的均值与方差，与训练时相同：损失只取决于权重。',
      moving:
        '在每一点，批归一化都用训练好的网络的滑动统计量，与推理时相同，Li 等人的程序也是如此：离开中心后，它们便不再与权重相配。',
    },
  },
  live: {
    title: '在此训练的网络',
    none: (networks, steps) =>
      `还没有训练过网络。可以在这里用光栅把 ${networks} 训练 ${steps} 步，也可以到“并排训练”页面另选网络：在那里训练好的，可以在这里观察。`,
    train: '开始训练',
    training: '正在训练',
    reading: '正在打开网络',
    these: (networks) => `${networks}。`,
    run: (name, steps) => `${name}（${steps} 步）`,
    compute: '计算损失地形',
    computing: (name) => `${name}：行`,
    whileTraining: '训练正在进行。请在“并排训练”页面暂停，或等它结束。',
  },
  figure: {
    title: '平面上的损失',
    here: (steps) => `在此浏览器中，训练 ${steps} 步之后`,
    recorded: (date, backend) => `${date} · ${backend}`,
    waiting: '尚未计算。',
    loading: '正在获取录制的数据……',
    contour: (name) => `${name}在平面上的损失等高线`,
    surface: (name) => `${name}在平面上的损失曲面`,
    cursor: (name) => `平面上的点，${name}`,
    turned: '两个曲面的视角',
    viewpoint: (turn, tilt) => `旋转 ${turn}°，俯仰 ${tilt}°`,
    reading: (a, b, loss, accuracy) => `a = ${a}，b = ${b}：损失 ${loss}，${accuracy} 的图片判断正确`,
    notThere: (a, b) => `a = ${a}，b = ${b}：尚未计算`,
    steps: (step) => `${step} 步`,
    path: (a, b) => `线条：训练走过的路，投影在平面上。途中权重的方差，a 解释了 ${a}，b 解释了 ${b}。`,
    sharedScale: '平均交叉熵（单位：奈特），对数刻度，各网络共用。',
    ownScale: '平均交叉熵（单位：奈特），这个网络自己的对数刻度：颜色与高度不可相互比较。',
    contours: (levels) => `等高线位于 ${levels}。`,
    and: '、',
    hint: {
      contour: '十字标出训练到达的位置。用指针指向平面，或使用方向键。',
      surface: '拖动或用方向键旋转、俯仰。高度是损失的对数。',
    },
    table: '网格上的损失',
    row: 'b \\ a',
  },
  figures: {
    title: '数字',
    network: '网络',
    centre: '权重处的损失',
    least: '最低',
    most: '最高',
    curvesDown: '向下弯曲',
    curvesDownMeans:
      '“向下弯曲”是指网格内部的点中，切面在某个方向上向下弯的比例：由相邻点的差分求得的二阶导数矩阵，其较小的特征值为负。',
    notFinite: (count) => `有 ${count} 个点的损失不是有限数值，画在色标的上端。`,
  },
  tables: { grid: '网格上的损失与准确率', path: '训练在平面上走过的路' },
  lines: {
    random: (seed, extent) => `逐滤波器归一化的随机方向，种子 ${seed}，范围 ${extent}`,
    trajectory: '训练轨迹的主方向',
    pictures: (count, statistics) => `${count} 张训练图片，批归一化使用${statistics}`,
  },
};
