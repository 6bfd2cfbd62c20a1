import { type Errand, runErrand } from '../actors/client.ts';
import { deploy } from '../actors/deploy.ts';
import type { World } from '../actors/world.ts';
import { faultKind } from '../faults/registry.ts';
import { record, start, type Home, type Work } from '../kernel/effect.ts';
import type { Watch } from '../kernel/watch.ts';
import { unreachable } from '../model/invariant.ts';
import { isMap, type JsonMap } from '../model/json.ts';
import { printJson } from '../model/print-json.ts';
import { evaluateValue } from '../scenario/expressions/value.ts';
import { matchesSelector } from '../scenario/match.ts';
import { printPlanEntry } from '../scenario/plan-line.ts';
import type { FaultEntry, OperateEntry, PlanEntry, RunEntry } from '../scenario/plan.ts';
import type { Service } from '../scenario/scenario.ts';

/** An entry of the plan, ready for the kernel: booked at a time, or watching for a point. */
export interface Planned {
  /** Tells it from another entry of the same words. */
  readonly key: string;
  readonly entry: string;
  readonly home: Home;
  readonly timed: readonly { readonly atMs: number; readonly work: (struck: () => void) => Work<void> }[];
  readonly watch: Watch | null;
}

const OPERATOR: Home = { actor: 'operator', instance: 1, part: 'process' };

export function planned(world: World, entry: PlanEntry, at: number): Planned {
  const key = String(at);
  const printed = printPlanEntry(entry);
  const home = entry.kind === 'run' ? homeOfClient(world, entry) : OPERATOR;
  const works = worksOf(world, entry, printed);
  if (entry.when.kind === 'time') {
    const { atMs } = entry.when;
    const everyMs = entry.kind === 'run' ? entry.everyMs : 0;
    return {
      key,
      entry: printed,
      home,
      timed: works.map((work, n) => ({ atMs: atMs + n * everyMs, work })),
      watch: null,
    };
  }
  const { selector } = entry.when;
  const defaultIn = entry.kind === 'run' ? null : (entry.on.split(/[./]/)[0] ?? null);
  const watch: Watch = {
    entry: key,
    n: selector.n,
    matches: (step, point) => point === selector.point && matchesSelector(selector, step, defaultIn),
    work: (struck) => strikeAtOnce(entry, home, works, struck),
  };
  return { key, entry: printed, home, timed: [], watch };
}

/**
 * A fault strikes in the very moment. A command or a deploy is someone else's doing, set off by it: it has a turn of its
 * own at the same instant, so that it never comes in the middle of a local transaction (E3).
 */
function* strikeAtOnce(entry: PlanEntry, home: Home, works: readonly PlannedWork[], struck: () => void): Work<void> {
  const everyMs = entry.kind === 'run' ? entry.everyMs : 0;
  for (const [n, work] of works.entries())
    if (entry.kind === 'fault') yield* work(struck);
    else yield* start(home, () => work(struck), n * everyMs);
}

function homeOfClient(world: World, entry: RunEntry): Home {
  const client = world.scenario.commands[entry.command]?.client ?? 'client';
  return { actor: client, instance: 1, part: 'process' };
}

type PlannedWork = (struck: () => void) => Work<void>;

function worksOf(world: World, entry: PlanEntry, printed: string): readonly PlannedWork[] {
  switch (entry.kind) {
    case 'run':
      return Array.from({ length: entry.repeat }, (_, at) => (struck) => send(world, entry, at + 1, struck));
    case 'fault':
      return [(struck) => strike(world, entry, printed, struck)];
    case 'operate':
      return [(struck) => operate(world, entry, printed, struck)];
    default:
      return unreachable(entry);
  }
}

function* send(world: World, entry: RunEntry, n: number, struck: () => void): Work<void> {
  const command = world.scenario.commands[entry.command];
  if (command === undefined) return;
  struck();
  const errand: Errand = { command, body: { ...command.body, ...filled(entry.with, n) }, instance: entry.instance };
  yield* runErrand(world, errand);
}

function filled(given: JsonMap, n: number): JsonMap {
  const computed = evaluateValue(given, { n }, { nextId: (prefix) => `${prefix}-${String(n)}` });
  return computed.ok && isMap(computed.value) ? computed.value : given;
}

/** A fault that finds nothing to strike, such as a crash of what is already down, did not strike (A2). */
function* strike(world: World, entry: FaultEntry, printed: string, struck: () => void): Work<void> {
  const kind = faultKind(entry.fault);
  if (kind?.applies(world, entry) !== true) return;
  struck();
  yield* record({
    happening: { kind: 'fault.injected', fault: entry.fault, on: entry.on, entry: printed },
    points: ['fault.injected'],
  });
  yield* kind.strike(world, entry);
}

function* operate(world: World, entry: OperateEntry, printed: string, struck: () => void): Work<void> {
  const state = world.services.get(entry.on);
  const version = printJson(entry.details['version'] ?? '');
  const service = state === undefined ? undefined : versionOf(world, entry.on, version);
  if (entry.operation !== 'deploy' || state === undefined || service === undefined) return;
  struck();
  yield* deploy(state, service, version === '' ? printed : version);
}

/** The scenario's service is the version it starts as; the others stand beside it. */
function versionOf(world: World, service: string, version: string): Service | undefined {
  const starting = world.scenario.services[service];
  return version === starting?.version ? starting : starting?.versions[version];
}
