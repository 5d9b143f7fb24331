/** What surrounds networks and task in the program: its options, the exported start, and the steps, in Python. */
import type { TrainingExport } from './options.ts';
import type { TaskInPython } from './tasks.ts';

/** Lines that are there under a condition. */
const when = (condition: boolean, lines: string) => (condition ? lines : '');

export function commandLine({ words, distributed = false }: TrainingExport, task: TaskInPython): string {
  return `parser = argparse.ArgumentParser()
parser.add_argument("--steps", type=int, default=STEPS)
parser.add_argument("--seed", type=int, default=SEED)
${when(distributed, 'parser.add_argument("--batch", type=int, default=BATCH)\n')}parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
parser.add_argument("--initial", help="${words.startFile}")
${when(task.data !== null, `parser.add_argument("--data", default=${JSON.stringify(task.data)})\n`)}${when(
    task.hasHeldOut,
    'parser.add_argument("--test-every", type=int, default=50)\n',
  )}options = parser.parse_args()
${when(task.data !== null, 'DATA = options.data\n')}`;
}

export function startFile({ words }: TrainingExport): string {
  return `def read_tensors(path):
    # ${words.readTensors}
    with open(path, "rb") as file:
        data = file.read()
    first = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:first])
    types = {"F32": np.float32, "I32": np.int32}
    tensors = {}
    for name, of in header.items():
        if name != "__metadata__":
            count, offset = math.prod(of["shape"]), first + of["data_offsets"][0]
            tensors[name] = np.frombuffer(data, types[of["dtype"]], count, offset).reshape(of["shape"])
    return tensors


@torch.no_grad()
def load(network, lane, tensors):
    for name, layer in layers_of(network):
        roles = ["gamma", "beta"] if isinstance(layer, nn.BatchNorm2d) else ["kernel", "bias"]
        for role, tensor in zip(roles, [layer.weight, layer.bias]):
            if tensor is not None:
                values = torch.tensor(tensors[f"{lane}/{name}/{role}"])
                if role == "kernel":  # ${words.order}
                    values = values.permute(3, 2, 0, 1) if values.ndim == 4 else values.T
                tensor.copy_(values)
`;
}

const test = `@torch.no_grad()
def test(network, inputs, labels):
    network.eval()
    loss, accuracy = fit(network(inputs), labels).tolist()
    network.train()
    return {"loss": loss, "accuracy": accuracy}


`;

/** Each process of `torchrun` takes its share of every batch. */
const processes = ({ words }: TrainingExport) => `# ${words.whole}
dist.init_process_group("nccl" if options.device == "cuda" else "gloo")
rank, processes = dist.get_rank(), dist.get_world_size()
if options.batch % processes > 0:
    raise SystemExit(f"--batch {options.batch} is not a multiple of {processes} processes")
device = f"cuda:{os.environ['LOCAL_RANK']}" if options.device == "cuda" else options.device
`;

export function steps(program: TrainingExport, { hasHeldOut }: TaskInPython): string {
  const { words, distributed = false, lanes } = program;
  const isAdam = lanes[0].options.optimizer === 'adam';
  const batch = distributed ? 'options.batch' : 'BATCH';
  const rate = distributed && !isAdam ? 'RATE * options.batch / BATCH' : 'RATE';
  return `${when(hasHeldOut, test)}def to_tensors(pictures, labels):
    inputs = torch.tensor(pictures, dtype=torch.float32, device=device)
    return inputs, torch.tensor(labels, dtype=torch.int64, device=device)


${distributed ? processes(program) : 'device = options.device\n'}start = read_tensors(options.initial) if options.initial else {}
networks, optimizers = {}, {}
for lane, how in LANES.items():
    network = Network(how["depth"], how["width"], how["shortcut"], how["norm"])
    initialise(network, how["init"], how["zero_gamma"], options.seed)
    if start:
        load(network, lane, start)
    networks[lane] = ${
      distributed
        ? `DistributedDataParallel(network.to(device))  # ${words.ownStatistics}`
        : 'network.to(device)'
    }
    optimizers[lane] = optimizer_of(networks[lane])

random = np.random.default_rng(options.seed)
given = len(start["batches/labels"]) if start else 0
${when(hasHeldOut, 'kept = to_tensors(*held_out(256))\n')}for step in range(options.steps):
    if step < given:
        pictures, labels = start["batches/inputs"][step].transpose(0, 3, 1, 2), start["batches/labels"][step]
    else:
        pictures, labels = batch_of(random, ${batch})
${when(
  distributed,
  `    # ${words.shares}
    pictures, labels = pictures[rank::processes], labels[rank::processes]
`,
)}    inputs, labels = to_tensors(pictures, labels)
${when(distributed, `    # ${isAdam ? words.unscaled : words.scaled}\n`)}    rate = rate_at(step, ${rate}, options.steps)
    for lane, network in list(networks.items()):
${when(
  hasHeldOut,
  `        tested = {}
        if options.test_every > 0 and step % options.test_every == 0${when(distributed, ' and rank == 0')}:
            tested = {"heldOut": test(network${when(distributed, '.module')}, *kept)}
`,
)}        found = train_step(network, optimizers[lane], rate, inputs, labels)
${when(
  distributed,
  `        dist.all_reduce(found)
        found /= processes
`,
)}        loss, accuracy = found.tolist()
        if not math.isfinite(loss):  # ${words.diverged}
            del networks[lane]
            loss = json.dumps(loss)
        line = {"lane": lane, "step": step, "loss": loss, "accuracy": accuracy, "rate": rate${when(hasHeldOut, ', **tested')}}
${
  distributed
    ? `        if rank == 0:
            print(json.dumps(line), flush=True)
dist.barrier()
dist.destroy_process_group()
`
    : '        print(json.dumps(line), flush=True)\n'
}`;
}
