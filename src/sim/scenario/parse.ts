import type { JsonMap } from '../model/json.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Draft } from './draft.ts';
import { LIMITS } from './limits.ts';
import { own } from './own.ts';
import { Places, type SourceText, type Span } from './place.ts';
import { placedAt } from './problem.ts';
import { readYaml, tooLarge } from './yaml-source.ts';

/** A scenario as text: its file and the shipped bases it may stand on, by id. */
export interface ScenarioSource {
  readonly file: string;
  readonly text: string;
  readonly bases: Readonly<Record<string, string>>;
}

export const FORMAT = 1;

/** What reading gave: a draft when every layer is a map, its places, and all findings so far. */
export interface ReadScenario {
  readonly draft: Draft | null;
  readonly places: Places;
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a scenario file and its bases into a draft. Errors: not YAML 1.2 (no tags, no merge keys, no duplicate keys), too
 * large with its bases, of a newer format, an unknown base. What the keys mean is not looked at; `checkScenario` does that.
 */
export function parseScenario(source: ScenarioSource): Result<Draft, readonly Diagnostic[]> {
  const { draft, diagnostics } = readScenario(source);
  return draft === null || diagnostics.some(({ severity }) => severity === 'error') ? fail(diagnostics) : ok(draft);
}

/** As `parseScenario`, and keeps the place of every value. */
export function readScenario(source: ScenarioSource): ReadScenario {
  const places = new Places();
  const own = readYaml(source.file, source.text, places);
  const diagnostics: Diagnostic[] = [...own.diagnostics];
  if (own.map === null) return { draft: null, places, source: own.source, diagnostics };
  const newer = formatProblem(own.map, own.source, places);
  if (newer !== null) return { draft: null, places, source: own.source, diagnostics: [newer] };
  const bases = readBases(source, own.map, own.source, places);
  diagnostics.push(...bases.diagnostics);
  const { id } = own.map;
  const draft: Draft = { format: FORMAT, id: typeof id === 'string' ? id : '', layers: [...bases.layers, own.map] };
  return { draft: bases.complete ? draft : null, places, source: own.source, diagnostics };
}

function formatProblem(map: JsonMap, source: SourceText, places: Places): Diagnostic | null {
  const format = own(map, 'format');
  if (format === FORMAT) return null;
  const place = places.of(map, 'format');
  const span = place?.value ?? { start: 0, end: 0 };
  const newer = typeof format === 'number' && format > FORMAT;
  const code = newer ? 'format-newer' : 'value-type';
  const message = newer ? 'This file needs a newer Sagascope.' : '`format` wants 1.';
  return placedAt(source, span, { severity: 'error', code, message, suggestion: newer ? null : 'Write `format: 1`.' });
}

interface ReadBases {
  readonly layers: readonly JsonMap[];
  readonly diagnostics: readonly Diagnostic[];
  readonly complete: boolean;
}

/** Follows `base` from the file downwards; the lowest base comes first. */
function readBases(source: ScenarioSource, top: JsonMap, topSource: SourceText, places: Places): ReadBases {
  const layers: JsonMap[] = [];
  const diagnostics: Diagnostic[] = [];
  let size = source.text.length;
  let above = { map: top, source: topSource };
  const refuse = (code: string, message: string, suggestion: string | null = null): ReadBases => {
    const span = places.of(above.map, 'base')?.value ?? START;
    diagnostics.push(placedAt(above.source, span, { severity: 'error', code, message, suggestion }));
    return { layers, diagnostics, complete: false };
  };
  for (let id = own(above.map, 'base'); id !== undefined && id !== null; id = own(above.map, 'base')) {
    if (typeof id !== 'string') return refuse('value-type', '`base` wants the id of a base.');
    const text = own(source.bases, id);
    if (text === undefined) return refuse('target-unknown', `There is no \`${id}\`.`, knownBases(source));
    size += text.length;
    if (size > LIMITS.bytes) return refuse('too-large', tooLarge());
    if (layers.length === LIMITS.bases)
      return refuse('too-large', `More than ${String(LIMITS.bases)} bases stand on one another.`);
    const read = readYaml(baseFile(id), text, places);
    diagnostics.push(...read.diagnostics);
    if (read.map === null) return { layers, diagnostics, complete: false };
    layers.unshift(read.map);
    above = { map: read.map, source: read.source };
  }
  return { layers, diagnostics, complete: true };
}

const START: Span = { start: 0, end: 0 };

/** Where bases stand, beside the scenarios. */
export const BASES = '_bases/';

const baseFile = (id: string): string => `${BASES}${id}.yaml`;

function knownBases(source: ScenarioSource): string {
  const ids = Object.keys(source.bases);
  return ids.length === 0 ? 'No base is shipped here.' : `Known: ${ids.join(', ')}.`;
}
