import type { gradients as english } from './gradients.en.ts';

export const gradients: typeof english = {
  title: '梯度与干预：实测捷径连接的作用',
  description:
    '在训练好的 ResNet-50 和刚初始化的网络上，实测捷径连接对信号和梯度的影响：切断捷径、移除残差块、沿路径追踪，全部在浏览器中进行。',
  heading: '实测捷径连接的作用',
  navigation: '实验',
  experiments: {
    trained: { name: '梯度流', question: '梯度怎样穿过训练好的网络？' },
    initialisation: { name: '初始化', question: '训练开始之前，梯度会消失吗？' },
    lesions: { name: '损毁', question: '少了一个残差块会怎样？' },
    paths: { name: '路径', question: '65,536 条路径中，哪些在传递梯度？' },
    shattered: { name: '破碎梯度', question: '梯度何时看起来像噪声？' },
    refinement: { name: '逐步修正', question: '各残差块是否在一步步修正同一个估计？' },
    identity: { name: '恒等映射', question: '捷径必须是恒等映射吗？' },
  },
  engine: '由什么计算',
};
