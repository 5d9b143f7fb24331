/** What the panels of this experiment show, from what has been computed: curves, reports, and by what. */
import type { NamedFlow } from '$lib/export/gradientTables.ts';
import { language, messages } from '$lib/i18n/index.ts';
import { gradientFlow } from '$lib/i18n/messages/gradientFlow.ts';
import { presetCuts, formatNetwork, trained, type FlowNetwork } from '$lib/state/gradients/flowNetwork.ts';
import type { Flow } from '$lib/state/gradients/gradientFlows.svelte.ts';
import type { GradientsPage } from '$lib/state/gradients/gradientsPage.svelte.ts';
import type { TrainedExperiment } from '$lib/state/gradients/trained.svelte.ts';
import { samples } from '$lib/state/samples.ts';
import { className } from '$lib/viz/className.ts';
import { gradientRecording, type GradientRecording } from '../../recording.ts';
import type { Curve } from './flowSeries.ts';
import { networkText } from './words.ts';

/** A network's flow, complete or not. */
export interface ShownFlow {
  readonly network: FlowNetwork;
  readonly name: string;
  readonly flow: Flow;
  readonly stale: boolean;
}

export class ShownFlows {
  readonly experiment: TrainedExperiment;
  readonly #page: GradientsPage;

  constructor(experiment: TrainedExperiment, page: GradientsPage) {
    this.experiment = experiment;
    this.#page = page;
  }

  get hasChanged(): boolean {
    return this.recording !== null || this.experiment.changed !== null;
  }

  /** What is there, of the networks asked about. */
  readonly all: readonly ShownFlow[] = $derived.by(() => {
    const { experiment } = this;
    const t = messages(gradientFlow);
    return experiment.networks.flatMap((network) => {
      const found = experiment.flows.flow(network);
      if (!found) return [];
      const { flow } = found;
      // A flow that is still coming in is shown as it is; one of another picture or class fades.
      const stale = !found.current && flow.report !== null;
      return [{ network, name: t.network(networkText(network)), flow, stale }];
    });
  });

  /** The trained network's, and the chosen one's where there is one: what maps and answers are shown of. */
  readonly pair: readonly ShownFlow[] = $derived.by(() => {
    const wanted = [trained, ...(this.experiment.changed ? [this.experiment.changed] : [])].map(
      formatNetwork,
    );
    return this.all.filter(({ network }) => wanted.includes(formatNetwork(network)));
  });

  /** Shown until something has been computed here. */
  get recording(): GradientRecording | null {
    return this.all.length === 0 ? (gradientRecording ?? null) : null;
  }

  readonly curves: readonly Curve[] = $derived.by(() => {
    const t = messages(gradientFlow);
    const { recording } = this;
    if (recording) {
      const cut = { ...trained, cut: presetCuts('all') };
      return [
        { network: trained, run: recording.runs.skips },
        { network: cut, run: recording.runs.cut },
      ].map(({ network, run }) => ({
        network,
        name: t.network(networkText(network)),
        norms: run.blocks,
        stale: false,
      }));
    }
    // A curve that has not come yet keeps its place, so that colours stay with their networks.
    return this.experiment.networks.map((network) => {
      const found = this.all.find((one) => formatNetwork(one.network) === formatNetwork(network));
      const blocks = Object.entries(found?.flow.blocks ?? {});
      return {
        network,
        name: t.network(networkText(network)),
        norms: Object.fromEntries(blocks.map(([block, gradient]) => [block, gradient?.norm])),
        stale: found?.stale ?? false,
      };
    });
  });

  /** Complete flows, as tables name them. */
  readonly reports: readonly NamedFlow[] = $derived(
    this.all.flatMap(({ network, flow: { report } }) =>
      report ? [{ network: formatNetwork(network), report }] : [],
    ),
  );

  nameOf(target: number): string {
    const label = this.#page.explorer.labels[target];
    return label ? className(label) : String(target);
  }

  /** Backend and precision. */
  get computedBy(): string {
    const { backend, report } = this.#page.explorer;
    return backend ? messages(gradientFlow).live(backend.backend, report?.precision ?? 'float16') : '';
  }

  /** Below an exported figure: picture, networks, what computed. */
  get exportLines(): readonly string[] {
    const { picture } = this.#page.explorer;
    const sample = samples.find(({ id }) => id === (this.recording?.picture ?? picture?.source.sample));
    return [
      sample?.title[language()] ?? picture?.source.name ?? '',
      this.curves.map(({ name }) => name).join('; '),
      this.recording ? this.recording.commands.join('; ') : this.computedBy,
    ].filter(Boolean);
  }
}
