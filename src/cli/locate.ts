import { isList, isMap, type Json } from '#sim/model/json.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { Path, Place, Places, SourceText, Span } from '#sim/scenario/place.ts';
import { spanInside } from '#sim/scenario/placing.ts';
import { placedAt } from '#sim/scenario/problem.ts';

/** A finding before it has a place. */
export type Finding = Pick<Diagnostic, 'severity' | 'code' | 'message' | 'suggestion'>;

export const error = (code: string, message: string, suggestion: string | null = null): Finding => ({
  severity: 'error',
  code,
  message,
  suggestion,
});

export const warning = (code: string, message: string): Finding => ({ ...error(code, message), severity: 'warning' });

/** Finds where something was written: in a file, and below it in the bases it stands on. */
export class Locator {
  readonly #layers: readonly Json[];
  readonly #places: Places;
  readonly #file: SourceText;

  /** `layers` from the lowest base to the file itself. */
  constructor(layers: readonly Json[], places: Places, file: SourceText) {
    this.#layers = layers.toReversed();
    this.#places = places;
    this.#file = file;
  }

  /** The finding at a path; what a choice hides, or nobody wrote, is shown at the nearest thing around it. */
  at(path: Path, found: Finding): Diagnostic {
    let best: { readonly place: Place; readonly depth: number } | null = null;
    for (const layer of this.#layers) {
      const reached = this.#walk(layer, path);
      if (reached !== null && reached.depth > (best?.depth ?? 0)) best = reached;
    }
    if (best === null) return placedAt(this.#file, { start: 0, end: 0 }, found);
    const { place, depth } = best;
    return placedAt(place.source, depth === path.length ? place.value : place.key, found);
  }

  /** The finding at a text of the file, for example a statement, or at a stretch inside it. */
  inText(text: string, within: Span | null, found: Finding): Diagnostic {
    for (const layer of this.#layers) {
      const place = this.#placeOfText(layer, text);
      if (place !== null)
        return placedAt(place.source, within === null ? place.value : spanInside(place, within), found);
    }
    return placedAt(this.#file, { start: 0, end: 0 }, found);
  }

  #walk(layer: Json, path: Path): { readonly place: Place; readonly depth: number } | null {
    let holder = layer;
    let reached: { readonly place: Place; readonly depth: number } | null = null;
    for (const [index, part] of path.entries()) {
      const key = isList(holder) ? Number(part) : part;
      if ((!isMap(holder) && !isList(holder)) || !Object.hasOwn(holder, key)) return reached;
      const place = this.#places.of(holder, key);
      if (place !== null) reached = { place, depth: index + 1 };
      holder = (Reflect.get(holder, key) ?? null) as Json;
    }
    return reached;
  }

  #placeOfText(holder: Json, text: string): Place | null {
    if (!isMap(holder) && !isList(holder)) return null;
    const entries: readonly (readonly [string | number, Json])[] = isList(holder)
      ? [...holder.entries()]
      : Object.entries(holder);
    for (const [key, value] of entries) {
      const place = value === text ? this.#places.of(holder, key) : this.#placeOfText(value, text);
      if (place !== null) return place;
    }
    return null;
  }
}
