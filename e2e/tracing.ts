/** The browser's own measurements of what a page's main thread does. */
import type { Browser, Page } from '@playwright/test';

export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it took, and how long of that on the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What the page's main thread did while something was done, in order. */
export async function mainThreadDuring(
  browser: Browser,
  page: Page,
  doing: () => Promise<void>,
): Promise<TraceEvent[]> {
  const categories = ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories: [...categories, 'devtools.timeline'] });
  await doing();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  return traceEvents
    .filter(({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid))
    .sort((a, b) => a.ts - b.ts);
}

/** Milliseconds on the processor of the events of one name: what they wait for their turn on a busy machine is not theirs. */
export const timesOf = (events: readonly TraceEvent[], name: string): number[] =>
  events.filter((event) => event.name === name).map(({ tdur = 0 }) => tdur / 1000);
