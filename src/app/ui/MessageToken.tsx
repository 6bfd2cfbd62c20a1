/** What a message is, by its shape: a command points where it goes, an event is round, a reply is a query left hollow. */
export type TokenShape = 'command' | 'event' | 'query' | 'reply';

export type TokenLook = 'rest' | 'here' | 'lost' | 'comp';

const SHAPES = {
  command: { path: 'M-11-9H4L12 0 4 9H-11z', letter: 'C', shift: -1.5 },
  event: { path: 'M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0', letter: 'E', shift: 0 },
  query: { path: 'M0-12 12 0 0 12-12 0z', letter: 'Q', shift: 0 },
  reply: { path: 'M0-12 12 0 0 12-12 0z', letter: 'R', shift: 0 },
} satisfies Record<TokenShape, { path: string; letter: string; shift: number }>;

const FILLED = {
  rest: 'fill-muted stroke-muted',
  here: 'fill-accent stroke-accent',
  lost: 'fill-raise stroke-fail [stroke-width:2]',
  comp: 'fill-comp stroke-comp-text',
} satisfies Record<TokenLook, string>;

const HOLLOW = {
  rest: 'fill-raise stroke-muted',
  here: 'fill-raise stroke-accent [stroke-width:2]',
  lost: 'fill-raise stroke-fail [stroke-width:2]',
  comp: 'fill-raise stroke-comp-text [stroke-width:2]',
} satisfies Record<TokenLook, string>;

const LETTER = {
  rest: 'fill-bg',
  here: 'fill-on-accent',
  lost: 'fill-fail-text',
  comp: 'fill-on-comp',
} satisfies Record<TokenLook, string>;

const HOLLOW_LETTER = {
  rest: 'fill-muted',
  here: 'fill-accent-text',
  lost: 'fill-fail-text',
  comp: 'fill-comp-text',
} satisfies Record<TokenLook, string>;

const HALO = {
  rest: 'fill-transparent',
  here: 'fill-accent',
  lost: 'fill-fail',
  comp: 'fill-comp-text',
} satisfies Record<TokenLook, string>;

interface MessageTokenProps {
  readonly shape: TokenShape;
  readonly look: TokenLook;
  readonly size?: number;
}

/** A message drawn around the middle of its own small picture; its letter says the kind where the shape is too small to tell. */
export function MessageToken({ shape, look, size = 40 }: MessageTokenProps) {
  const { path, letter, shift } = SHAPES[shape];
  const hollow = shape === 'reply';
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="-20 -20 40 40" className="block overflow-visible">
      {look !== 'rest' && <circle r="18" className={`${HALO[look]} opacity-15`} />}
      <path d={path} className={`[stroke-width:1.5] ${(hollow ? HOLLOW : FILLED)[look]}`} />
      <text
        y="4.3"
        x={shift}
        textAnchor="middle"
        className={`text-12 font-bold ${(hollow ? HOLLOW_LETTER : LETTER)[look]}`}
      >
        {letter}
      </text>
    </svg>
  );
}
