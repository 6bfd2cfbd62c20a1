import { memo } from 'react';
import type { Card } from '../catalogue/card.ts';
import { type Box, HEIGHT, layOut, WIDTH } from './mini-layout.ts';
import { MiniService } from './MiniService.tsx';

/** A small picture of who talks to whom, drawn from the scenario. Says nothing that the words beside it do not say. */
export const MiniTopology = memo(function MiniTopology({ card }: { readonly card: Card }) {
  const { boxes, pipe } = layOut(card);
  return (
    <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} aria-hidden="true" className="block size-full">
      <g fill="none" stroke="var(--border)" strokeWidth="1.5">
        {card.asked.map((at) => {
          const box = boxes[at];
          return box === undefined ? null : (
            <Arrow key={at} from={{ x: box.x - 26, y: middle(box) }} to={entrance(box)} />
          );
        })}
        {card.calls.map(([from, to]) => {
          const [caller, callee] = [boxes[from], boxes[to]];
          if (caller === undefined || callee === undefined) return null;
          return <Arrow key={`${String(from)}-${String(to)}`} from={exit(caller)} to={entrance(callee)} />;
        })}
        {card.reaches.map(([from, to]) => {
          const [stranger, owner] = [boxes[from], boxes[to]];
          if (stranger === undefined || owner === undefined) return null;
          return <Reach key={`${String(from)}-${String(to)}`} from={exit(stranger)} to={entrance(owner)} />;
        })}
        {pipe !== null && <Events card={card} boxes={boxes} pipe={pipe} />}
      </g>
      {boxes.map((box, index) => (
        <MiniService key={index} box={box} service={card.services[index]} tint={(index % 3) + 1} />
      ))}
    </svg>
  );
});

interface Point {
  readonly x: number;
  readonly y: number;
}

const middle = ({ y, height }: Box): number => y + height / 2;
const entrance = (box: Box): Point => ({ x: box.x - 2, y: middle(box) });
const exit = (box: Box): Point => ({ x: box.x + box.width + 2, y: middle(box) });

/** Straight where it can be, else an S. */
function curve(from: Point, to: Point): string {
  const half = (to.x - from.x) / 2;
  const [a, b, c, d] = [from.x, from.y, to.x, to.y].map((value) => value.toFixed(1));
  if (from.y === to.y) return `M${a ?? ''} ${b ?? ''}H${c ?? ''}`;
  return `M${a ?? ''} ${b ?? ''}C${(from.x + half).toFixed(1)} ${b ?? ''} ${(from.x + half).toFixed(1)} ${d ?? ''} ${c ?? ''} ${d ?? ''}`;
}

function Arrow({ from, to, dashed = false }: { readonly from: Point; readonly to: Point; readonly dashed?: boolean }) {
  return (
    <>
      <path d={curve(from, to)} strokeDasharray={dashed ? '5 4' : undefined} />
      <path
        d="M-7-4 0 0-7 4"
        fill={dashed ? 'none' : 'var(--border)'}
        transform={`translate(${to.x.toFixed(1)} ${to.y.toFixed(1)})`}
      />
    </>
  );
}

/** Into a database that is somebody else's: red and struck, whether or not it is let in. */
function Reach({ from, to }: { readonly from: Point; readonly to: Point }) {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return (
    <g stroke="var(--fail)">
      <path d={curve(from, to)} strokeDasharray="5 4" />
      <circle cx={x} cy={y} r="8" fill="var(--raise)" />
      <path d={`M${(x - 3).toFixed(1)} ${(y - 3).toFixed(1)}l6 6m0-6-6 6`} strokeWidth="1.8" strokeLinecap="round" />
    </g>
  );
}

function Events({ card, boxes, pipe }: { readonly card: Card; readonly boxes: readonly Box[]; readonly pipe: Box }) {
  const publishers = [...new Set(card.events.map(([from]) => from))].flatMap((at) => boxes[at] ?? []);
  const consumers = [...new Set(card.events.map(([, to]) => to))].flatMap((at) => boxes[at] ?? []);
  const slots = [0, 1].map((slot) => pipe.x + pipe.width - 18 - slot * 14).filter((x) => x > pipe.x + 6);
  return (
    <>
      {publishers.map((box, index) => (
        <Arrow key={index} from={exit(box)} to={entrance(pipe)} dashed />
      ))}
      {consumers.map((box, index) => (
        <Arrow key={index} from={exit(pipe)} to={entrance(box)} dashed />
      ))}
      <rect {...pipe} rx="10" fill="var(--raise)" />
      {slots.map((x) => (
        <rect key={x} x={x} y={pipe.y + 5.5} width="10" height="9" rx="2" fill="var(--muted)" stroke="none" />
      ))}
    </>
  );
}
