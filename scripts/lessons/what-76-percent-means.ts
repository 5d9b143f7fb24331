import { answersOf, resultOf } from '../../content/experiments/what-76-percent-means/result.ts';
import recording from '../../src/lib/state/recordings/feeding.json' with { type: 'json' };

/** Counted from the recorded answers to all photographs. */
export function record() {
  const pictures = recording.pictures.map(
    ({ picture, answers }) => [picture, answers.asTrained.map(([index]) => index)] as const,
  );
  return Promise.resolve({
    result: resultOf(answersOf(new Map(pictures))),
    command: recording.command,
    backend: recording.backend,
    recorded: recording.recorded.slice(0, 10),
  });
}
