import { useMemo } from 'react';
import type { Step } from '#sim/trace/step.ts';
import { useDescribe } from '../../session/sentences/use-say.ts';

/** Sentences of steps, each made once: a filter reads thousands of them at every key. */
export function useSentences(): (step: Step) => string {
  const describe = useDescribe();
  return useMemo(() => {
    const made = new WeakMap<Step, string>();
    return (step) => {
      const known = made.get(step);
      if (known !== undefined) return known;
      const sentence = describe(step);
      made.set(step, sentence);
      return sentence;
    };
  }, [describe]);
}
