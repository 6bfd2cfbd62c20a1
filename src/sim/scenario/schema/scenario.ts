import { z } from 'zod';
import { FIELD_TYPES } from '../decode/parts.ts';
import { LIMITS } from '../limits.ts';
import { plan } from './plan.ts';
import { database, rows, service } from './service.ts';
import {
  anyName,
  byName,
  commandName,
  duration,
  durationOrNever,
  exchangeName,
  expression,
  flag,
  identifier,
  kebab,
  listOf,
  map,
  oneOf,
  pascal,
  prose,
  sql,
  text,
  value,
  values,
  whole,
} from './words.ts';

const option = z.union([prose, map({ title: prose, cost: whole(0, 1_000_000).optional() })], { error: 'a title' });

const choice = map({
  title: prose.optional(),
  options: byName(kebab, option, LIMITS.options).meta({ description: 'Option → title.' }),
  default: kebab.optional(),
  needs: z
    .record(kebab, kebab, { error: 'a map' })
    .optional()
    .meta({ description: 'Offered only while the other choice has this option.' }),
  secret: flag.optional(),
});

const field = z
  .string({ error: 'a name like `total`' })
  .regex(/^[A-Za-z_]\w*\??$/, { error: 'a name like `total` or `note?`' });
const fields = z.record(field, oneOf(...FIELD_TYPES), { error: 'a map' });

const message = map({
  on: exchangeName.optional().meta({ description: 'The exchange or topic.' }),
  key: text.optional().meta({ description: 'The routing key.' }),
  subject: value.optional().meta({ description: 'The aggregate it is about: partition key and sequence.' }),
  data: fields
    .optional()
    .meta({ description: 'The producer’s contract: field → text, int, bool, list, map, any; `?` is optional.' }),
  kind: oneOf('event', 'command').optional(),
  to: kebab.optional(),
  versions: z.record(anyName, map({ data: fields }), { error: 'a map' }).optional(),
});

const broker = map({
  mode: oneOf('queue', 'log').optional(),
  destinations: byName(
    exchangeName,
    map({
      partitions: whole(1, 64).optional(),
      retention: durationOrNever.optional(),
      compact: flag.optional(),
      durable: flag.optional(),
    }),
    40,
  ).optional(),
});

const flowStep = map({
  at: kebab,
  do: pascal,
  undo: pascal.optional(),
  done: pascal.optional(),
  refused: pascal.optional(),
  undone: pascal.optional(),
  pivot: flag.optional(),
  undoOn: listOf(pascal, 20).optional(),
});

const retry = map({
  backoff: duration.optional(),
  factor: whole(1, 10).optional(),
  cap: duration.optional(),
  attempts: whole(1, 100).optional(),
  undoAttempts: whole(1, 100).optional(),
});

const flow = map({
  title: prose.optional(),
  owner: kebab,
  coordination: oneOf('orchestration', 'choreography', 'two-phase').optional(),
  key: expression,
  data: fields,
  state: oneOf('durable', 'memory').optional(),
  deadline: duration.optional(),
  compensateOn: oneOf('refusal', 'any-error').optional(),
  retry: retry.optional(),
  steps: listOf(flowStep, LIMITS.steps),
});

const alert = map({ says: prose.optional(), when: expression, for: duration.optional() });
const monitor = map({
  scrape: duration.optional(),
  panels: listOf(anyName, 40).optional(),
  alerts: byName(kebab, alert, 40).optional(),
});

const command = map({
  client: prose,
  call: text.meta({ description: 'A service, a method and a path: `order POST /orders`.' }),
  body: values.optional(),
  key: z.union([text, z.number()], { error: 'a text' }).optional(),
});

export const ask = z.record(
  identifier,
  z.union([text, map({ in: kebab, read: sql, filter: values.optional(), sort: values.optional() })], {
    error: 'an address, or `{ in, read }`',
  }),
  { error: 'a map of names' },
);

const promise = map({
  says: prose.optional(),
  when: z
    .string({ error: 'one of always, at-rest, trace, or `within 30s`' })
    .regex(/^(?:always|at-rest|trace|within \d{1,9}(?:ms|s|m))$/, {
      error: 'one of always, at-rest, trace, or `within 30s`',
    })
    .optional(),
  within: duration.optional(),
  ask: ask.optional(),
  holds: expression.optional(),
}).superRefine((written, context) => {
  if ((written.ask === undefined) === (written.holds === undefined)) return;
  const missing = written.ask === undefined ? 'ask' : 'holds';
  context.addIssue({
    code: 'custom',
    message: `\`${missing}\` is missing here.`,
    params: { said: { code: 'value-type', message: `\`${missing}\` is missing here.` } },
  });
});

const challenge = map({
  card: values.optional(),
  seeds: value.optional(),
  faults: value.optional(),
  require: listOf(kebab, LIMITS.promises).optional(),
  budget: whole(0, 1_000_000).optional(),
});

/** A case also lays over any other section; what it lays is checked where it comes to lie. */
const aCase = z.looseObject({ says: prose.optional(), choices: z.record(kebab, kebab, { error: 'a map' }).optional() });

/** A scenario as it stands after its layers were laid and its choices resolved. */
export const scenario = map({
  format: z.literal(1, { error: '1' }).meta({ description: 'The format of this file.' }),
  base: kebab.optional().meta({ description: 'A shipped base laid under this file.' }),
  id: kebab.meta({ description: 'The name in links and of the folder.' }),
  title: prose,
  question: prose.meta({ description: 'The question the scenario answers; the card in the gallery.' }),
  objective: prose,
  bloom: oneOf('remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'),
  minutes: whole(1, 600),
  requires: listOf(kebab, 20).optional(),
  choices: byName(kebab, choice, LIMITS.choices).optional().meta({ description: 'Design switches.' }),
  messages: byName(pascal, message, 100).optional().meta({ description: 'What travels.' }),
  broker: broker.optional(),
  databases: byName(kebab, database, LIMITS.services).optional(),
  services: byName(
    kebab,
    service.extend({ versions: z.record(kebab, z.any()).optional() }),
    LIMITS.services,
  ).optional(),
  flows: byName(kebab, flow, 20).optional(),
  monitor: monitor.optional(),
  commands: byName(commandName, command, 60).optional().meta({ description: 'What a client can ask.' }),
  plan: plan.optional(),
  promises: byName(kebab, promise, LIMITS.promises)
    .optional()
    .meta({ description: 'What must hold, on the real data of every service.' }),
  until: duration.optional().meta({ description: 'When the run is cut; without it, when everything is at rest.' }),
  expect: rows.optional().meta({ description: 'The end of the run: address → all rows in key order.' }),
  breaks: listOf(kebab, LIMITS.promises).optional().meta({ description: 'Promises this run breaks on purpose.' }),
  cases: byName(kebab, aCase, LIMITS.cases).optional().meta({ description: 'Named runs.' }),
  challenge: challenge.optional(),
});

/** The same with services that are only named: each of them is checked in every version it has. */
export const scenarioShape = scenario.extend({ services: byName(kebab, z.any(), LIMITS.services).optional() });
