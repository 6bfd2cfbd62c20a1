import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import type { Arrow, Bracket, Story } from './story.ts';
import { glyphOf, type TickGlyph } from './tick-glyph.ts';

export interface Lane {
  readonly actor: ActorId;
  readonly title: string;
  readonly kind: 'client' | 'service' | 'broker' | 'operator';
}

export interface Tick {
  readonly step: StepNumber;
  readonly at: Instant;
  readonly lane: number;
  readonly glyph: TickGlyph;
  readonly cause: StepNumber | null;
}

export interface LanesWindow {
  readonly ticks: readonly Tick[];
  readonly arrows: readonly Arrow[];
  readonly brackets: readonly Bracket[];
}

/**
 * One lane per actor, in the order they are drawn: clients, the first service, the broker, the other services, and the
 * operator where the run has one.
 */
export function lanesOf({ clients, services, queues }: Opening, hasOperator: boolean): readonly Lane[] {
  const [first, ...others] = services.map(({ id, title }): Lane => ({ actor: id, title, kind: 'service' }));
  const broker: Lane = { actor: 'broker', title: '', kind: 'broker' };
  const operator: Lane = { actor: 'operator', title: '', kind: 'operator' };
  return [
    ...clients.map(({ id, title }): Lane => ({ actor: id, title, kind: 'client' })),
    ...(first === undefined ? [] : [first]),
    ...(queues.length > 0 ? [broker] : []),
    ...others,
    ...(hasOperator ? [operator] : []),
  ];
}

/** What the lanes show of steps `from` to `to`, both counted in. Lines that cross the window's edge are in it. */
export function lanesWindow(
  lanes: readonly Lane[],
  story: Story,
  steps: readonly Step[],
  { from, to }: { readonly from: number; readonly to: number },
): LanesWindow {
  const rows = rowsOf(lanes);
  const ticks = steps.slice(Math.max(0, from - 1), to).flatMap((step) => tickIn(rows, step) ?? []);
  return {
    ticks,
    arrows: story.arrows.filter(({ sent, arrived }) => sent <= to && (arrived ?? sent) >= from),
    brackets: story.brackets.filter((bracket) => bracket.from <= to && (bracket.to ?? to) >= from),
  };
}

/** Which row everyone's lane is. */
export const rowsOf = (lanes: readonly Lane[]): ReadonlyMap<ActorId, number> =>
  new Map(lanes.map(({ actor }, row) => [actor, row]));

/** The mark of one step; null when its actor has no lane. */
export function tickIn(rows: ReadonlyMap<ActorId, number>, step: Step): Tick | null {
  const lane = rows.get(step.actor);
  if (lane === undefined) return null;
  return { step: step.number, at: step.at, lane, glyph: glyphOf(step), cause: step.cause };
}
