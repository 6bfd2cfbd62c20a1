import type { Moving } from '#sim/projections/moving.ts';

const HOP_MS = 500;
const SHORTEST_MS = 120;
const LONGEST_MS = 900;
/** How far from the end of its wire an arrived message stands, so that the head stays in sight. */
const STOP_SHORT = '20px';

/** How long a hop takes in real milliseconds at a speed, whatever the simulated latency was. */
export const hopMs = (speed: number): number => Math.min(LONGEST_MS, Math.max(SHORTEST_MS, HOP_MS / speed));

/** Which stretch of its wire a message travels at a step: it leaves for the middle, arrives from there, or goes all the way. */
export function stretchOf(leg: Moving['leg'], reversed: boolean): { readonly from: string; readonly to: string } {
  const [start, end] = reversed ? ['100%', STOP_SHORT] : ['0%', `calc(100% - ${STOP_SHORT})`];
  switch (leg) {
    case 'out':
      return { from: start, to: '50%' };
    case 'in':
      return { from: '50%', to: end };
    default:
      return { from: start, to: end };
  }
}
