import type { Assembled } from '../assemble.ts';
import type { Pick as Picked } from '../draft.ts';
import { LIMITS } from '../limits.ts';
import { own } from '../own.ts';
import { answers } from '../routes.ts';
import type { Command, Scenario, Service } from '../scenario.ts';
import { Cursor, type Reading } from './cursor.ts';
import { decodeRows } from './database.ts';
import { decodeChoice, decodeCommand, decodeMessage, decodePromise } from './parts.ts';
import { decodePlan } from './plan.ts';
import { decodeService } from './service.ts';

/** Sections of the format whose issue has not landed. */
export const LATER_SECTIONS = ['databases', 'flows', 'monitor', 'challenge'] as const;

/** The assembled file as a typed scenario, complete whatever the file holds; what it cannot use is in `reading`. */
export function decodeScenario({ map, chosen }: Assembled, pick: Picked, reading: Reading): Scenario {
  const file = new Cursor(map, [], null, reading);
  const services = byName(file.key('services'), decodeService);
  const plan = decodePlan(file.key('plan'));
  for (const later of LATER_SECTIONS) if (file.key(later).present) file.key(later).notYet();
  return {
    ...decodeCard(file),
    choices: file
      .key('choices')
      .entries()
      .map(([id, choice]) => decodeChoice(choice, id)),
    chosen,
    caseId: pick.caseId,
    broker: { mode: decodeMode(file.key('broker')) },
    messages: byName(file.key('messages'), decodeMessage),
    services,
    commands: offered(byName(file.key('commands'), decodeCommand), services, plan),
    plan,
    promises: file
      .key('promises')
      .entries()
      .map(([id, promise]) => decodePromise(promise, id)),
    untilMs: decodeUntil(file.key('until')),
    expect: file.key('expect').present ? decodeRows(file.key('expect')) : null,
    breaks: file.key('breaks').texts(),
    cases: Object.fromEntries(
      file
        .key('cases')
        .entries()
        .map(([id, one]) => [id, { says: one.key('says').text(null) }]),
    ),
  };
}

type Card = Pick<Scenario, 'id' | 'title' | 'question' | 'objective' | 'bloom' | 'minutes' | 'requires'>;

function decodeCard(file: Cursor): Card {
  return {
    id: file.key('id').text(),
    title: file.key('title').text(),
    question: file.key('question').text(),
    objective: file.key('objective').text(),
    bloom: file.key('bloom').text(),
    minutes: file.key('minutes').whole(1, 1, 600),
    requires: file.key('requires').texts(),
  };
}

function decodeMode(broker: Cursor): 'queue' | 'log' {
  const mode = broker.key('mode').oneOf(['queue', 'log'], 'queue');
  if (mode === 'log') broker.key('mode').notYet();
  return mode;
}

function decodeUntil(until: Cursor): number | null {
  const ms = until.ms(null);
  if (ms !== null && ms > LIMITS.virtualMs) until.wants('a time within the hour');
  return ms;
}

/** Commands that somebody answers, and those the plan runs all the same: a base may bring some that do not fit here. */
function offered(
  commands: Readonly<Record<string, Command>>,
  services: Readonly<Record<string, Service>>,
  plan: Scenario['plan'],
): Readonly<Record<string, Command>> {
  const run = new Set(plan.flatMap((entry) => (entry.kind === 'run' ? [entry.command] : [])));
  const isAnswered = ({ service, operation }: Command): boolean => {
    const asked = own(services, service);
    const versions = asked === undefined ? [] : [asked, ...Object.values(asked.versions)];
    return versions.some(({ api }) => api.some((route) => answers(route, operation)));
  };
  return Object.fromEntries(Object.entries(commands).filter(([name, command]) => run.has(name) || isAnswered(command)));
}

/** Entries by name; one that a layer set to null is gone. */
function byName<Part>(section: Cursor, decode: (part: Cursor, name: string) => Part): Readonly<Record<string, Part>> {
  const parts = section.entries().filter(([, part]) => part.present);
  return Object.fromEntries(parts.map(([name, part]) => [name, decode(part, name)]));
}
