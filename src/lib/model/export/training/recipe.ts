/** Optimiser, rate and a step of training, in Python: as `training/optimiser.ts`, `schedule.ts` and `trainer.ts`. */
import type { TrainingOptions } from '../../protocol/training.ts';
import { number } from '../python.ts';
import type { TrainingExport } from './options.ts';

/** The settings at the top of the program. */
export function settings({ lanes: [{ options }] }: TrainingExport): string {
  const given = [
    ['STEPS', options.steps],
    ['BATCH', options.batch],
    ['RATE', options.rate],
    ...(options.optimizer === 'sgd' ? [['MOMENTUM', options.momentum] as const] : []),
    ['DECAY', options.decay],
    ...(options.warmup > 0 ? [['WARMUP', options.warmup] as const] : []),
    ...(options.clip > 0 ? [['CLIP', options.clip] as const] : []),
    ['SEED', options.seed],
  ] as const;
  return given.map(([name, value]) => `${name} = ${number(value)}\n`).join('');
}

/** What the rate of a step is, after the warm-up. */
function scheduled({ schedule, warmup }: TrainingOptions): string {
  switch (schedule) {
    case 'constant':
      return 'return rate';
    case 'step':
      return 'return rate if step < steps / 2 else rate / 10 if step < 3 * steps / 4 else rate / 100';
    case 'cosine': {
      const [done, all] = warmup > 0 ? ['(step - WARMUP)', 'max(1, steps - WARMUP)'] : ['step', 'steps'];
      return `return rate / 2 * (1 + math.cos(math.pi * ${done} / ${all}))`;
    }
  }
}

export function recipe({ lanes: [{ options }], words }: TrainingExport): string {
  const optimizer =
    options.optimizer === 'adam'
      ? 'torch.optim.Adam(groups, lr=RATE)'
      : 'torch.optim.SGD(groups, lr=RATE, momentum=MOMENTUM)';
  const rising =
    options.warmup > 0
      ? `    if step < WARMUP:  # ${words.warmup}\n        return rate * (step + 1) / WARMUP\n`
      : '';
  const clip =
    options.clip > 0 ? `    nn.utils.clip_grad_norm_(network.parameters(), CLIP)  # ${words.clip}\n` : '';
  return `def rate_at(step, rate, steps):
    # ${words.schedules[options.schedule]}
${rising}    ${scheduled(options)}


def optimizer_of(network):
    # ${words.decay}
    kernels = [tensor for tensor in network.parameters() if tensor.ndim > 1]
    others = [tensor for tensor in network.parameters() if tensor.ndim == 1]
    groups = [{"params": kernels, "weight_decay": DECAY}, {"params": others, "weight_decay": 0}]
    return ${optimizer}


def fit(logits, labels):
    accuracy = (logits.argmax(dim=1) == labels).float().mean()
    return torch.stack([F.cross_entropy(logits, labels), accuracy])


def train_step(network, optimizer, rate, inputs, labels):
    for group in optimizer.param_groups:
        group["lr"] = rate
    found = fit(network(inputs), labels)
    optimizer.zero_grad()
    found[0].backward()
${clip}    optimizer.step()
    return found.detach()
`;
}
