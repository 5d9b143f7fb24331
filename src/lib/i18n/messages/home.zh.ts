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
    slider: '要读数的块',
    reading: (block, skips, cut) => `块 ${block}：保留捷径时 ${skips}，全部切断时 ${cut}`,
    description: (skipsFirst, skipsLast, cutFirst, cutLast) =>
      `折线图，横轴为 2a 到 5c 共 16 个块，纵轴为对数坐标。保留全部捷径时，梯度范数在块 2a 为 ${skipsFirst}，在块 5c 为 ${skipsLast}；切断全部捷径后，在块 5c 为 ${cutLast}，越靠近输入越小，在块 2a 降到 ${cutFirst}。滑块和表格给出每个数值。`,
    caption: (label) =>
      `同一张图片上 ∂loss/∂（块输出）的 L2 范数，其中 loss = −log p(“${label}”)。两次用的是同一组权重：一次保持训练时的样子，一次去掉每个块的捷径。`,
    caveat: '切断捷径破坏的是这个训练好的网络，并不代表一开始就不带捷径训练的网络会怎样：那是另一个实验。',
    table: '全部数值，以及如何重现',
    howMade: (backend, weights) => `由本程序录制，后端 ${backend}，权重 ${weights}：`,
  },
  doHeading: '在这里可以做什么',
  doItems: [
    { title: '用任何图片运行', text: '选一张示例，或打开、拖入、粘贴自己的图片；结果是五个类别及其概率。' },
    {
      title: '看它一块块到来',
      text: '权重按网络使用的顺序逐块传来，总共约 51 MB；还不到 1 MB，第一批特征图就已出现。',
    },
    {
      title: '看清结构',
      text: '四个阶段、十六个块，各有自己的形状、残差分支和绕过它的捷径：恒等或投影。',
    },
    {
      title: '打开任何运算',
      text: '它的所有通道都成图，可共用一个标尺，也可各用各的；可按均值、离散程度或零值比例排序，并附参数量、计算量和感受野。',
    },
    {
      title: '选择由什么来计算',
      text: 'WebGPU、WebGL、WebAssembly 或纯 JavaScript：页面会说明当前在运行什么、用哪个渲染器、花了多少时间。',
    },
    { title: '不用浏览器也能重现', text: '同一份代码也在命令行运行，以 JSON 输出预测、统计量和梯度。' },
  ],
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
