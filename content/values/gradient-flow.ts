import { computed, recorded, type NumberStyle, type Values } from '../../src/lib/lesson/values/value.ts';
import { commandLine, stepArguments } from '../../src/lib/state/gradients/initialisationCommands.ts';
import { recording as initialisation } from '../../src/lib/state/gradients/initialisationRecording.ts';
import recording from '../../src/lib/state/recordings/gradients-kitten.json' with { type: 'json' };
import { arrives, flowFigures, largestChange } from '../experiments/gradient-flow/flows.ts';

const { skips, cut } = recording.runs;
const [skipsCommand, cutCommand] = recording.commands;
const withSkips = flowFigures(skips.loss, Object.values(skips.blocks));
const without = flowFigures(cut.loss, Object.values(cut.blocks));
const conv3 = ['3a', '3b', '3c', '3d'].map((block) => skips.blocks[block as '3a']);

const { curves, settings } = initialisation.firstSteps;
const steps = (at: number) => {
  const { firstGradient, lastGradient } = curves.plain[at];
  return recorded(
    firstGradient / lastGradient,
    commandLine('first-steps', stepArguments('plain', settings)),
    {
      significant: 2,
    },
  );
};

const shatter = 'npm run -s atlas -- shatter --seed 0 --seeds 20 --json';
const lag: NumberStyle = { digits: 2 };
const program = (value: number, library: string) =>
  recorded(value, `python3 content/code/gradient-flow/norms.${library}.py`, { significant: 2 });

export const values: Values = {
  cut: recorded(1 / arrives(without), cutCommand, { significant: 2 }),
  leastConv3: recorded(Math.min(...conv3), skipsCommand, { digits: 3 }),
  mostConv3: recorded(Math.max(...conv3), skipsCommand, { digits: 3 }),
  largestChange: recorded(largestChange(withSkips).factor, skipsCommand, { digits: 1 }),
  steps0: steps(0),
  steps5: steps(5),

  oneLayer: recorded(0.975, shatter, lag),
  plain24: recorded(-0.028, shatter, lag),
  residual50: recorded(0.956, shatter, lag),
  bare24: recorded(0.892, shatter, lag),
  whiteNoise: recorded(-0.015, shatter, lag),

  programBlocks: computed(18, 'norms.pytorch.py'),
  plainProgram: program(463, 'pytorch'),
  residualProgram: program(12.7, 'pytorch'),
};
