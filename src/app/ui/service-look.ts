import type { IconName } from './icon-paths.ts';

/** Which of the ownership tints a service has: told apart by name and icon first, the tint only helps. */
export type OwnTone = 0 | 1 | 2 | 3;

const TONES: readonly OwnTone[] = [1, 2, 3];

export const ownTone = (place: number): OwnTone => TONES[place % TONES.length] ?? 0;

export const OWN_GROUND = { 0: 'bg-own-0', 1: 'bg-own-1', 2: 'bg-own-2', 3: 'bg-own-3' } satisfies Record<
  OwnTone,
  string
>;
export const OWN_FILL = { 0: 'fill-own-0', 1: 'fill-own-1', 2: 'fill-own-2', 3: 'fill-own-3' } satisfies Record<
  OwnTone,
  string
>;
export const OWN_EDGE = {
  0: 'border-own-0-line',
  1: 'border-own-1-line',
  2: 'border-own-2-line',
  3: 'border-own-3-line',
} satisfies Record<OwnTone, string>;
export const OWN_INK = {
  0: 'text-own-0-ink',
  1: 'text-own-1-ink',
  2: 'text-own-2-ink',
  3: 'text-own-3-ink',
} satisfies Record<OwnTone, string>;

const ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/order|cart|checkout|basket/i, 'cart'],
  [/inventor|stock|warehouse|product|catalog|shipping/i, 'box'],
  [/user|customer|account|member/i, 'card'],
  [/payment|wallet|billing|invoice/i, 'lock'],
  [/view|report|search|history/i, 'search'],
];

/** The icon of a service by what its id says it is about. */
export const serviceIcon = (id: string): IconName => ICONS.find(([about]) => about.test(id))?.[1] ?? 'topology';
