import type { Lane } from '#sim/projections/lanes.ts';
import type { SequenceView } from '#sim/projections/sequence.ts';
import { useSeek } from '../../session/session.tsx';
import { TickMark } from '../../session/TickMark.tsx';
import { milliseconds } from '../../ui/figures.ts';
import { ActivationBar } from './ActivationBar.tsx';
import { MessageArrow } from './MessageArrow.tsx';
import { lifelineX, type SequenceLayout, TIME_WIDTH } from './sequence-layout.ts';
import { TornPaper } from './TornPaper.tsx';

interface SequenceDrawingProps {
  readonly view: SequenceView;
  readonly layout: SequenceLayout;
  readonly participants: readonly Lane[];
  readonly column: number;
  readonly cursor: number;
}

/** Marks that a message arrow already shows. */
const ON_ARROWS: ReadonlySet<string> = new Set(['send', 'receive', 'broker', 'settle']);

export function SequenceDrawing({ view, layout, participants, column, cursor }: SequenceDrawingProps) {
  const width = TIME_WIDTH + participants.length * column;
  const places = new Map(participants.map(({ actor }, place) => [actor, lifelineX(place, column)]));
  const last = layout.rows.at(-1);
  return (
    <svg aria-hidden="true" width={width} height={layout.height} className="block">
      {last?.step === cursor && <rect x="0" y={last.y - 10} width={width} height="20" className="fill-accent-soft" />}
      {[...places].map(([actor, x]) => (
        <path
          key={actor}
          d={`M${String(x)} 0V${String(layout.height)}`}
          className="stroke-rule"
          strokeDasharray="2 4"
        />
      ))}
      {view.bars.map((bar) => (
        <ActivationBar key={`${bar.kind} ${String(bar.from)}`} bar={bar} x={places.get(bar.actor)} layout={layout} />
      ))}
      {layout.rows.map(({ step, y, at, torn }) => (
        <g key={step}>
          {torn !== null && <TornPaper y={torn.y} width={width} ms={torn.ms} />}
          {at !== null && (
            <text x={TIME_WIDTH - 10} y={y + 4} textAnchor="end" className="num fill-faint text-12">
              {milliseconds(at)}
            </text>
          )}
        </g>
      ))}
      {view.arrows.map((arrow) => (
        <MessageArrow
          key={`${String(arrow.sent)} ${arrow.wire}`}
          arrow={arrow}
          from={places.get(arrow.from)}
          to={places.get(arrow.to)}
          layout={layout}
          here={arrow.sent === cursor || arrow.arrived === cursor}
        />
      ))}
      <OwnMarks view={view} layout={layout} places={places} />
      <RowTargets layout={layout} width={width} />
    </svg>
  );
}

interface OwnMarksProps {
  readonly view: SequenceView;
  readonly layout: SequenceLayout;
  readonly places: ReadonlyMap<string, number>;
}

/** What an actor did by itself: wrote, committed, crashed, came to rest. */
function OwnMarks({ view, layout, places }: OwnMarksProps) {
  return view.rows.map(({ step, actor, glyph }) => {
    const x = places.get(actor);
    if (x === undefined || ON_ARROWS.has(glyph)) return null;
    return (
      <g key={step} transform={`translate(${String(x)} ${String(layout.yOf(step))})`}>
        <TickMark glyph={glyph} large />
      </g>
    );
  });
}

/** Press a line to go there. */
function RowTargets({ layout, width }: { readonly layout: SequenceLayout; readonly width: number }) {
  const seek = useSeek();
  return layout.rows.map(({ step, y }) => (
    <rect
      key={step}
      x="0"
      y={y - 8}
      width={width}
      height="16"
      className="cursor-pointer fill-transparent hover:fill-[var(--hatch)] hover:opacity-30"
      onClick={() => {
        seek(step);
      }}
    />
  ));
}
