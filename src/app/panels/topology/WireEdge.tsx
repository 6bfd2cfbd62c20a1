import type { EdgeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Way } from './geometry.ts';
import type { WireFlowEdge } from './flow.ts';
import type { RoutedWire } from './routes.ts';
import { useWireState } from './use-wire-state.ts';

type Tone = 'rest' | 'hot' | 'lost' | 'waiting';

const STROKE = {
  rest: 'stroke-edge',
  hot: 'stroke-accent [stroke-width:2]',
  lost: 'stroke-fail [stroke-width:2]',
  waiting: 'stroke-wait-text',
} satisfies Record<Tone, string>;

const HEAD = {
  rest: 'fill-edge stroke-edge',
  hot: 'fill-accent stroke-accent',
  lost: 'fill-fail stroke-fail',
  waiting: 'fill-wait-text stroke-wait-text',
} satisfies Record<Tone, string>;

const LABEL_AT_MOST = 16;

/** A way between two things. The line says the kind: solid asks, dashes tell, dots answer; it is blue while something moves along it. */
export function WireEdge({ data }: EdgeProps<WireFlowEdge>) {
  return data === undefined ? null : <Wire wire={data.wire} />;
}

function Wire({ wire }: { readonly wire: RoutedWire }) {
  const { moving, answer, never } = useWireState(wire);
  const there: Tone = moving === null || moving.back ? 'rest' : moving.fate === 'lost' ? 'lost' : 'hot';
  const back: Tone = moving?.back === true ? 'hot' : answer === 'lost' ? 'lost' : answer;
  // A confirm and an ack have no line of their own: they go back along the way their message came.
  const backHere = wire.answer === null && back === 'hot';
  if (never !== null) return <NeverWire way={wire.way} type={never} />;
  if (wire.kind === 'reach' && moving === null) return null;
  return (
    <>
      <Line
        way={wire.way}
        dash={wire.kind === 'call' || wire.kind === 'reach' ? '' : '6 4'}
        tone={backHere ? back : there}
        open={wire.kind !== 'call'}
        isBack={backHere}
      />
      {wire.answer !== null && <Line way={wire.answer} dash={back === 'waiting' ? '4 4' : '1.5 4'} tone={back} open />}
      {wire.answer !== null && answer === 'lost' && moving === null && <Crossed {...wire.answer.middle} />}
      {wire.kind === 'call' && <Label wire={wire} />}
    </>
  );
}

interface LineProps {
  readonly way: Way;
  readonly dash: string;
  readonly tone: Tone;
  readonly open: boolean;
  /** The head stands at the start. */
  readonly isBack?: boolean;
}

function Line({ way: { path, start, end }, dash, tone, open, isBack = false }: LineProps) {
  const { x, y, angle } = isBack ? start : end;
  return (
    <>
      <path
        d={path}
        strokeDasharray={dash}
        strokeLinecap={dash === '1.5 4' ? 'round' : undefined}
        className={`fill-none [stroke-width:1.5] ${STROKE[tone]}`}
      />
      <path
        d={open ? 'M-8-4.5 0 0-8 4.5' : 'M-9-4.8 0 0-9 4.8z'}
        transform={`translate(${String(x)} ${String(y)}) rotate(${String(angle)})`}
        className={`[stroke-width:1.5] ${open ? `fill-none ${STROKE[tone]}` : `stroke-none ${HEAD[tone]}`}`}
      />
    </>
  );
}

function Label({ wire }: { readonly wire: RoutedWire }) {
  const { label, labelAt } = wire;
  const text = label.length > LABEL_AT_MOST ? `${label.slice(0, LABEL_AT_MOST - 1)}…` : label;
  return (
    <text
      x={labelAt.x}
      y={labelAt.y}
      textAnchor="middle"
      className="halo-text fill-muted font-mono text-12 tracking-[-0.03em]"
    >
      {text}
    </text>
  );
}

/** Red dashes with a crossed ring: this message was lost with the process, and no copy of it exists. */
function NeverWire({ way, type }: { readonly way: Way; readonly type: string }) {
  const { t } = useTranslation('stage');
  const { x, y } = way.middle;
  return (
    <>
      <path d={way.path} strokeDasharray="5 5" className="fill-none stroke-fail [stroke-width:1.5]" />
      <Crossed x={x} y={y} large />
      <text x={x + 20} y={y - 3} className="halo-text fill-fail-text text-12 font-semibold">
        {type}
      </text>
      <text x={x + 20} y={y + 12} className="halo-text fill-fail-text text-12">
        {t('wire.never')}
      </text>
    </>
  );
}

function Crossed({ x, y, large = false }: { readonly x: number; readonly y: number; readonly large?: boolean }) {
  return (
    <g transform={`translate(${String(x)} ${String(y)}) scale(${large ? '1' : '0.8'})`}>
      <circle r="11" className="fill-bg stroke-fail [stroke-width:2]" />
      <path d="m-4-4 8 8m0-8-8 8" strokeLinecap="round" className="fill-none stroke-fail [stroke-width:2.2]" />
    </g>
  );
}
