import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { selector } from './plan.ts';
import { ask } from './scenario.ts';
import { expression, flag, kebab, listOf, map, oneOf, prose, text, value } from './words.ts';

const anchor = z.union([oneOf('start', 'end'), selector], {
  error: 'start, end or a place such as `{ point: tx.after_commit, in: order }`',
});

const choices = z.record(kebab, kebab, { error: 'a map' });

const option = map({
  text: z.union([prose, z.number()], { error: 'a text' }).optional(),
  value: value.optional(),
  right: flag.optional(),
  because: z
    .string({ error: 'a misconception such as M04' })
    .regex(/^M\d{2}$/, { error: 'a misconception such as M04' })
    .optional(),
  from: map({ choices }).optional(),
});

const predict = map({
  ask: prose,
  options: listOf(option, 8).meta({ description: 'What the reader may answer.' }),
  read: ask.optional(),
  answer: expression.optional().meta({ description: 'Computed over `read`; the option with this value is right.' }),
  by: anchor.optional(),
  in: kebab.optional().meta({ description: 'The case whose run answers.' }),
});

const beat = map({
  at: anchor.meta({ description: 'Where in the run: start, end or a place.' }),
  case: kebab.optional(),
  say: prose.optional(),
  look: map({ panel: text.optional(), tables: listOf(text, 12).optional() }).optional(),
  predict: predict.optional(),
  try: map({ case: kebab.optional(), choices: choices.optional(), ask: prose }).optional(),
  reveal: kebab.optional(),
  takeaways: listOf(prose, 3).optional(),
});

export const lesson = map({
  format: z.literal(1, { error: '1' }),
  beats: listOf(beat, LIMITS.beats, 'a list of beats'),
});
