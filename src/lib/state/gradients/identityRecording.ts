/** Recorded runs of `atlas init`, made by scripts/recordIdentity.ts. */
import recorded from '../recordings/identity.json' with { type: 'json' };
import type { IdentityFigures } from './identityNetworks.ts';

export interface IdentityRecording {
  readonly commands: readonly string[];
  /** ISO date. */
  readonly recorded: string;
  readonly backend: string;
  readonly seed: number;
  readonly networks: Readonly<Record<string, IdentityFigures | undefined>>;
}

export const identityRecording = recorded as IdentityRecording;
