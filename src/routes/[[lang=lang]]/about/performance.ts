/** Times measured by `npm run bench -- --browser` in one browser. */
export interface PerformanceRecording {
  /** The command that repeats the measurement. */
  readonly command: string;
  /** ISO time. */
  readonly recorded: string;
  readonly machine: string;
  readonly browser: string;
  readonly results: readonly {
    readonly backend: string;
    readonly renderer: string;
    readonly softwareRenderer: boolean;
    /** One forward pass, lower quartile. */
    readonly milliseconds: number;
    readonly runs: number;
    /** Largest difference of a probability among the top five to the stored probe. */
    readonly topFiveDifference: number;
  }[];
}

const files = import.meta.glob<PerformanceRecording>('$lib/state/recordings/performance.json', {
  eager: true,
  import: 'default',
});

/** None before it has been measured. */
export const performanceRecording: PerformanceRecording | undefined = Object.values(files)[0];
