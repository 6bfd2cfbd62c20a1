import { createKeybindingsHandler } from 'tinykeys';
import { settingsStore } from '../stores/settings.ts';
import { acting } from './command-store.ts';
import { bindingOf, COMMAND_IDS, type CommandId } from './key-map.ts';
import { mayAct } from './key-rules.ts';

/** Sequences come first, so that the second key of `G S` is not taken for an `S`. */
const bySequence = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  Number(other.includes(' ')) - Number(one.includes(' '));

function idsByKeys(): readonly (readonly [string, readonly CommandId[]])[] {
  const found = new Map<string, CommandId[]>();
  for (const id of COMMAND_IDS) {
    for (const keys of bindingOf(id).keys) found.set(keys, [...(found.get(keys) ?? []), id]);
  }
  return [...found].sort(bySequence);
}

/** Where a sign stands on the keyboard differs, with or without Shift; what counts is the sign. */
const spellings = (keys: string): readonly string[] =>
  /^[^\p{L}\p{N}]$/u.test(keys) ? [keys, `Shift+${keys}`] : [keys];

function act(keys: string, ids: readonly CommandId[], event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const command = acting(ids);
  if (command === undefined) return;
  const { repeats = false, everywhere = false } = bindingOf(command.id);
  if (event.repeat && !repeats) return;
  if (!everywhere && !mayAct(keys, event.target, settingsStore.getState().singleKeys)) return;
  event.preventDefault();
  command.run();
}

type Binding = readonly [spelling: string, act: (event: KeyboardEvent) => void];

/** Listens to the keys of all commands; the answer stops it. */
export function listenToKeys(target: EventTarget): () => void {
  const bindings: readonly Binding[] = idsByKeys().flatMap(([keys, ids]) =>
    spellings(keys).map((spelling): Binding => [
      spelling,
      (event: KeyboardEvent) => {
        act(keys, ids, event);
      },
    ]),
  );
  const handler = createKeybindingsHandler(Object.fromEntries(bindings));
  target.addEventListener('keydown', handler);
  return () => {
    target.removeEventListener('keydown', handler);
  };
}
