const en = {
  run: 'Put fog into this picture',
  doing: 'Looking into the fog',
  pictures: 'The picture as the network gets it',
  clear: 'clear air',
  metres: (visibility: string) => `visibility ${visibility} m`,
  chart: 'probability of the clear picture’s class, and contrast',
  visibility: 'visibility in metres',
  probability: 'probability of the clear picture’s class',
  contrast: 'contrast of the whole picture, clear air = 100 %',
  describe: (first: string, last: string) =>
    `Line chart over visibility, from clear air to thick fog. Probability: ${first}. Contrast: ${last}.`,
  span: (from: string, to: string) => `${from} in clear air, ${to} in the thickest fog`,
  assumed: (near: string, far: string) =>
    `Assumed: the lowest row of the picture is ${near} m away, the highest ${far} m, and distances grow evenly in between. The picture itself does not say.`,
};

export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    run: '给这张图片加雾',
    doing: '正在雾里看',
    pictures: '网络得到的图片',
    clear: '晴朗',
    metres: (visibility) => `能见度 ${visibility} 米`,
    chart: '清晰图片的类别所得的概率，与对比度',
    visibility: '能见度（米）',
    probability: '清晰图片的类别所得的概率',
    contrast: '整张图片的对比度，晴朗 = 100 %',
    describe: (first, last) => `以能见度为横轴的折线图，从晴朗到浓雾。概率：${first}。对比度：${last}。`,
    span: (from, to) => `晴朗时 ${from}，最浓的雾里 ${to}`,
    assumed: (near, far) =>
      `这里的假定：图片最下面一行距离 ${near} 米，最上面一行距离 ${far} 米，中间均匀增加。图片本身并不提供距离。`,
  },
};
