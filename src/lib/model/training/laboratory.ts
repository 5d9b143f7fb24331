import type { OtherNetwork } from '../engine/host.ts';
import type { Handlers } from '../protocol.ts';
import type { LaboratoryRequests } from '../protocol/laboratory.ts';
import type { CurveReport } from '../protocol/shattered.ts';
import { firstSteps } from './firstSteps.ts';
import { measureInitialisation } from './initialisation.ts';
import { Inside } from './inside.ts';
import { measureLandscape } from './landscape.ts';
import { Runs } from './runs.ts';
import { measureCurve } from './shattered.ts';
import { smallLesions } from './smallLesions.ts';

/** Where the laboratory computes (`engine/host.ts`). */
export interface Bench {
  /** Does work on a backend that computes in full precision, alone where that is not the chosen one. */
  fullPrecision<T>(work: () => Promise<T>): Promise<T>;
  /** Another network takes the place of the one that is asked about. */
  explore(network: OtherNetwork): void;
}

/** Answers requests about networks that are made here; lives in the page's worker, beside the host. */
export class Laboratory {
  /** Networks that are trained beside each other. */
  readonly runs: Runs;
  readonly handlers: Handlers<keyof LaboratoryRequests>;

  constructor(bench: Bench) {
    this.runs = new Runs(bench);
    this.handlers = {
      initialise: (options, call) => bench.fullPrecision(() => measureInitialisation(options, call)),

      firstSteps: (options, call) => bench.fullPrecision(() => firstSteps(options, call)),

      // Plain arithmetic: needs no backend.
      shatter: async ({ sources }, { signal, progress }) => {
        const reports: CurveReport[] = [];
        for (const source of sources) {
          const report = await measureCurve(source, { signal });
          progress({ index: reports.length, report });
          reports.push(report);
        }
        return reports;
      },

      smallLesions: (options, call) => bench.fullPrecision(() => smallLesions(options, call)),

      ...this.runs.handlers,
      ...new Inside(bench, this.runs).handlers,

      landscape: ({ id, ...options }, call) =>
        bench.fullPrecision(() =>
          measureLandscape(this.runs.get(id), this.runs.trajectory(id), options, call),
        ),
    };
  }
}
