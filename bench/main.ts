/** `npm run bench`, `-- --json`, `-- --browser`, `-- --onnx`, `-- --training`: see docs/performance.md. */
import { parseArgs } from 'node:util';
import type { Comparison } from './interleave.ts';
import { measureInNode } from './node.ts';

const describe = (
  what: string,
  { ratio, ratioQuartiles: [low, high], first, second }: Comparison,
  against: string,
) =>
  `${what.padEnd(20)} ${ratio.toFixed(3)} × ${against} (pairs ${low.toFixed(3)} to ${high.toFixed(3)}; ` +
  `${first.lowerQuartile.toFixed(0)} ms against ${second.lowerQuartile.toFixed(0)} ms, ${first.runs} pairs)`;

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      browser: { type: 'boolean' },
      onnx: { type: 'boolean' },
      training: { type: 'boolean' },
    },
  });
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  if (values.browser) {
    const { measureInBrowser } = await import('./browser.ts');
    return measureInBrowser(log);
  }
  if (values.onnx) {
    const { measureAgainstOnnx } = await import('./onnx.ts');
    return measureAgainstOnnx(log);
  }
  if (values.training) {
    const { measureTraining } = await import('./training.ts');
    return measureTraining(log);
  }
  const report = await measureInNode(log);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return 0;
  }
  const { forward, backward, backwardFolded, backwardToForward, gradientFlowToForward, firstMap } = report;
  process.stdout.write(
    [
      `${report.machine}; ${report.backend} (${report.renderer})`,
      describe('forward', forward, forward.against),
      describe('forward + backward', backward, backward.against),
      describe('forward + backward', backwardFolded, backwardFolded.against),
      describe('forward + backward', backwardToForward, backwardToForward.against),
      describe('the same with maps', gradientFlowToForward, gradientFlowToForward.against),
      `bytes for conv1's maps: ${firstMap.bytes.toLocaleString('en')} of ${firstMap.allBytes.toLocaleString('en')}`,
      '',
    ].join('\n'),
  );
  return 0;
}
