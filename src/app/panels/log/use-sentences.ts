import { useMemo } from 'react';
import type { Step } from '#sim/trace/step.ts';
import { useDescribe } from '../../session/sentences/use-say.ts';

/** Sentences of steps, each made once: a filter reads thousands of them at every key. */
function remembering(describe: (step: Step) => string): (step: Step) => string {
  const made = new WeakMap<Step, string>();
  return (step) => {
    const sentence = made.get(step) ?? describe(step);
    made.set(step, sentence);
    return sentence;
  };
}

export function useSentences(): (step: Step) => string {
  const describe = useDescribe();
  return useMemo(() => remembering(describe), [describe]);
}
