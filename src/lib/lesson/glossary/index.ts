/**
 * The words of the course, by id. A new one goes into the file of its theme, alphabetically by id, in both languages.
 */
import { after } from './after.ts';
import { data } from './data.ts';
import type { Entries, Entry, Wording } from './entry.ts';
import { network } from './network.ts';
import { residual } from './residual.ts';
import { seeing } from './seeing.ts';
import { signals } from './signals.ts';
import { training } from './training.ts';
import { transfer } from './transfer.ts';

export type { Entry, Wording };

export const themes = {
  residual,
  network,
  signals,
  training,
  data,
  seeing,
  transfer,
  after,
} satisfies Record<string, Entries>;

export const glossary: Entries = Object.assign({}, ...Object.values(themes));
