import { bindingOf, type CommandId } from './key-map.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  Escape: 'Esc',
};

/** Node, where the tests run, has no navigator before version 21. */
const isApple = 'navigator' in globalThis && /Mac|iPhone|iPad/u.test(navigator.platform);

/** `$mod+k` → `Ctrl+K`, `⌘K` on Apple's keyboards; `g h` → `G H`. */
export function keyName(keys: string): string {
  return keys
    .split(' ')
    .map((press) =>
      press
        .split(/\b\+/u)
        .map(nameOfKey)
        .join(isApple ? '' : '+'),
    )
    .join(' ');
}

function nameOfKey(key: string): string {
  if (key === '$mod') return isApple ? '⌘' : 'Ctrl';
  if (key === 'Shift') return isApple ? '⇧' : 'Shift';
  const named = NAMES[key];
  if (named !== undefined) return named;
  return key.length === 1 ? key.toUpperCase() : key;
}

/** The first key of a command, as tooltips show it; undefined when it has none. */
export function hotkeyOf(id: CommandId): string | undefined {
  const [first] = bindingOf(id).keys;
  return first === undefined ? undefined : keyName(first);
}
