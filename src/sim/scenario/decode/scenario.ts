import type { Assembled } from '../assemble.ts';
import type { Pick } from '../draft.ts';
import type { Scenario } from '../scenario.ts';
import { Cursor, type Reading } from './cursor.ts';
import { decodeRows } from './database.ts';
import { decodeChoice, decodeCommand, decodeMessage, decodePromise } from './parts.ts';
import { decodePlan } from './plan.ts';
import { decodeService } from './service.ts';

/** Sections of the format whose issue has not landed. */
export const LATER_SECTIONS = ['databases', 'flows', 'monitor', 'challenge'] as const;

/** The assembled file as a typed scenario, complete whatever the file holds; what it cannot use is in `reading`. */
export function decodeScenario({ map, chosen }: Assembled, pick: Pick, reading: Reading): Scenario {
  const file = new Cursor(map, [], null, reading);
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
    services: byName(file.key('services'), decodeService),
    commands: byName(file.key('commands'), decodeCommand),
    plan: decodePlan(file.key('plan')),
    promises: file
      .key('promises')
      .entries()
      .map(([id, promise]) => decodePromise(promise, id)),
    untilMs: file.key('until').ms(null),
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

function decodeCard(
  file: Cursor,
): Omit<
  Scenario,
  | 'choices'
  | 'chosen'
  | 'caseId'
  | 'broker'
  | 'messages'
  | 'services'
  | 'commands'
  | 'plan'
  | 'promises'
  | 'untilMs'
  | 'expect'
  | 'breaks'
  | 'cases'
> {
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

/** Entries by name; one that a layer set to null is gone. */
function byName<Part>(section: Cursor, decode: (part: Cursor, name: string) => Part): Readonly<Record<string, Part>> {
  const parts = section.entries().filter(([, part]) => part.present);
  return Object.fromEntries(parts.map(([name, part]) => [name, decode(part, name)]));
}
