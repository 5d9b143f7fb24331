import type { InitialisationRequests } from './initialisation.ts';
import type { InsideRequests } from './inside.ts';
import type { LandscapeRequests } from './landscape.ts';
import type { ShatteredRequests } from './shattered.ts';
import type { SmallLesionRequests } from './smallLesions.ts';
import type { TrainingRequests } from './training.ts';

/**
 * What is asked of networks that are made here, at their initial weights or trained (`training/laboratory.ts`); each
 * experiment has its requests in a file of this folder. They need a backend (`start`), but no weights and no picture.
 */
export type LaboratoryRequests = InitialisationRequests &
  InsideRequests &
  ShatteredRequests &
  SmallLesionRequests &
  TrainingRequests &
  LandscapeRequests;
