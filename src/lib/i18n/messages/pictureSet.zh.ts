import type { pictureSet as english } from './pictureSet.en.ts';

export const pictureSet: typeof english = {
  title: '一组图片',
  samples: (count) => `全部 ${count} 张示例图片`,
  own: (count) => `你自己的 ${count} 张图片`,
  choose: '选择自己的多张图片',
  backToSamples: '换回示例图片',
  hint: '图片不会离开你的设备。',
  run: (count) => `在这 ${count} 张图片上运行`,
  goOn: (left) => `继续：还剩 ${left} 张`,
  again: '重新运行',
  doing: '图片',
  failed: (count) => `有 ${count} 张图片未计入：`,
};
