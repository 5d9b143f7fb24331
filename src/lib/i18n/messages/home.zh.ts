import type { home as english } from './home.en.ts';

export const home: typeof english = {
  title: 'ResNet Atlas：打开来看的真实 ResNet-50',
  description:
    'ResNet-50 在你的浏览器里、在你的图片上运行。打开任何一层，查看每个通道，检验十六条捷径的作用。图片始终留在你的设备上。',
  heading: '看看真实的 ResNet-50 内部',
  lead: '训练好的网络就在这里运行：在你的浏览器里，在你的图片上。打开任何一层，看看每个通道对什么有响应，亲自检验那十六条捷径究竟起什么作用。',
  principle: '没有预先编排的演示：你看到的都由眼前这个网络算出，每个图都注明何时、何地。',
  open: '打开探索页',
  about: '数值如何核对',
  samples: '或者从这些图片开始',
  figure: {
    finding: (ratio) => `切断捷径，传到第一个块的梯度只剩 1/${ratio}`,
    axis: '损失对各个块输出的梯度的范数，对数坐标',
    block: '块',
    skips: '捷径全留',
    cut: '捷径全断',
    description: (skipsFirst, skipsLast, cutFirst, cutLast) =>
      `折线图，横轴为 2a 到 5c 共 16 个块，纵轴为对数坐标。保留全部捷径时，梯度范数在块 2a 为 ${skipsFirst}，在块 5c 为 ${skipsLast}；切断全部捷径后，在块 5c 为 ${cutLast}，越靠近输入越小，在块 2a 降到 ${cutFirst}。滑块和表格给出每个数值。`,
    caption: (label) =>
      `同一张图片上 ∂loss/∂（块输出）的 L2 范数，其中 loss = −log p(“${label}”)。两次用的是同一组权重：一次保持训练时的样子，一次去掉每个块的捷径。`,
    caveat: '切断捷径破坏的是这个训练好的网络，并不代表一开始就不带捷径训练的网络会怎样：那是另一个实验。',
    table: '全部数值，以及如何重现',
    howMade: (backend, weights) => `由本程序录制，后端 ${backend}，权重 ${weights}：`,
  },
  doHeading: '在这里可以做什么',
  doItems: {
    picture: {
      title: '用任何图片运行',
      text: '示例、自己的文件、现场拍照或手绘都可以，还能裁剪和旋转。权重逐块到来，不到 1 MB 时第一批特征图就已出现。',
    },
    activations: {
      title: '打开任何运算',
      text: '所有通道都成图，其中一个放大叠在图片上；公式、形状、计算量和感受野都用它自己的数算给你看。',
    },
    audit: {
      title: '把任何一个数拆开',
      text: '每个激活值、logit 和概率都还原成产生它的那个和，最大的项在前，在引擎的值旁边重新相加，一直追到像素。',
    },
    addition: {
      title: '看一个块加了什么',
      text: 'x、F(x)、两者之和及其 ReLU，四张联动的图共用一个尺度；十六个块的指标画在同一条轴上。',
    },
    interventions: {
      title: '改动网络',
      text: '点一下就切断一条捷径；块可以移除、缩放或对调，通道可以置零。改动前后的答案并排显示，图上标出从哪里开始不同。',
    },
    attribution: {
      title: '问它看了哪里',
      text: '对任何类别给出类激活图、Grad-CAM、显著图、SmoothGrad 和遮挡实验，与图片准确对齐，并说明它们不能说明什么。',
    },
    compare: {
      title: '比较',
      text: '两张图片、改动前后的网络，或两个节点：联动的图、差值，以及差别最大的通道。',
    },
    weights: {
      title: '查看权重，带走代码',
      text: '滤波器的颜色、卷积核、分布，批归一化折叠之后成了什么；还有能算出屏幕上那个数的 PyTorch 或 Keras 程序。',
    },
    gradients: {
      title: '追踪一个梯度',
      text: '从损失穿过训练好的网络回到你的图片，任意切断捷径；按路径长度分解；再看各块怎样一步步修正同一个答案。',
    },
    initialisation: {
      title: '看看训练之前',
      text: '最深 110 层的普通网络与残差网络，在初始权重下叠在一起比较：什么爆炸，什么消失，最初几步又改变了什么。',
    },
    lesions: {
      title: '先猜，再移除一个块',
      text: '哪个块最重要？先标出你的答案，再在所有图片上逐个移除；旁边是一个当场训练的普通网络。',
    },
    commandLine: {
      title: '不用浏览器也能重现',
      text: '同一份代码也在命令行运行，以 JSON 输出预测、统计量、梯度以及每个实验的结果。',
    },
  },
  labelsHeading: '每个数都注明来历',
  labels: {
    live: '刚刚在你的设备上，由屏幕上的这个网络算出。',
    recorded: '本程序先前运行的结果，并附可重现的命令。',
    published: '引自论文或程序库，并注明来源和测量方法。',
  },
  privacyHeading: '图片留在你手里',
  privacy:
    '图片的解码、计算和绘制都在你的设备上完成，不会发送到任何地方。本站不从其他服务器加载任何内容，不统计访问；探索页加载完成后，没有网络也能继续使用。',
};
