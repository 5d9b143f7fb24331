const en = {
  names: { skips: 'all shortcuts', cut: 'no shortcuts' },
  block: 'block',
  gradient: '‖∂loss/∂(block output)‖',
  chart: (spans: readonly string[]) =>
    `Line chart over the sixteen blocks with a logarithmic axis: the norm of the gradient at each block’s output. ${spans.join(' ')}`,
  span: (name: string, last: string, first: string) => `${name}: ${last} at 5c, ${first} at 2a.`,
  loss: (label: string, loss: string) => `Loss of the class ${label}: ${loss}`,
  recorded: 'picture “kitten”, class tiger cat; npm run -s atlas -- gradients static/samples/kitten.jpg …',
};

export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    names: { skips: '捷径全留', cut: '捷径全断' },
    block: '块',
    gradient: '‖∂loss/∂（块输出）‖',
    chart: (spans) => `折线图，横轴为十六个块，纵轴为对数坐标：各个块输出处的梯度范数。${spans.join('')}`,
    span: (name, last, first) => `${name}：5c 处 ${last}，2a 处 ${first}。`,
    loss: (label, loss) => `类别 ${label} 的损失：${loss}`,
    recorded: '图片“kitten”，类别 tiger cat；npm run -s atlas -- gradients static/samples/kitten.jpg …',
  },
};
