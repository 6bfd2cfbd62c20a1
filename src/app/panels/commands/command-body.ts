import { isList, isMap, type Json, type JsonMap } from '#sim/model/json.ts';
import type { PlanEntry, RunEntry } from '#sim/scenario/plan.ts';
import type { Command } from '#sim/scenario/scenario.ts';

/** What the form starts from: the command's body, with an id that no run of the plan has used yet. */
export function freshBody(command: Command, plan: readonly PlanEntry[]): JsonMap {
  const { id } = command.body;
  if (typeof id !== 'string') return command.body;
  const used = new Set([id, ...plan.flatMap((entry) => idsOf(entry))]);
  return { ...command.body, id: isUsed(command, plan) ? nextId(id, used) : id };
}

const isUsed = (command: Command, plan: readonly PlanEntry[]): boolean =>
  plan.some((entry) => entry.kind === 'run' && entry.command === command.name);

const idsOf = (entry: PlanEntry): readonly string[] => {
  const id = entry.kind === 'run' ? entry.with['id'] : undefined;
  return typeof id === 'string' ? [id] : [];
};

/** `O-1` → `O-2`, or the first after it that is free. */
function nextId(id: string, used: ReadonlySet<string>): string {
  const [, stem = `${id}-`, digits = '1'] = /^(.*?)(\d+)$/u.exec(id) ?? [];
  for (let number = Number(digits) + 1; ; number += 1) {
    const candidate = stem + String(number);
    if (!used.has(candidate)) return candidate;
  }
}

/** One more run of a command at a point in virtual time, naming only what differs from its body. */
export function runEntry(command: Command, body: JsonMap, atMs: number): RunEntry {
  const changed = Object.entries(body).filter(([key, value]) => !same(value, command.body[key]));
  return {
    kind: 'run',
    id: null,
    command: command.name,
    with: Object.fromEntries(changed),
    instance: null,
    repeat: 1,
    everyMs: 0,
    when: { kind: 'time', atMs },
  };
}

/** Order of keys does not make two values different. */
function same(one: Json, other: Json | undefined): boolean {
  if (isList(one)) {
    return isList(other) && one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (isMap(one)) {
    const keys = Object.keys(one);
    return (
      isMap(other) &&
      keys.length === Object.keys(other).length &&
      keys.every((key) => same(one[key] ?? null, other[key]))
    );
  }
  return one === other;
}

/** A new item for a list: like its last one. */
export function anotherItem(items: readonly Json[]): Json {
  return items.at(-1) ?? '';
}
