import { memo } from 'react';
import type { Lane, LanesWindow, Tick } from '#sim/projections/lanes.ts';
import { TickMark } from '../../session/TickMark.tsx';
import { OWN_FILL, type OwnTone } from '../../ui/service-look.ts';
import { CursorColumn } from './CursorMarks.tsx';
import { AXIS_HEIGHT, axisStride, COLUMN_FOR_GLYPHS, LANE_HEIGHT, laneY, stepX, type Window } from './lane-geometry.ts';
import { ArrowLine, type Past, TransactionPill } from './Messages.tsx';
import type { Arrow } from '#sim/projections/story.ts';

interface LanesCanvasProps {
  readonly lanes: readonly Lane[];
  readonly tones: readonly OwnTone[];
  readonly shown: LanesWindow;
  readonly span: Window;
  readonly column: number;
  readonly cursor: number;
}

/** The part of the run in sight: bands, transactions, messages, ticks. What lies past the cursor is faint. */
export const LanesCanvas = memo(function LanesCanvas({ lanes, tones, shown, span, column, cursor }: LanesCanvasProps) {
  const rows = new Map(lanes.map(({ actor }, row) => [actor, row]));
  const large = column >= COLUMN_FOR_GLYPHS;
  return (
    <>
      <Bands tones={tones} count={lanes.length} span={span} column={column} />
      <CursorColumn cursor={cursor} column={column} height={AXIS_HEIGHT + lanes.length * LANE_HEIGHT} />
      {shown.brackets.map((bracket) => {
        const row = rows.get(bracket.actor);
        if (bracket.kind !== 'transaction' || row === undefined) return null;
        const past = bracket.from > cursor ? 'after' : 'before';
        const open = bracket.to === null || bracket.to > cursor;
        return (
          <TransactionPill key={bracket.from} bracket={bracket} row={row} column={column} past={past} open={open} />
        );
      })}
      {shown.arrows.map((arrow) => {
        const [from, to] = [rows.get(arrow.from), rows.get(arrow.to)];
        if (from === undefined || to === undefined || from === to) return null;
        const key = `${String(arrow.sent)} ${arrow.wire}`;
        return <ArrowLine key={key} arrow={arrow} from={from} to={to} column={column} past={pastOf(arrow, cursor)} />;
      })}
      {shown.ticks.map((tick) => (
        <PlacedTick key={tick.step} tick={tick} column={column} large={large} faint={tick.step > cursor} />
      ))}
      <Axis span={span} column={column} cursor={cursor} />
    </>
  );
});

function pastOf({ sent, arrived }: Arrow, cursor: number): Past {
  if (cursor === arrived || (cursor === sent && arrived !== null)) return 'here';
  return sent > cursor ? 'after' : 'before';
}

interface PlacedTickProps {
  readonly tick: Tick;
  readonly column: number;
  readonly large: boolean;
  readonly faint: boolean;
}

export const PlacedTick = memo(function PlacedTick({ tick, column, large, faint }: PlacedTickProps) {
  return (
    <g
      transform={`translate(${String(stepX(tick.step, column))} ${String(laneY(tick.lane))})`}
      className={faint ? 'opacity-50' : undefined}
    >
      <TickMark glyph={tick.glyph} large={large} />
    </g>
  );
});

interface BandsProps {
  readonly tones: readonly OwnTone[];
  readonly count: number;
  readonly span: Window;
  readonly column: number;
}

function Bands({ tones, count, span, column }: BandsProps) {
  const left = stepX(span.from, column) - 40;
  const width = stepX(span.to, column) + 4000 - left;
  return Array.from({ length: count }, (_, row) => (
    <g key={row}>
      <rect
        x={left}
        y={AXIS_HEIGHT + row * LANE_HEIGHT}
        width={width}
        height={LANE_HEIGHT - 1}
        className={OWN_FILL[tones[row] ?? 0]}
      />
      <path d={`M${String(left)} ${String(laneY(row))}h${String(width)}`} className="stroke-hair" />
    </g>
  ));
}

/** Numbers of steps, as many as have room. The cursor's own is on its flag. */
function Axis({ span, column, cursor }: { readonly span: Window; readonly column: number; readonly cursor: number }) {
  const digits = String(span.to).length;
  const stride = axisStride(column, digits);
  const first = Math.ceil(span.from / stride) * stride;
  const numbers = Array.from(
    { length: Math.max(0, Math.floor((span.to - first) / stride) + 1) },
    (_, k) => first + k * stride,
  );
  return numbers.map((step) =>
    Math.abs(step - cursor) * column < 14 + 7 * digits ? null : (
      <text key={step} x={stepX(step, column)} y="18" textAnchor="middle" className="num fill-faint text-12">
        {step}
      </text>
    ),
  );
}
