/** The map with every unit open: a card for each, one below the other, with its tile and all its operations. */
import { margin } from './flow.ts';
import { roundedPath, type Box, type Point } from './geometry.ts';
import type { Network, NetworkLayout, OpenedLayout, SectionLayout, UnitLayout } from './layout.ts';
import { layoutOperations } from './layoutOperations.ts';
import type { Section, Unit } from './outline.ts';
import { tileShapes } from './tileShape.ts';

const corner = 8;
const padding = 12;
const heights = { sectionName: 38, title: 30, gap: 18 };
/** The tile stands before the operations where both have room, else in the card's head. */
const tile = { beside: 72, above: 48, gap: 18, roomForSheets: 13 };
const leastRowWidth = 440;
const figureSize = { width: 110, height: 20 };
/** Where the main line runs down, left and right of the cards. */
const gutter = 1;

interface Card {
  readonly section: Section;
  readonly place: UnitLayout;
  readonly opened: OpenedLayout | null;
  /** Where the main line comes in and goes out. */
  readonly entry: Point;
  readonly exit: Point;
  readonly bottom: number;
}

export function layoutStack(
  network: Network,
  { width, withFigures }: { width: number; withFigures: boolean },
): NetworkLayout {
  const shapeOf = tileShapes(network);
  const cards: Card[] = [];
  const sections: SectionLayout[] = [];
  let y = 0;
  for (const section of network.sections) {
    sections.push({ section, label: { x: margin + padding, y: y + 14 } });
    y += heights.sectionName;
    for (const unit of section.units) {
      const { sheets, ...share } = shapeOf(unit);
      const card = cardOf({ network, section, unit, share, sheets, y, width, withFigures });
      cards.push(card);
      y = card.bottom + heights.gap;
    }
  }
  return {
    level: 'operations',
    width,
    height: cards.at(-1)!.bottom + 2,
    sections,
    units: cards.map(({ place }) => place),
    repeats: [],
    trunk: cards.slice(1).map((next, i) => trunkPath(cards[i], next, width)),
    opened: cards.flatMap(({ opened }) => opened ?? []),
  };
}

interface CardOptions {
  readonly network: Network;
  readonly section: Section;
  readonly unit: Unit;
  readonly share: { readonly width: number; readonly height: number };
  readonly sheets: number;
  readonly y: number;
  readonly width: number;
  readonly withFigures: boolean;
}

function cardOf({ network, section, unit, share, sheets, y, width, withFigures }: CardOptions): Card {
  const frameWidth = width - 2 * margin;
  const inside = { x: margin + padding, width: frameWidth - 2 * padding };
  const isBeside = inside.width >= tile.beside + tile.gap + leastRowWidth;
  const side = isBeside ? tile.beside : tile.above;
  const besideTile = tile.beside + tile.roomForSheets + tile.gap;
  const isPicture = unit.kind === 'input';
  const head = isBeside || isPicture ? heights.title : side + 2 * padding;
  const origin = { x: inside.x + (isBeside ? besideTile : 0), y: y + head };
  const operations = isPicture
    ? null
    : layoutOperations(unit, network, inside.width - (isBeside ? besideTile : 0), withFigures);
  const isInBody = isBeside || isPicture;
  const figureHeight = withFigures && !isPicture ? figureSize.height : 0;
  const tileHeight = isInBody ? side + figureHeight : 0;
  const contentHeight = Math.max(operations?.height ?? 0, tileHeight);
  const frame: Box = { x: margin, y, width: frameWidth, height: head + contentHeight + padding };
  const size = { width: side * share.width, height: side * share.height };
  const tileTop = isInBody ? origin.y + (contentHeight - tileHeight) / 2 : y + padding;
  const box: Box = {
    x: inside.x + (side - size.width) / 2,
    y: tileTop + (side - size.height) / 2,
    ...size,
  };
  const titleX = isInBody ? inside.x : inside.x + tile.above + tile.roomForSheets + 8;
  const figure = isBeside
    ? { x: inside.x, y: tileTop + side + 4, width: side, height: figureSize.height }
    : { x: titleX, y: y + 34, ...figureSize };
  const boxes = operations?.operations.map((operation) => operation.box) ?? [];
  const last = operations?.operations.findLast(({ node }) => node.id === unit.output)?.box ?? boxes.at(-1);
  const isRow = operations?.direction === 'right';
  return {
    section,
    place: {
      unit,
      section,
      tile: box,
      sheets,
      slot: isBeside ? { ...frame, width: besideTile } : isPicture ? frame : { ...frame, height: head },
      label: isPicture ? { x: box.x + box.width / 2, y: box.y + box.height + 15 } : null,
      figure: figureHeight > 0 ? figure : null,
      plus: null,
      branch: '',
      skip: null,
      ...(unit.block?.branchEnd === null && { removed: true as const }),
    },
    opened: operations && {
      unit,
      frame,
      notch: null,
      title: { x: titleX, y: y + 22 },
      origin,
      operations,
    },
    entry: operations
      ? {
          x: origin.x + operations.entry.box.x,
          y: origin.y + operations.entry.box.y + operations.entry.box.height / 2,
        }
      : { x: box.x, y: box.y + box.height / 2 },
    exit:
      last && operations
        ? {
            x: origin.x + last.x + (isRow ? last.width : last.width / 2),
            y: origin.y + last.y + (isRow ? last.height / 2 : last.height),
          }
        : { x: box.x + box.width, y: box.y + box.height / 2 },
    bottom: frame.y + frame.height,
  };
}

/** Out of a card, down beside it, and into the next. */
function trunkPath(from: Card, to: Card, width: number): string {
  const turn = from.bottom + heights.gap / 2;
  const isDown = from.opened?.operations.direction === 'down';
  const right = width - gutter;
  const out = isDown
    ? [{ x: from.exit.x, y: turn }]
    : [
        { x: right, y: from.exit.y },
        { x: right, y: turn },
      ];
  const bends = [from.exit, ...out, { x: gutter, y: turn }, { x: gutter, y: to.entry.y }, to.entry];
  return roundedPath(bends, corner);
}
