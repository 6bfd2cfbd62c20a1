import { createStore } from 'zustand/vanilla';
import type { CommandId } from './key-map.ts';

export interface Registration {
  readonly id: CommandId;
  readonly enabled: boolean;
  readonly run: () => void;
}

interface Commands {
  /** In order of arrival: of two for one id, or one key, the later and so the nearer one acts. */
  readonly registered: readonly Registration[];
}

export const commandStore = createStore<Commands>()(() => ({ registered: [] }));

/** Puts a command in force; the answer takes it out again. */
export function register(registration: Registration): () => void {
  commandStore.setState(({ registered }) => ({ registered: [...registered, registration] }));
  return () => {
    commandStore.setState(({ registered }) => ({ registered: registered.filter((one) => one !== registration) }));
  };
}

/** What would act now for one of these ids: the latest that is enabled. */
export function acting(
  ids: readonly CommandId[],
  { registered }: Commands = commandStore.getState(),
): Registration | undefined {
  return registered.findLast((one) => one.enabled && ids.includes(one.id));
}
