/** Recorded runs of `atlas init` and `atlas first-steps`, made by scripts/recordInitialisation.ts. */
import recorded from '../recordings/initialisation.json' with { type: 'json' };
import { unpack, type NetworkFigures, type RecordedFigures } from './networkFigures.ts';
import { sameSettings, type StepCurves, type StepSettings } from './stepSettings.ts';

/** As the file is written. */
export interface InitialisationRecording {
  readonly commands: readonly string[];
  /** ISO date. */
  readonly recorded: string;
  readonly backend: string;
  /** By configuration, as it is written in a link. */
  readonly networks: Readonly<Record<string, RecordedFigures>>;
  readonly firstSteps: {
    readonly commands: readonly string[];
    readonly recorded: string;
    readonly settings: StepSettings;
    readonly curves: StepCurves;
  };
}

export const recording = recorded as unknown as InitialisationRecording;

export const recordedNetworks: Readonly<Record<string, NetworkFigures | undefined>> = Object.fromEntries(
  Object.entries(recording.networks).map(([id, figures]) => [id, unpack(figures)]),
);

/** The recorded steps with these settings, if there are such: of a longer recording its first steps. */
export function recordedSteps(
  settings: StepSettings,
): { readonly curves: StepCurves; readonly date: string; readonly backend: string } | null {
  const { settings: own, curves, recorded: date } = recording.firstSteps;
  if (settings.steps > own.steps || !sameSettings({ ...settings, steps: own.steps }, own)) return null;
  const first = (net: keyof StepCurves) => curves[net].slice(0, settings.steps + 1);
  return { curves: { plain: first('plain'), residual: first('residual') }, date, backend: recording.backend };
}
