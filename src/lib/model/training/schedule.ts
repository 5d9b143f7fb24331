/** The learning rate over the steps of a run. */

/**
 * `step`: a tenth after half of the steps, a hundredth after three quarters (He et al. 2015, section 4.2: at 32k and
 * 48k of 64k). `cosine`: half a cosine down to zero (Loshchilov and Hutter 2017, equation 5, without restarts).
 */
export type Schedule = 'constant' | 'step' | 'cosine';

export const schedules: readonly Schedule[] = ['constant', 'step', 'cosine'];

export interface ScheduleOptions {
  readonly schedule: Schedule;
  /** The highest rate. */
  readonly rate: number;
  /** Steps of the whole run. */
  readonly steps: number;
  /** Steps over which the rate rises linearly to `rate`, before the schedule begins; the cosine begins after them. */
  readonly warmup?: number;
}

/** The rate of a step, counted from 0. */
export function rateAt(step: number, { schedule, rate, steps, warmup = 0 }: ScheduleOptions): number {
  if (step < warmup) return (rate * (step + 1)) / warmup;
  switch (schedule) {
    case 'constant':
      return rate;
    case 'step':
      if (step < steps / 2) return rate;
      return step < (3 * steps) / 4 ? rate / 10 : rate / 100;
    case 'cosine':
      return (rate / 2) * (1 + Math.cos((Math.PI * (step - warmup)) / Math.max(1, steps - warmup)));
  }
}
