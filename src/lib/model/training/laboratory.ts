import type { OtherNetwork } from '../engine/host.ts';
import type { Handlers } from '../protocol.ts';
import type { LaboratoryRequests } from '../protocol/laboratory.ts';
import type { CurveReport } from '../protocol/shattered.ts';
import { firstSteps } from './firstSteps.ts';
import { measureInitialisation } from './initialisation.ts';
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
  readonly runs = new Runs({ fullPrecision: (work) => this.bench.fullPrecision(work) });

  constructor(readonly bench: Bench) {}

  readonly handlers: Handlers<keyof LaboratoryRequests> = {
    initialise: (options, call) => this.bench.fullPrecision(() => measureInitialisation(options, call)),

    firstSteps: (options, call) => this.bench.fullPrecision(() => firstSteps(options, call)),

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

    smallLesions: (options, call) => this.bench.fullPrecision(() => smallLesions(options, call)),

    ...this.runs.handlers,
  };
}
