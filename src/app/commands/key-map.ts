export type CommandGroup = 'go' | 'steps' | 'play' | 'look' | 'change';

interface Binding {
  /** In tinykeys' spelling; `$mod` is Ctrl or Cmd. Pressed one after the other where a space stands between. */
  readonly keys: readonly string[];
  readonly group: CommandGroup;
  /** Holding the key down does it again and again. */
  readonly repeats?: boolean;
  /** Works in text fields and in dialogs too. */
  readonly everywhere?: boolean;
}

/** Every command of the page with its keys: the one source of hotkeys, the `?` sheet, the palette and the tooltips. */
export const KEY_MAP = {
  palette: { keys: ['$mod+k'], group: 'go', everywhere: true },
  shortcuts: { keys: ['?'], group: 'go' },
  settings: { keys: [], group: 'go' },
  theme: { keys: [], group: 'go' },
  language: { keys: [], group: 'go' },
  home: { keys: ['g h'], group: 'go' },
  search: { keys: ['/'], group: 'go' },
  openFile: { keys: [], group: 'go' },
  share: { keys: [], group: 'go' },
  close: { keys: ['Escape'], group: 'go' },

  nextStep: { keys: ['ArrowRight'], group: 'steps', repeats: true },
  previousStep: { keys: ['ArrowLeft'], group: 'steps', repeats: true },
  nextBeat: { keys: ['Shift+ArrowRight', 'F10'], group: 'steps', repeats: true },
  previousBeat: { keys: ['Shift+ArrowLeft'], group: 'steps', repeats: true },
  firstStep: { keys: ['Home'], group: 'steps' },
  lastStep: { keys: ['End'], group: 'steps' },
  nextHere: { keys: ['.'], group: 'steps', repeats: true },
  previousHere: { keys: [','], group: 'steps', repeats: true },
  toCause: { keys: ['u'], group: 'steps' },
  toEffect: { keys: ['j'], group: 'steps' },

  play: { keys: ['Space', 'k'], group: 'play' },
  slower: { keys: ['<'], group: 'play' },
  faster: { keys: ['>'], group: 'play' },
  live: { keys: ['l'], group: 'play' },
  breakpoint: { keys: ['b'], group: 'play' },
  toBreakpoint: { keys: ['F8'], group: 'play' },

  topology: { keys: ['g t'], group: 'look' },
  sequence: { keys: ['g s'], group: 'look' },
  list: { keys: ['g l'], group: 'look' },
  data: { keys: ['g d'], group: 'look' },
  tab1: { keys: ['1'], group: 'look' },
  tab2: { keys: ['2'], group: 'look' },
  tab3: { keys: ['3'], group: 'look' },
  tab4: { keys: ['4'], group: 'look' },
  drawer: { keys: ['q'], group: 'look' },
  fit: { keys: ['f'], group: 'look' },
  maximise: { keys: ['v'], group: 'look' },
  zoomIn: { keys: ['w'], group: 'look', repeats: true },
  zoomOut: { keys: ['s'], group: 'look', repeats: true },
  panLeft: { keys: ['a'], group: 'look', repeats: true },
  panRight: { keys: ['d'], group: 'look', repeats: true },

  undo: { keys: ['$mod+z'], group: 'change' },
} as const satisfies Record<string, Binding>;

export type CommandId = keyof typeof KEY_MAP;

export const COMMAND_IDS = Object.keys(KEY_MAP) as readonly CommandId[];

export const bindingOf = (id: CommandId): Binding => KEY_MAP[id];

/** A key that works alone, so that WCAG 2.1.4 wants a way to switch it off: a letter, a digit, a sign or the space bar. */
export function isSingleKey(keys: string): boolean {
  return keys === 'Space' || keys.split(' ').every((press) => press.length === 1);
}
