import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import {
  anyName,
  commandName,
  duration,
  durationOrNever,
  kebab,
  listOf,
  map,
  oneOf,
  type Said,
  text,
  value,
  values,
  whole,
} from './words.ts';

export const selector = map({
  point: text.meta({ description: 'A fault point, such as `tx.after_commit`.' }),
  in: text.optional().meta({ description: 'The service, or its relay (`order.relay`).' }),
  instance: whole(1, LIMITS.instances).optional(),
  handler: text.optional(),
  step: text.optional(),
  message: text.optional().meta({ description: 'A message type.' }),
  subject: z
    .union([text, z.number()], { error: 'a text' })
    .optional()
    .meta({ description: 'The aggregate a message is about, such as `O-1`.' }),
  command: text.optional(),
  callee: text.optional(),
  flow: text.optional(),
  alert: text.optional(),
  n: z.union([whole(1, 1_000_000), z.literal('every')], { error: 'a whole number from 1, or `every`' }).optional(),
});

export const FAULTS = [
  'crash',
  'down',
  'pause',
  'stop',
  'slow',
  'skew',
  'lose',
  'delay',
  'duplicate',
  'reorder',
  'corrupt',
  'abort',
  'unknown',
  'unbind',
  'expire',
] as const;

export const OPERATIONS = [
  'deploy',
  'scale',
  'replay',
  'republish',
  'rebuild',
  'purge',
  'heuristic-commit',
  'heuristic-rollback',
  'repair',
  'release-lock',
  'statement',
] as const;

const DETAILS: Readonly<Record<string, readonly string[]>> = {
  run: ['with', 'instance', 'repeat', 'every'],
  fault: ['on', 'for', 'by', 'data', 'message'],
  operate: [
    'on',
    'version',
    'instances',
    'message',
    'as',
    'write',
    'hold',
    'filter',
    'update',
    'insert',
    'delete',
    'upsert',
  ],
};

const entry = map(
  {
    id: anyName.optional(),
    at: z
      .union([duration, selector], { error: 'a time such as 2s, or a place such as `{ point: tx.after_commit }`' })
      .optional(),
    run: commandName.optional().meta({ description: 'A command of this scenario.' }),
    with: values.optional().meta({ description: 'Laid over the command’s body; `n` is the number of the repetition.' }),
    instance: whole(1, LIMITS.instances).optional(),
    repeat: whole(1, LIMITS.repeat).optional(),
    every: duration.optional(),
    fault: oneOf(...FAULTS).optional(),
    operate: oneOf(...OPERATIONS).optional(),
    on: text.optional().meta({ description: 'Whom: `order`, `order/2`, `order.db`, `broker`, `order->user` …' }),
    for: durationOrNever.optional(),
    by: duration.optional(),
    data: value.optional(),
    message: text.optional(),
    version: kebab.optional(),
    instances: whole(0, LIMITS.instances).optional(),
    as: kebab.optional(),
    write: text.optional(),
    hold: duration.optional(),
    filter: values.optional(),
    update: values.optional(),
    insert: values.optional(),
    delete: z.literal(true, { error: 'true' }).optional(),
    upsert: z.boolean({ error: 'true or false' }).optional(),
  },
  'an entry: a map with one of run, fault, operate',
).superRefine((written, context) => {
  const keys = Object.keys(written);
  const kinds = keys.filter((key) => Object.hasOwn(DETAILS, key));
  const say = (said: Said, path: string[]) =>
    context.addIssue({ code: 'custom', message: said.message, path, params: { said } });
  const [kind] = kinds;
  if (kind === undefined || kinds.length !== 1) {
    say({ code: 'value-type', message: 'An entry of a plan has one of run, fault, operate.' }, []);
    return;
  }
  const allowed = [kind, 'id', 'at', ...(DETAILS[kind] ?? [])];
  for (const key of keys.filter((known) => !allowed.includes(known))) {
    say(
      {
        code: 'key-unknown',
        message: `\`${key}\` means nothing here.`,
        suggestion: `Beside \`${kind}\` may stand ${allowed.slice(1).join(', ')}.`,
        at: 'key',
      },
      [key],
    );
  }
  if (kind !== 'run' && !keys.includes('on'))
    say({ code: 'value-type', message: `\`${kind}\` wants \`on\`: whom it strikes.` }, []);
});

export const plan = listOf(entry, LIMITS.plan, 'a list of entries').meta({
  id: 'plan',
  description: 'What happens in the run: commands, faults, operators.',
});
