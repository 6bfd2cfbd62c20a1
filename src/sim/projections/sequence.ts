import type { StepNumber } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import type { Step } from '../trace/step.ts';
import type { Arrow, Bracket, Story } from './story.ts';
import { glyphOf, type TickGlyph } from './tick-glyph.ts';

/** A line of the sequence diagram: a step that is worth one. `gapMs` is the quiet time before it. */
export interface SequenceRow {
  readonly step: StepNumber;
  readonly at: Instant;
  readonly gapMs: number;
  readonly actor: string;
  readonly glyph: TickGlyph;
}

export interface SequenceView {
  readonly rows: readonly SequenceRow[];
  readonly arrows: readonly Arrow[];
  readonly bars: readonly Bracket[];
}

/**
 * The sequence diagram up to the cursor, its last `atMost` rows. An arrow that has not arrived by then has `arrived`
 * null; a bar that has not ended has `to` null.
 */
export function sequenceAt(story: Story, steps: readonly Step[], cursor: number, atMost = 200): SequenceView {
  const rows: SequenceRow[] = [];
  let place = Math.min(cursor, steps.length) - 1;
  for (; place >= 0 && rows.length < atMost; place -= 1) {
    const step = steps[place];
    if (step !== undefined && hasRow(step)) rows.push(rowOf(step, steps[place - 1]));
  }
  rows.reverse();
  const first = rows[0]?.step ?? 0;
  const known = (number: StepNumber | null) => (number !== null && number <= cursor ? number : null);
  return {
    rows,
    arrows: story.arrows
      .filter(({ sent, arrived }) => sent <= cursor && (arrived ?? cursor) >= first)
      .map((arrow) => ({ ...arrow, arrived: known(arrow.arrived) })),
    bars: story.brackets
      .filter(({ from, to }) => from <= cursor && (to ?? cursor) >= first)
      .map((bar): Bracket => (known(bar.to) === null ? { ...bar, to: null, end: 'open' } : bar)),
  };
}

const QUIET: ReadonlySet<TickGlyph> = new Set(['read', 'begin', 'end', 'timer']);

const hasRow = (step: Step): boolean => !QUIET.has(glyphOf(step));

const rowOf = (step: Step, before: Step | undefined): SequenceRow => ({
  step: step.number,
  at: step.at,
  gapMs: step.at - (before?.at ?? 0),
  actor: concerned(step),
  glyph: glyphOf(step),
});

/** An operator has no line of its own: what it does is shown where it is done. */
function concerned(step: Step): string {
  if (step.kind === 'fault.injected') return step.on.split(/[/.]/)[0] ?? step.on;
  return step.actor === 'operator' && 'service' in step ? step.service : step.actor;
}
