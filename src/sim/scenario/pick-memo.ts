import type { Json } from '../model/json.ts';
import { own } from './own.ts';

/**
 * Remembers what became of each map and list under each combination of the options it depends on. A file is looked at in many
 * variants, and most of it is the same in all of them: the same in value, and the same object.
 */
export class PickMemo {
  readonly #choices = new WeakMap<object, readonly string[]>();
  readonly #picked = new WeakMap<object, Map<string, Json>>();

  /** The choices a value depends on, sorted. An alias that stands inside itself does not come this far. */
  choicesIn(value: Json): readonly string[] {
    if (typeof value !== 'object' || value === null) return [];
    const known = this.#choices.get(value);
    if (known !== undefined) return known;
    const inner = new Set(Object.values(value).flatMap((child: Json) => this.choicesIn(child)));
    const choice = Array.isArray(value) ? undefined : own(value as Readonly<Record<string, Json>>, 'choose');
    if (typeof choice === 'string') inner.add(choice);
    const found = [...inner].sort();
    this.#choices.set(value, found);
    return found;
  }

  picked(value: object & Json, chosen: Readonly<Record<string, string>>, pick: () => Json): Json {
    const key = JSON.stringify(this.choicesIn(value).map((choice) => own(chosen, choice) ?? null));
    const byOptions = this.#picked.get(value) ?? new Map<string, Json>();
    this.#picked.set(value, byOptions);
    const known = byOptions.get(key);
    if (known !== undefined) return known;
    const result = pick();
    byOptions.set(key, result);
    return result;
  }
}
