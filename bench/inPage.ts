/** The part of the browser benchmark that runs in the page. */
import { createClient } from '../src/lib/model/client.ts';
import type { BackendName, BackendReport } from '../src/lib/model/protocol.ts';

export interface Measured {
  readonly report: BackendReport;
  /** Of each timed pass; none where the backend is not to be had. */
  readonly milliseconds: number[];
  readonly probabilities: number[];
}

/** Passes until fifteen are timed or a minute is over, whichever comes first; at least two. */
export async function measure({
  backend,
  picture,
}: {
  backend: BackendName;
  picture: string;
}): Promise<Measured> {
  const client = createClient();
  try {
    const report = await client.call('start', { backend, weights: '/weights/resnet50/' });
    if (report.backend !== backend) return { report, milliseconds: [], probabilities: [] };
    await client.call('loadWeights', {});
    const file = await (await fetch(picture)).blob();
    await client.call('setPicture', { name: picture, file });
    const first = await client.call('forward', { rewrites: [] });
    const milliseconds: number[] = [];
    const end = performance.now() + 60_000;
    while (milliseconds.length < 15 && (milliseconds.length < 2 || performance.now() < end)) {
      milliseconds.push((await client.call('forward', { rewrites: [] })).milliseconds);
    }
    return { report, milliseconds, probabilities: [...first.probabilities] };
  } finally {
    client.dispose();
  }
}
