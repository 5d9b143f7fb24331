import { nodeWeights as en } from './nodeWeights.en.ts';
import { nodeWeights as zh } from './nodeWeights.zh.ts';

export const nodeWeights = { en, zh };
