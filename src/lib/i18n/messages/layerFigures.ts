import { layerFigures as en } from './layerFigures.en.ts';
import { layerFigures as zh } from './layerFigures.zh.ts';

export const layerFigures = { en, zh };
