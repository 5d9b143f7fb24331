import { formatPercent } from '$lib/i18n/format.ts';
import type { Language } from '$lib/i18n/languages.ts';
import { attribution } from '$lib/i18n/messages/attribution.ts';
import { explore } from '$lib/i18n/messages/explore.ts';
import { operations } from '$lib/i18n/messages/operations.ts';
import { inspector } from '$lib/i18n/messages/inspector.ts';
import { search } from '$lib/i18n/messages/search.ts';
import { views as viewWords } from '$lib/i18n/messages/views.ts';
import { attributionMethods } from '$lib/state/attribution.svelte.ts';
import type { ExplorePage } from '$lib/state/explorePage.svelte.ts';
import { inspectorTabs, viewChoices } from '$lib/state/url.ts';
import { samples } from '$lib/state/samples.ts';
import type { PaletteEntry, PaletteGroup } from '$lib/ui/found.ts';
import type { ExploreLandmark } from '$lib/ui/landmarks.ts';
import { className } from '$lib/viz/className.ts';
import { operationText, shapeText } from '$lib/viz/text.ts';
import { placeOfNode, unitName } from '../units.ts';

export interface EntryOptions {
  readonly view: ExplorePage;
  readonly language: Language;
  /** Leads to a part of the page. */
  readonly reveal: (landmark: ExploreLandmark) => void;
  readonly actions: readonly PaletteEntry[];
}

/** All that the explorer's palette finds. */
export function paletteGroups({ view, language, reveal, actions }: EntryOptions): PaletteGroup[] {
  const t = search[language];
  return [
    { id: 'actions', name: t.groups.actions, atFirst: true, entries: actions },
    { id: 'views', name: t.groups.views, atFirst: true, entries: views(view, language, reveal) },
    { id: 'methods', name: t.groups.methods, atFirst: true, entries: methods(view, language, reveal) },
    { id: 'blocks', name: t.groups.blocks, entries: units(view, language, reveal) },
    { id: 'nodes', name: t.groups.nodes, entries: nodes(view, language, reveal) },
    { id: 'classes', name: t.groups.classes, entries: classes(view, language, reveal) },
    { id: 'pictures', name: t.groups.pictures, entries: pictures(view, language) },
  ];
}

type Reveal = EntryOptions['reveal'];

/** Below the map, and in the inspector. */
const views = (view: ExplorePage, language: Language, reveal: Reveal): PaletteEntry[] => [
  ...viewChoices.map((choice) => ({
    id: `view ${choice}`,
    title: viewWords[language][choice],
    text: viewWords[language].label,
    run: () => {
      view.address.update({ view: choice });
      reveal('views');
    },
  })),
  ...inspectorTabs.map((tab) => ({
    id: `tab ${tab}`,
    title: inspector[language].tabs[tab],
    text: explore[language].inspector.title,
    detail: explore[language].inspector.title,
    run: () => {
      view.address.update({ tab });
      reveal('inspector');
    },
  })),
];

const methods = (view: ExplorePage, language: Language, reveal: Reveal): PaletteEntry[] =>
  attributionMethods.map((method) => ({
    id: `method ${method}`,
    title: attribution[language].methods[method].name,
    text: attribution[language].title,
    run: () => {
      view.address.update({ method, view: 'attribution' });
      reveal('attribution');
    },
  }));

const units = (view: ExplorePage, language: Language, reveal: Reveal): PaletteEntry[] =>
  view.network.sections.flatMap((section) =>
    section.units.map((unit) => ({
      id: `unit ${unit.id}`,
      title: unitName(unit, explore[language].map),
      text: `${unit.id} ${section.id} ${unit.output}`,
      detail: shapeText(view.network.shapes.get(unit.output) ?? []),
      run: () => {
        view.chooseNode(unit.output);
        if (unit.kind !== 'input') view.open = unit.id;
        reveal('inspector');
      },
    })),
  );

function nodes(view: ExplorePage, language: Language, reveal: Reveal): PaletteEntry[] {
  const { graph, shapes, unitOf } = view.network;
  return graph.nodes.map((node) => {
    const words = operations[language][node.kind];
    const text = operationText(node, graph, shapes);
    const unit = unitOf.get(node.id)!;
    const name = words.name(text);
    const place = placeOfNode(node, unit, explore[language].inspector.place);
    return {
      id: `node ${node.id}`,
      title: node.id,
      lang: 'en',
      text: `${name} ${node.kind} ${place} ${words.does(text)}`,
      detail: `${name} · ${place}`,
      run: () => {
        view.chooseNode(node.id);
        if (unit.kind !== 'input') view.open = unit.id;
        reveal('inspector');
      },
    };
  });
}

function classes({ explorer, address }: ExplorePage, language: Language, reveal: Reveal): PaletteEntry[] {
  const probabilities = explorer.report?.probabilities;
  return explorer.labels.map((label, index) => ({
    id: `class ${index}`,
    title: className(label),
    lang: 'en',
    text: String(index),
    detail: search[language].classDetail(
      index,
      probabilities ? formatPercent(probabilities[index], language) : null,
    ),
    run: () => {
      address.update({ class: index, view: 'attribution' });
      reveal('attribution');
    },
  }));
}

const pictures = (view: ExplorePage, language: Language): PaletteEntry[] =>
  samples.map(({ id, title }) => ({
    id: `picture ${id}`,
    title: title[language],
    text: `${id} ${title.en} ${title.zh}`,
    run: () => view.chooseSample(id),
  }));
