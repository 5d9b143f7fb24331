/** From the recording of gradients on the picture 'kitten'. */
import { flowFigures, type Result } from '../../content/experiments/gradient-flow/flows.ts';
import recording from '../../src/lib/state/recordings/gradients-kitten.json' with { type: 'json' };

export function record() {
  const { skips, cut } = recording.runs;
  const result: Result = {
    label: skips.label,
    skips: flowFigures(skips.loss, Object.values(skips.blocks)),
    cut: flowFigures(cut.loss, Object.values(cut.blocks)),
  };
  const { commands, recorded, backend } = recording;
  return { result, command: commands.join('\n'), recorded, backend };
}
