import type { Step } from '#sim/trace/step.ts';
import { CALL_SENTENCES } from './calls.ts';
import { DATABASE_SENTENCES } from './databases.ts';
import { MESSAGE_SENTENCES } from './messages.ts';
import { PROCESS_SENTENCES } from './processes.ts';
import type { Say, Sentences } from './say.ts';

const SENTENCES: Sentences<Step['kind']> = {
  ...CALL_SENTENCES,
  ...DATABASE_SENTENCES,
  ...MESSAGE_SENTENCES,
  ...PROCESS_SENTENCES,
};

/** What happened at a step, in one sentence of the reader's language (wording: semantics 5.3). */
export function describeStep(step: Step, say: Say): string {
  // The table has, under each kind, the sentence for that kind; TypeScript cannot follow the pairing.
  const sentence = SENTENCES[step.kind] as (step: Step, say: Say) => string;
  return sentence(step, say);
}
