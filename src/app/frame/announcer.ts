import { createStore } from 'zustand/vanilla';

export type Urgency = 'polite' | 'assertive';

interface Said {
  readonly text: string;
  /** Makes the same words news again. */
  readonly turn: number;
}

export const announcements = createStore<Readonly<Record<Urgency, Said>>>()(() => ({
  polite: { text: '', turn: 0 },
  assertive: { text: '', turn: 0 },
}));

/** Says a sentence to a screen reader. `assertive` interrupts: for errors only. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  announcements.setState((said) => ({ [urgency]: { text, turn: said[urgency].turn + 1 } }));
}
