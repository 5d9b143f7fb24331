/**
 * What lessons cite, by id. A new one goes into the file of its theme in sources/, alphabetically: first author, year,
 * and a word where that is not enough.
 */
import { architectures } from './sources/architectures.ts';
import { data } from './sources/data.ts';
import { fog } from './sources/fog.ts';
import { libraries } from './sources/libraries.ts';
import { residual } from './sources/residual.ts';
import { seeing } from './sources/seeing.ts';
import type { Source } from './sources/source.ts';
import { training } from './sources/training.ts';

export type { Source };

const all = {
  ...residual,
  ...training,
  ...architectures,
  ...seeing,
  ...data,
  ...fog,
  ...libraries,
};

export type SourceId = keyof typeof all;
export const sources: Readonly<Record<string, Source>> = all;
