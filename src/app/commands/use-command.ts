import { useEffect, useEffectEvent } from 'react';
import type { CommandId } from './key-map.ts';
import { register } from './command-store.ts';

export interface CommandUse {
  readonly id: CommandId;
  readonly run: () => void;
  /** False while it cannot do anything: its keys go to the next that can. */
  readonly enabled?: boolean;
}

/** Makes a command of the key map do something for as long as the component is on the page. */
export function useCommand({ id, run, enabled = true }: CommandUse): void {
  const latest = useEffectEvent(run);
  useEffect(
    () =>
      register({
        id,
        enabled,
        run: () => {
          latest();
        },
      }),
    [id, enabled],
  );
}
