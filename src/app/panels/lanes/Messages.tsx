import { memo } from 'react';
import type { Arrow, Bracket } from '#sim/projections/story.ts';
import { laneY, stepX } from './lane-geometry.ts';

const DASH = { command: undefined, query: undefined, event: '5 3', reply: '1.5 3.5' } as const;

/** Where a mark stands from the cursor: the step on show, before it, or after it and so faint. */
export type Past = 'here' | 'before' | 'after';

interface ArrowLineProps {
  readonly arrow: Arrow;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly past: Past;
}

/** A message from the step that sent it to the step that shows it arrived, in the line of its kind. */
export const ArrowLine = memo(function ArrowLine({ arrow, from, to, column, past }: ArrowLineProps) {
  const { sent, arrived, token, fate } = arrow;
  const x1 = stepX(sent, column);
  const y1 = laneY(from);
  // One that arrives in the step that sent it leans into the free space; one that never arrives stops half-way.
  const x2 = arrived === sent ? x1 + column * 0.6 : stepX(arrived ?? sent + 1, column);
  const share = arrived === null ? 0.45 : 1;
  const tone = past === 'here' ? 'stroke-accent [stroke-width:2]' : fate === 'lost' ? 'stroke-fail' : 'stroke-faint';
  return (
    <path
      d={`M${String(x1)} ${String(y1)}L${String(x1 + (x2 - x1) * share)} ${String(y1 + (laneY(to) - y1) * share)}`}
      strokeDasharray={DASH[token]}
      strokeLinecap={token === 'reply' ? 'round' : undefined}
      className={`fill-none [stroke-width:1.5] ${tone} ${past === 'after' ? 'opacity-50' : ''}`}
    />
  );
});

interface TransactionPillProps {
  readonly bracket: Bracket;
  readonly row: number;
  readonly column: number;
  readonly past: Past;
  /** Its end lies past the cursor. */
  readonly open: boolean;
}

/** A local transaction: a pill around what commits or fails together. */
export const TransactionPill = memo(function TransactionPill(props: TransactionPillProps) {
  const { bracket, row, column, past, open } = props;
  const { from, to, end } = bracket;
  const reach = Math.min(10, column * 0.3);
  const left = stepX(from, column) - reach;
  const right = stepX(to ?? from + 1, column) + reach;
  const settledWell = end === 'well' || end === 'open';
  return (
    <rect
      x={left}
      y={laneY(row) - 9}
      width={right - left}
      height="18"
      rx="9"
      strokeDasharray={settledWell ? undefined : '4 3'}
      className={`fill-bg [stroke-width:1.5] ${settledWell || open ? 'stroke-border' : 'stroke-fail'} ${past === 'after' ? 'opacity-50' : ''}`}
    />
  );
});
