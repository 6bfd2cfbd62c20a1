import type { Arrow } from '#sim/projections/story.ts';
import type { SequenceLayout } from './sequence-layout.ts';

interface MessageArrowProps {
  readonly arrow: Arrow;
  /** Undefined when that end is not on the diagram. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly layout: SequenceLayout;
  readonly here: boolean;
}

const DASH = { command: undefined, query: undefined, event: '6 4', reply: '1.5 4' } as const;
const BAR = 8;
/** Nearer to the receiver, where arrows that leave together have parted. */
const LABEL_AT = 0.6;

/** A message: the line says its kind, the slope how long it took; a cross where it was lost, an open end where it is still on its way. */
export function MessageArrow({ arrow, from, to, layout, here }: MessageArrowProps) {
  if (from === undefined || to === undefined || from === to) return null;
  const { sent, arrived, token, label, fate } = arrow;
  const towards = to > from ? 1 : -1;
  const y1 = layout.yOf(sent);
  const stops = arrived === null;
  const x1 = from + towards * BAR;
  const x2 = stops ? from + (to - from) * 0.55 : to - towards * BAR;
  const y2 = stops ? y1 + 10 : layout.yOf(arrived);
  const lost = fate === 'lost';
  const tone = here ? 'stroke-accent [stroke-width:2]' : lost ? 'stroke-fail' : 'stroke-edge';
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const open = token === 'event' || token === 'reply';
  return (
    <g className="[stroke-width:1.5]">
      <path
        d={`M${String(x1)} ${String(y1)}L${String(x2)} ${String(y2)}`}
        strokeDasharray={DASH[token]}
        strokeLinecap={token === 'reply' ? 'round' : undefined}
        className={`fill-none ${tone}`}
      />
      <path
        transform={`translate(${String(x2)} ${String(y2)}) rotate(${String(angle)})`}
        d={lost ? 'm-5-5 10 10m0-10-10 10' : open || stops ? 'M-8-4.5 0 0-8 4.5' : 'M-9-4.8 0 0-9 4.8z'}
        className={open || stops || lost ? `fill-none ${tone}` : `stroke-none ${here ? 'fill-accent' : 'fill-edge'}`}
      />
      <text
        x={x1 + (x2 - x1) * LABEL_AT}
        y={y1 + (y2 - y1) * LABEL_AT - 8}
        textAnchor="middle"
        className={`text-12 [paint-order:stroke] [stroke-linejoin:round] [stroke-width:4px] [stroke:var(--bg)] ${here ? 'fill-accent-text font-semibold' : lost ? 'fill-fail-text' : 'fill-muted'}`}
      >
        {label}
      </text>
    </g>
  );
}
