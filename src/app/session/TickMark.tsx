import type { ReactNode } from 'react';
import type { TickGlyph } from '#sim/projections/tick-glyph.ts';

const QUIET = 'fill-none stroke-faint [stroke-width:1.6]';

/** The mark of a step around its own middle. A shape and never a colour alone says what happened. */
export function TickMark({ glyph, large }: { readonly glyph: TickGlyph; readonly large: boolean }) {
  return large ? MARKS[glyph] : (SMALL[glyph] ?? <circle r="2.5" className="fill-faint" />);
}

const square = <rect x="-4.5" y="-4.5" width="9" height="9" rx="2" className="fill-faint" />;
const hollow = (
  <rect x="-4.5" y="-4.5" width="9" height="9" rx="2" className="fill-bg stroke-faint [stroke-width:1.5]" />
);
const dot = <circle r="3.2" className="fill-faint" />;
const ring = <circle r="3.6" className="fill-bg stroke-faint [stroke-width:1.5]" />;
const triangle = <path d="M-4-5l9 5-9 5z" strokeLinejoin="round" className="fill-bg stroke-faint [stroke-width:1.5]" />;
const cross = (
  <g>
    <rect x="-8" y="-8" width="16" height="16" rx="4" className="fill-fail" />
    <path
      d="m-3.4-3.4 6.8 6.8m0-6.8-6.8 6.8"
      strokeLinecap="round"
      className="fill-none stroke-on-fail [stroke-width:2]"
    />
  </g>
);
const clock = (
  <g>
    <circle r="6" className="fill-bg stroke-faint [stroke-width:1.5]" />
    <path d="M0-3.4V0l2.2 1.4" className={QUIET} strokeLinecap="round" />
  </g>
);
const bolt = (
  <g>
    <circle r="10" className="fill-bg stroke-fail [stroke-width:2]" />
    <path d="M1.2-6.5-4.5 1h4l-.7 5.5L4.5-1h-4z" className="fill-fail" />
  </g>
);
const question = (
  <g>
    <circle r="9" className="fill-wait stroke-[var(--chip-edge)]" />
    <path
      d="M-2.4-2a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3.9-1.3 1.8M0 4.6v.1"
      strokeLinecap="round"
      className="fill-none stroke-on-wait [stroke-width:1.9]"
    />
  </g>
);
const tick = (
  <g>
    <rect x="-6.5" y="-6.5" width="13" height="13" rx="3" className="fill-muted" />
    <path
      d="m-3.2.2 2.3 2.3L3.3-2.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="fill-none stroke-bg [stroke-width:1.8]"
    />
  </g>
);
const back = (
  <path
    d="M-2-4.5-5-1.5l3 3M-5-1.5h6a3.2 3.2 0 0 1 0 6.4h-2"
    strokeLinecap="round"
    strokeLinejoin="round"
    className="fill-none stroke-muted [stroke-width:1.6]"
  />
);
const flag = (
  <path d="M-4 6V-5.5h8l-2 3 2 3h-8" strokeLinejoin="round" className="fill-none stroke-muted [stroke-width:1.6]" />
);
const lost = (
  <g>
    <circle r="6.5" className="fill-bg stroke-fail [stroke-width:1.8]" />
    <path
      d="m-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2"
      strokeLinecap="round"
      className="fill-none stroke-fail [stroke-width:1.8]"
    />
  </g>
);

const MARKS: Readonly<Record<TickGlyph, ReactNode>> = {
  send: dot,
  receive: ring,
  handler: triangle,
  end: ring,
  read: hollow,
  write: square,
  begin: <path d="M2-4.5h-4v9h4" className={QUIET} />,
  commit: tick,
  abort: (
    <g>
      <rect x="-6.5" y="-6.5" width="13" height="13" rx="3" className="fill-bg stroke-fail [stroke-width:1.5]" />
      <path d="M-4 4 4-4" strokeLinecap="round" className="fill-none stroke-fail [stroke-width:1.8]" />
    </g>
  ),
  refused: cross,
  unknown: question,
  broker: square,
  settle: dot,
  lost,
  timer: clock,
  fault: <path d="M1.2-7.5-5 1h4.4l-.8 6.5L5-1H.6z" className="fill-fail" />,
  crash: bolt,
  restart: back,
  deploy: <path d="M0-5.5 5 0 0 5.5-5 0z" className="fill-bg stroke-muted [stroke-width:1.6]" />,
  rest: flag,
  limit: <path d="M-4-5v10M4-5v10" className="fill-none stroke-fail [stroke-width:2]" />,
};

/** From afar only what went wrong keeps its shape. */
const SMALL: Partial<Record<TickGlyph, ReactNode>> = {
  refused: <rect x="-4" y="-4" width="8" height="8" rx="2" className="fill-fail" />,
  unknown: <circle r="4" className="fill-wait stroke-[var(--chip-edge)]" />,
  lost: <circle r="4" className="fill-bg stroke-fail [stroke-width:2]" />,
  crash: <circle r="4.5" className="fill-fail" />,
  fault: <circle r="3.5" className="fill-fail" />,
  abort: <circle r="3.5" className="fill-bg stroke-fail [stroke-width:1.5]" />,
  commit: <rect x="-3" y="-3" width="6" height="6" rx="1.5" className="fill-muted" />,
};
