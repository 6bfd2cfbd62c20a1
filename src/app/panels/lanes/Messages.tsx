import type { Arrow, Bracket } from '#sim/projections/story.ts';
import { laneY, stepX } from './lane-geometry.ts';

const DASH = { command: undefined, query: undefined, event: '5 3', reply: '1.5 3.5' } as const;

interface ArrowLineProps {
  readonly arrow: Arrow;
  readonly rows: ReadonlyMap<string, number>;
  readonly column: number;
  readonly cursor: number;
}

/** A message from the step that sent it to the step that shows it arrived, in the line of its kind; faint until the cursor is there. */
export function ArrowLine({ arrow, rows, column, cursor }: ArrowLineProps) {
  const { from, to, sent, arrived, token, fate } = arrow;
  const [left, right] = [rows.get(from), rows.get(to)];
  if (left === undefined || right === undefined || left === right) return null;
  const end = arrived ?? sent + 1;
  const goesBack = arrived === sent;
  const here = cursor === arrived || (cursor === sent && arrived !== null);
  const tone = here ? 'stroke-accent [stroke-width:2]' : fate === 'lost' ? 'stroke-fail' : 'stroke-faint';
  const x2 = goesBack ? stepX(sent, column) + column * 0.6 : stepX(end, column);
  const stub = arrived === null ? 0.45 : 1;
  const y1 = laneY(left);
  const y2 = y1 + (laneY(right) - y1) * stub;
  const x1 = stepX(sent, column);
  return (
    <path
      d={`M${String(x1)} ${String(y1)}L${String(x1 + (x2 - x1) * stub)} ${String(y2)}`}
      strokeDasharray={DASH[token]}
      strokeLinecap={token === 'reply' ? 'round' : undefined}
      className={`fill-none [stroke-width:1.5] ${tone} ${sent > cursor ? 'opacity-50' : ''}`}
    />
  );
}

interface TransactionPillProps {
  readonly bracket: Bracket;
  readonly row: number;
  readonly column: number;
  readonly cursor: number;
}

/** A local transaction: a pill around what commits or fails together. It is open at the cursor while it runs. */
export function TransactionPill({ bracket: { from, to, end }, row, column, cursor }: TransactionPillProps) {
  const reach = Math.min(10, column * 0.3);
  const left = stepX(from, column) - reach;
  const right = stepX(to ?? from + 1, column) + reach;
  const edge = end === 'well' || to === null || to > cursor ? 'stroke-border' : 'stroke-fail';
  return (
    <rect
      x={left}
      y={laneY(row) - 9}
      width={right - left}
      height="18"
      rx="9"
      strokeDasharray={end === 'well' || end === 'open' ? undefined : '4 3'}
      className={`fill-bg [stroke-width:1.5] ${edge} ${from > cursor ? 'opacity-50' : ''}`}
    />
  );
}
