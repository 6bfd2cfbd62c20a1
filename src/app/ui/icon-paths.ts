export interface IconPath {
  readonly line?: string;
  readonly solid?: string;
}

const circle = (cx: number, cy: number, r: number) =>
  `M${String(cx - r)} ${String(cy)}a${String(r)} ${String(r)} 0 1 0 ${String(2 * r)} 0a${String(r)} ${String(r)} 0 1 0 ${String(-2 * r)} 0`;

/** Our own drawings on a 16 grid: the same hand as the marks in the time views, and they survive an SVG export. */
const paths = {
  check: { line: 'm3 8.6 3.2 3.2L13 4.6' },
  cross: { line: 'm4 4 8 8m0-8-8 8' },
  plus: { line: 'M8 3v10M3 8h10' },
  minus: { line: 'M3 8h10' },
  search: { line: `${circle(7, 7, 4.5)}M10.5 10.5l3.5 3.5` },
  sun: { line: `${circle(8, 8, 3)}M8 1.5V3m0 10v1.5M1.5 8H3m10 0h1.5M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1` },
  moon: { line: 'M13 9.8A5.8 5.8 0 0 1 6.2 3 5.5 5.5 0 1 0 13 9.8z' },
  contrast: { line: circle(8, 8, 6), solid: 'M8 2a6 6 0 0 1 0 12z' },
  system: { line: 'M2 3.5h12v7.5H2zM5.5 13.5h5M8 11v2.5' },
  help: { line: `${circle(8, 8, 6)}M6.4 6.5a1.7 1.7 0 1 1 2.4 1.5c-.5.3-.8.6-.8 1.1M8 11.2v.1` },
  gear: {
    line: `${circle(8, 8, 2.2)}M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4`,
  },
  play: { solid: 'M4.5 2.5 13 8l-8.5 5.5z' },
  pause: { line: 'M5.5 3.5v9M10.5 3.5v9' },
  next: { line: 'm6 3 5 5-5 5' },
  previous: { line: 'm10 3-5 5 5 5' },
  first: { line: 'M4 3v10M12 3 7 8l5 5' },
  last: { line: 'M12 3v10M4 3l5 5-5 5' },
  down: { line: 'm3.5 6 4.5 4.5L12.5 6' },
  up: { line: 'm3.5 10 4.5-4.5 4.5 4.5' },
  right: { line: 'M3 8h10m-4-4 4 4-4 4' },
  more: { solid: `${circle(8, 3.5, 1)}${circle(8, 8, 1)}${circle(8, 12.5, 1)}` },
  folder: { line: 'M2 4.5V12.5h12V5.5H8L6.5 3.5H2z' },
  file: { line: 'M4 2h5l3 3v9H4zM9 2v3h3' },
  link: { line: 'M6.5 9.5l3-3M7 4.5l1-1a3 3 0 0 1 4.3 4.3l-1 1M9 11.5l-1 1A3 3 0 0 1 3.7 8.2l1-1' },
  share: { line: 'M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9' },
  copy: { line: 'M6 6h7v7H6zM10 6V3H3v7h3' },
  download: { line: 'M8 2.5V10m-3-3 3 3 3-3M3 11.5v2h10v-2' },
  undo: { line: 'M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6' },
  clock: { line: `${circle(8, 8, 6)}M8 4.5V8l2.5 1.5` },
  bolt: { solid: 'M9.2 1.5 3.5 9h4l-.7 5.5L12.5 7h-4z' },
  lock: { line: 'M4 7.5h8V13H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2' },
  dot: { solid: circle(8, 8, 5) },
  ring: { line: circle(8, 8, 5) },
  question: { line: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.2v.1' },
  twice: { line: 'M6 6h7v7H6zM10 6V3H3v7h3' },
  skull: { line: 'M4.5 11V9.5A4.5 4.5 0 1 1 11.5 9.5V11zM6.5 11v2.5h3V11M6 7.3v.2M10 7.3v.2' },
  wave: { line: 'M2 6c2-2 4-2 6 0s4 2 6 0M2 10.5c2-2 4-2 6 0s4 2 6 0' },
  cut: { line: 'M2 8h3l1-2M14 8h-3l-1 2M7 4.5l2 7' },
  keyboard: { line: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M4.5 9.5h7' },
  warning: { line: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1' },
  person: { line: `${circle(8, 5, 2.5)}M3 14c.3-3 2.3-4.5 5-4.5s4.7 1.5 5 4.5` },
  cart: { line: `M1.5 3h2l1.5 7h7l1.5-5H4.2${circle(6, 12.8, 0.9)}${circle(11, 12.8, 0.9)}` },
  box: { line: 'M8 2 14 5v6l-6 3-6-3V5zM2 5l6 3 6-3M8 8v6' },
  card: { line: `M2 3.5h12v9H2z${circle(5.6, 7, 1.3)}M3.7 10.7c.3-1.2 1-1.7 1.9-1.7s1.6.5 1.9 1.7M9.5 6.5h3M9.5 9h3` },
  broker: {
    line: `${circle(12.5, 4, 1.2)}${circle(12.5, 12, 1.2)}${circle(3.5, 8, 1.2)}M5 8h3c2 0 1-4 3.3-4M8 8c2 0 1 4 3.3 4`,
  },
  language: { line: `${circle(8, 8, 6)}M2 8h12M8 2c2 2 2.6 4 2.6 6S10 12 8 14c-2-2-2.6-4-2.6-6S6 4 8 2` },
  list: { line: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1' },
  code: { line: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5l3.5 3.5-3.5 3.5' },
  console: { line: 'm3 4.5 3.5 3.5L3 11.5M8 12h5' },
  grid: { line: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11' },
  flag: { line: 'M4 14V2.5h8L10.5 5.5l1.5 3H4' },
  beatNext: { line: 'm3 3.5 4.5 4.5L3 12.5M8 3.5l4.5 4.5L8 12.5' },
  beatPrevious: { line: 'M13 3.5 8.5 8l4.5 4.5M8 3.5 3.5 8 8 12.5' },
  cause: { line: 'M13 12V9a3 3 0 0 0-3-3H3.5M6.5 3l-3 3 3 3' },
  effect: { line: 'M3 12V9a3 3 0 0 1 3-3h6.5M9.5 3l3 3-3 3' },
  markRun: { line: 'M2.5 8h5m-2-2.5L8 8l-2.5 2.5', solid: circle(11.5, 8, 2.6) },
  fit: { line: 'M9.5 2.5h4v4m0-4L9 7M6.5 13.5h-4v-4m0 4L7 9' },
  move: { line: 'M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2M12 6l2 2-2 2' },
  topology: { line: 'M2 2.5h4.5v3.5H2zM9.5 10H14v3.5H9.5zM9.5 2.5H14v3.5H9.5zM6.5 4.3h3M11.8 6v4' },
} as const satisfies Record<string, IconPath>;

export type IconName = keyof typeof paths;

export const ICON_PATHS: Readonly<Record<IconName, IconPath>> = paths;
