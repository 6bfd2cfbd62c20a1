import type { EngineKind } from '#sim/kernel/engine-port.ts';
import { unreachable } from '#sim/model/invariant.ts';
import type { CardService } from '../catalogue/card.ts';
import type { Box } from './mini-layout.ts';

interface MiniServiceProps {
  readonly box: Box;
  readonly service: CardService | undefined;
  readonly tint: number;
}

/** A service: its boundary, what it runs, and inside the same boundary the database nobody else may open. */
export function MiniService({ box, service, tint }: MiniServiceProps) {
  const tall = box.height >= 60;
  const process = tall
    ? { x: box.x + 10, y: box.y + 8, width: box.width - 20, height: 18 }
    : { x: box.x + 7, y: box.y + 6, width: 34, height: box.height - 12 };
  const drawer = tall
    ? { x: box.x + 14, y: box.y + 33, width: box.width - 28, height: box.height - 41 }
    : { x: box.x + 48, y: box.y + 6, width: 33, height: box.height - 12 };
  const line = `var(--own-${String(tint)}-line)`;
  return (
    <g strokeWidth="1.5">
      <rect {...box} rx="7" fill={`var(--own-${String(tint)})`} stroke={line} strokeWidth="1.2" strokeDasharray="4 3" />
      <g fill="var(--raise)" stroke="var(--border)">
        <rect {...process} rx="5" />
        {service !== undefined && service.engine !== null && <Drawer engine={service.engine} box={drawer} />}
      </g>
    </g>
  );
}

function Drawer({ engine, box }: { readonly engine: EngineKind; readonly box: Box }) {
  switch (engine) {
    case 'postgres':
      return <Cylinder box={box} />;
    case 'sqlite':
      return (
        <>
          <Cylinder box={box} />
          <circle cx={box.x + box.width} cy={box.y + box.height / 2 + 2} r="4" />
        </>
      );
    case 'document':
      return <Pages box={box} />;
    case 'memory':
      return <Hexagon box={box} />;
    default:
      return unreachable(engine);
  }
}

function Cylinder({ box: { x, y, width, height } }: { readonly box: Box }) {
  const lid = Math.min(4.5, height / 5);
  const half = width / 2;
  const side = height - 2 * lid;
  const rows = [0.35, 0.65].map((share) => y + 2 * lid + share * side).filter((row) => row < y + height - lid);
  return (
    <>
      <path
        d={`M${String(x)} ${String(y + lid)}v${String(side)}a${String(half)} ${String(lid)} 0 0 0 ${String(width)} 0v${String(-side)}`}
      />
      <ellipse cx={x + half} cy={y + lid} rx={half} ry={lid} />
      {rows.map((row) => (
        <path
          key={row}
          d={`M${String(x + 7)} ${String(row)}h${String(width - 14)}`}
          stroke="var(--rule)"
          strokeWidth="3"
        />
      ))}
    </>
  );
}

function Pages({ box: { x, y, width, height } }: { readonly box: Box }) {
  const page = { width: width - 5, height: height - 5 };
  const lines = [0.4, 0.68].map((share) => y + 5 + share * page.height);
  return (
    <>
      <rect x={x + 5} y={y} {...page} rx="3" />
      <rect x={x} y={y + 5} {...page} rx="3" />
      {lines.map((row, index) => (
        <path
          key={row}
          d={`M${String(x + 6)} ${String(row)}h${String(page.width - 12 - index * 5)}`}
          stroke="var(--faint)"
        />
      ))}
    </>
  );
}

function Hexagon({ box: { x, y, width, height } }: { readonly box: Box }) {
  const cut = width / 4;
  return (
    <path
      d={`M${String(x + cut)} ${String(y)}h${String(width - 2 * cut)}l${String(cut)} ${String(height / 2)}l${String(-cut)} ${String(height / 2)}h${String(2 * cut - width)}l${String(-cut)} ${String(-height / 2)}z`}
    />
  );
}
