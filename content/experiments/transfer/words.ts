import type { Language } from '$lib/i18n/languages.ts';
import type { Scaling } from '$lib/state/transfer/nearestMean.ts';
import type { GroupId, PictureId } from './groups.ts';

interface Words {
  readonly groups: Readonly<Record<GroupId, string>>;
  /** In a sentence. */
  readonly pictures: Readonly<Record<PictureId, string>>;
  readonly doing: string;
  readonly scaling: string;
  readonly scalings: Readonly<Record<Scaling, string>>;
  readonly matrix: (right: string, of: string) => string;
  readonly corner: string;
  readonly own: string;
  readonly ownHint: string;
  readonly reading: string;
  readonly nearest: (group: string) => string;
  readonly distance: string;
  readonly group: string;
  readonly distances: (name: string) => string;
  readonly plane: string;
  readonly axis: (index: number, percent: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    groups: {
      cats: 'cats',
      carnivorans: 'other beasts of prey',
      hoofed: 'hoofed animals',
      birds: 'birds',
      buildings: 'buildings',
    },
    pictures: {
      'chelsea-cat': 'Chelsea the cat',
      kitten: 'the kitten',
      'cat-yarn': 'the kitten with wool',
      jaguars: 'the jaguars',
      'german-shepherd': 'the German shepherd',
      'polar-bear': 'the polar bear',
      'red-panda': 'the red panda',
      raccoon: 'the raccoon',
      bison: 'the bison',
      pig: 'the pig',
      sheep: 'the sheep',
      giraffes: 'the giraffes',
      'scarlet-macaw': 'the macaw',
      owl: 'the owl',
      hens: 'the hens',
      duck: 'the duck',
      castle: 'Neuschwanstein',
      'brandenburg-gate': 'the Brandenburg Gate',
      'china-palace': 'the Summer Palace',
      'aqueduct-bridge': 'the Pont du Gard',
      'great-wall': 'the Great Wall',
    },
    doing: 'Computing features',
    scaling: 'Features',
    scalings: { raw: 'as they are', unit: 'brought to length one', standardised: 'standardised' },
    matrix: (right, of) => `${right} of ${of} right, each picture left out once`,
    corner: 'shown ↓ answered →',
    own: 'Give it a picture of your own',
    ownHint: 'It does not leave your device.',
    reading: 'Computing its features …',
    nearest: (group) => `Nearest mean: ${group}`,
    distance: 'Distance to the mean of the group',
    group: 'Group',
    distances: (name) => `Distances of ${name} from the means of the five groups`,
    plane: 'Points for the pictures on the first two principal axes, a mark of its own for each group.',
    axis: (index, percent) => `Principal axis ${index} (${percent} of the variance)`,
  },
  zh: {
    groups: {
      cats: '猫科动物',
      carnivorans: '其他食肉动物',
      hoofed: '有蹄动物',
      birds: '鸟类',
      buildings: '建筑',
    },
    pictures: {
      'chelsea-cat': '猫咪 Chelsea',
      kitten: '小猫',
      'cat-yarn': '玩毛线的小猫',
      jaguars: '美洲豹',
      'german-shepherd': '德国牧羊犬',
      'polar-bear': '北极熊',
      'red-panda': '小熊猫',
      raccoon: '浣熊',
      bison: '美洲野牛',
      pig: '猪',
      sheep: '绵羊',
      giraffes: '长颈鹿',
      'scarlet-macaw': '金刚鹦鹉',
      owl: '猫头鹰',
      hens: '母鸡',
      duck: '鸭',
      castle: '新天鹅堡',
      'brandenburg-gate': '勃兰登堡门',
      'china-palace': '颐和园佛香阁',
      'aqueduct-bridge': '加尔桥',
      'great-wall': '长城',
    },
    doing: '正在计算特征',
    scaling: '特征',
    scalings: { raw: '原样', unit: '长度归一', standardised: '标准化' },
    matrix: (right, of) => `逐张留出，${of} 张中答对 ${right} 张`,
    corner: '真实 ↓ 回答 →',
    own: '给它一张你自己的图片',
    ownHint: '图片不会离开你的设备。',
    reading: '正在计算它的特征…',
    nearest: (group) => `最近的均值：${group}`,
    distance: '到该组均值的距离',
    group: '组',
    distances: (name) => `${name} 到五个组均值的距离`,
    plane: '各图片在前两个主轴上的点，每组一种标记。',
    axis: (index, percent) => `第 ${index} 主轴（方差的 ${percent}）`,
  },
};
