/** The networks of an exported experiment, and their initial weights, in Python. */
import type { ExportedLane, TrainingExport } from './options.ts';

const literal = (value: boolean) => (value ? 'True' : 'False');

/** What makes each network. */
export function lanes({ lanes, words }: TrainingExport): string {
  const row = ({ name, options }: ExportedLane) => {
    const shortcut = options.net === 'plain' ? 'None' : `"${options.shortcut}"`;
    const given = [
      `depth=${options.depth}`,
      `width=${options.width}`,
      `shortcut=${shortcut}`,
      `norm=${literal(options.norm === 'batch')}`,
      `init="${options.init}"`,
      `zero_gamma=${literal(options.zeroGamma)}`,
    ];
    return `    "${name}": dict(${given.join(', ')}),`;
  };
  return `# ${words.sameStart}
LANES = {
${lanes.map(row).join('\n')}
}
`;
}

/** The thin networks of 6n + 2 layers (`architecture/cifar.ts`), in any depth: layers have the ids of the graph. */
export function network({ words }: TrainingExport): string {
  return `class Block(nn.Module):
    # ${words.shortcuts.A}
    # ${words.shortcuts.B}
    def __init__(self, channels, filters, stride, shortcut, norm):
        super().__init__()
        self.shortcut, self.stride, self.added = shortcut, stride, filters - channels
        self.conv1 = nn.Conv2d(channels, filters, 3, stride=stride, padding=1, bias=not norm)
        self.norm1 = nn.BatchNorm2d(filters, eps=1e-5, momentum=0.1) if norm else nn.Identity()
        self.conv2 = nn.Conv2d(filters, filters, 3, padding=1, bias=not norm)
        self.norm2 = nn.BatchNorm2d(filters, eps=1e-5, momentum=0.1) if norm else nn.Identity()
        if shortcut == "B" and stride > 1:
            self.projection = nn.Conv2d(channels, filters, 1, stride=stride, bias=not norm)
            self.projectionNorm = nn.BatchNorm2d(filters, eps=1e-5, momentum=0.1) if norm else nn.Identity()

    def forward(self, x):
        branch = F.relu(self.norm1(self.conv1(x)))
        branch = self.norm2(self.conv2(branch))
        if self.shortcut is None:
            return F.relu(branch)
        if self.stride > 1:
            if self.shortcut == "B":
                x = self.projectionNorm(self.projection(x))
            else:
                x = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, 0, self.added))
        return F.relu(branch + x)


class Network(nn.Module):
    # ${words.network}
    def __init__(self, depth, width, shortcut, norm):
        super().__init__()
        self.stem_conv = nn.Conv2d(CHANNELS, width, 3, padding=1, bias=not norm)
        self.stem_norm = nn.BatchNorm2d(width, eps=1e-5, momentum=0.1) if norm else nn.Identity()
        blocks, channels = {}, width
        for stage in (1, 2, 3):
            filters = width * 2 ** (stage - 1)
            for index in range(1, (depth - 2) // 6 + 1):
                stride = 2 if stage > 1 and index == 1 else 1
                blocks[f"stage{stage}_block{index}"] = Block(channels, filters, stride, shortcut, norm)
                channels = filters
        self.blocks = nn.ModuleDict(blocks)
        self.head = nn.Linear(channels, CLASSES)

    def forward(self, x):
        x = F.relu(self.stem_norm(self.stem_conv(x)))
        for block in self.blocks.values():
            x = block(x)
        return self.head(x.mean(dim=(2, 3)))


def layers_of(network):
    for path, layer in network.named_modules():
        if isinstance(layer, (nn.Conv2d, nn.BatchNorm2d, nn.Linear)):
            yield path.removeprefix("blocks.").replace(".", "_"), layer
`;
}

/** Only what the lanes ask for. */
export function initialise({ lanes, words }: TrainingExport): string {
  const asked = (init: ExportedLane['options']['init']) => lanes.some(({ options }) => options.init === init);
  const fixed = asked('he') || asked('glorot');
  const cases = [
    asked('pytorch') && [
      `init == "pytorch":  # ${words.inits.pytorch}`,
      'bound = 1 / math.sqrt(layer.weight[0].numel())',
      'for tensor in layer.parameters():',
      '    nn.init.uniform_(tensor, -bound, bound, generator=random)',
    ],
    fixed && [
      `isinstance(layer, nn.Linear):  # ${words.headInit}`,
      'nn.init.normal_(layer.weight, std=1 / math.sqrt(layer.in_features), generator=random)',
    ],
    asked('glorot') && [
      `init == "glorot":  # ${words.inits.glorot}`,
      'nn.init.xavier_uniform_(layer.weight, generator=random)',
    ],
    asked('he') && [
      `init == "he":  # ${words.inits.he}`,
      'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu", generator=random)',
    ],
  ].filter((one) => one !== false);
  const chain = cases.flatMap(([condition, ...body], i) => [
    `        ${i === 0 ? 'if' : 'elif'} ${condition}`,
    ...body.map((line) => `            ${line}`),
  ]);
  return `def initialise(network, init, zero_gamma, seed):
    # ${words.initialise}
    for name, layer in layers_of(network):
        if isinstance(layer, nn.BatchNorm2d):
            continue
        random = torch.Generator().manual_seed(seed << 32 | zlib.crc32(name.encode()))
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
${chain.join('\n')}
    if zero_gamma:  # ${words.zeroGamma}
        for block in network.blocks.values():
            if block.shortcut is not None:
                nn.init.zeros_(block.norm2.weight)
`;
}
