import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import {
  anyName,
  duration,
  expression,
  flag,
  identifier,
  kebab,
  listOf,
  map,
  oneOf,
  pascal,
  type Said,
  sql,
  text,
  value,
  values,
  whole,
} from './words.ts';

/** The details that may stand beside each verb, besides `if`, `else` and `each`. */
const DETAILS: Readonly<Record<string, readonly string[]>> = {
  read: ['filter', 'sort', 'limit', 'from', 'in', 'row', 'rows', 'count'],
  write: ['insert', 'filter', 'update', 'upsert', 'delete', 'from', 'in', 'row', 'rows', 'count', 'as'],
  lock: ['patience', 'row', 'rows'],
  let: [],
  transaction: ['as'],
  emit: ['data', 'version'],
  send: ['data', 'version'],
  call: ['params', 'query', 'body', 'key', 'as'],
  start: ['data', 'as'],
  reply: ['body'],
  refuse: ['status'],
  do: [],
  together: [],
  wait: [],
  timer: ['in', 'data'],
};

const MODIFIERS = ['if', 'else', 'each'];

const step = map(
  {
    if: expression.optional().meta({ description: 'The step runs only when this expression is true.' }),
    get else() {
      return steps.optional().meta({ description: 'Steps to run when `if` is false.' });
    },
    each: z
      .record(identifier, expression, { error: 'a map with one name, such as `{ line: =body.lines }`' })
      .optional()
      .meta({ description: 'Runs the step once per element of a list: `{ line: =body.lines }`.' }),
    read: sql.optional().meta({ description: 'SQL, or the name of a collection. `:path` binds a value.' }),
    write: sql.optional().meta({ description: 'SQL, or the name of a collection with insert, update or delete.' }),
    lock: sql.optional().meta({ description: 'A select whose rows are locked, in order of asking.' }),
    let: z
      .record(identifier, value, { error: 'a map' })
      .optional()
      .meta({ description: 'Names values, top to bottom.' }),
    get transaction() {
      return steps.optional().meta({ description: 'Steps in one local transaction.' });
    },
    emit: pascal.optional().meta({ description: 'The event that is published.' }),
    send: pascal.optional().meta({ description: 'The command that is sent to its one addressee.' }),
    call: text.optional().meta({ description: 'A request: `user GET /users/:id`.' }),
    start: kebab.optional().meta({ description: 'The flow that begins here.' }),
    reply: z.any().optional().meta({ description: 'Answers the request with this status and ends.' }),
    refuse: anyName
      .optional()
      .meta({ description: 'A business no: undoes the transaction and answers or reports the reason.' }),
    get do() {
      return steps.optional().meta({ description: 'Steps as a group, for `if` and `each`.' });
    },
    get together() {
      return steps.optional().meta({ description: 'Steps that run at once.' });
    },
    wait: duration.optional().meta({ description: 'Takes time, outside transactions only.' }),
    timer: kebab.optional().meta({ description: 'Sets a durable timer.' }),
    filter: values.optional().meta({ description: 'Which documents: a MongoDB-style filter.' }),
    sort: z
      .record(anyName, z.union([z.literal(1), z.literal(-1)], { error: '1 or -1' }), { error: 'a map' })
      .optional(),
    limit: whole(1, LIMITS.rows).optional(),
    from: oneOf('primary', 'replica').optional(),
    in: text
      .optional()
      .meta({ description: 'Another service, into whose database is reached; for a timer, how long.' }),
    row: identifier.optional().meta({ description: 'Names the first row, or null.' }),
    rows: identifier.optional().meta({ description: 'Names the list of rows.' }),
    count: identifier.optional().meta({ description: 'Names how many rows were matched.' }),
    insert: z.union([values, expression], { error: 'a document' }).optional(),
    update: values.optional().meta({ description: 'MongoDB-style update operators.' }),
    upsert: flag.optional(),
    delete: z.literal(true, { error: 'true' }).optional(),
    patience: duration.optional(),
    as: identifier.optional().meta({ description: 'Names the result; its failure is then the handler’s to look at.' }),
    data: value.optional(),
    version: whole(1, 1_000).optional(),
    params: values.optional(),
    query: values.optional(),
    body: value.optional(),
    key: value.optional(),
    status: whole(100, 599).optional(),
  },
  'a step: a map with one verb',
).superRefine((written, context) => {
  const keys = Object.keys(written);
  const verbs = keys.filter((key) => Object.hasOwn(DETAILS, key));
  const say = (said: Said, path: string[]) =>
    context.addIssue({ code: 'custom', message: said.message, path, params: { said } });
  const [verb] = verbs;
  if (verb === undefined || verbs.length !== 1) {
    say({ code: 'step-verb', message: `A step has exactly one verb; this one has ${String(verbs.length)}.` }, []);
    return;
  }
  const allowed = [...(DETAILS[verb] ?? []), ...MODIFIERS, verb];
  for (const key of keys.filter((known) => !allowed.includes(known))) {
    say(
      {
        code: 'key-unknown',
        message: `\`${key}\` means nothing here.`,
        suggestion: `Beside \`${verb}\` may stand ${allowed.filter((a) => a !== verb).join(', ')}.`,
        at: 'key',
      },
      [key],
    );
  }
  if (Object.hasOwn(written, 'else') && !Object.hasOwn(written, 'if')) {
    say(
      {
        code: 'key-unknown',
        message: '`else` means nothing here.',
        suggestion: 'It belongs to an `if` in the same step.',
        at: 'key',
      },
      ['else'],
    );
  }
});

export const steps: z.ZodType = listOf(step, LIMITS.steps, 'a list of steps').meta({
  id: 'steps',
  description: 'An ordered list of steps.',
});
