/** Gradient norms that this program recorded (`scripts/record.ts` writes the file). */
export interface GradientRecording {
  /** The commands that repeat the recording. */
  readonly commands: readonly string[];
  /** ISO date. */
  readonly recorded: string;
  readonly backend: string;
  readonly weights: 'float16' | 'float32';
  /** A sample's id. */
  readonly picture: string;
  readonly runs: { readonly skips: GradientRun; readonly cut: GradientRun };
}

export interface GradientRun {
  /** The class whose loss −log p(target) was differentiated: the unmodified network's first. */
  readonly target: number;
  readonly label: string;
  readonly loss: number;
  /** L2 norm of ∂loss/∂input. */
  readonly input: number;
  /** L2 norm of ∂loss/∂(block output), by block. */
  readonly blocks: Readonly<Record<string, number>>;
}

const files = import.meta.glob<GradientRecording>('$lib/state/recordings/gradients-*.json', {
  eager: true,
  import: 'default',
});

/** The recording that the start page shows; none before one has been made. */
export const gradientRecording: GradientRecording | undefined = Object.values(files)[0];
