import { describe, expect, it } from 'vitest';
import type { RunProblem } from '#host/run-host.ts';
import { instant } from '#sim/model/time.ts';
import type { Opening, RunEnd } from '#sim/trace/trace.ts';
import { ArrivingRun, type Stage, type Wanted } from './arriving-run.ts';
import { storyPointOf } from './story-point.ts';
import { aStep } from './testing/steps.ts';

const OPENING: Opening = { clients: [], services: [], databases: [], exchanges: [], queues: [] };
const END: RunEnd = { kind: 'quiescent', at: instant(0), struck: [] };
const DIED: RunProblem = { kind: 'worker-died', what: '', detail: '', step: 0 };
const wait = (number: number, actor = 'order') => aStep(number, { kind: 'time.waited', ms: 1 }, { actor });

/** Writes down what the stage hears, and stands where it was last told to. */
function arriving(wanted: Wanted) {
  const heard: string[] = [];
  let at = 0;
  const stage: Stage = {
    here: () => ({ kind: 'cursor', cursor: at }),
    onLoading: () => heard.push('loading'),
    onRunning: (mended) => heard.push(mended === null ? 'running' : `running after ${mended.kind}`),
    enter: ({ steps }, cursor) => {
      at = cursor;
      heard.push(`enter at ${String(cursor)} of ${String(steps.length)}`);
    },
    onGrown: () => heard.push('grown'),
    onEnd: () => heard.push('end'),
    onBeats: () => heard.push('beats'),
    onProblem: ({ kind, step }) => heard.push(`${kind} at ${String(step)}`),
  };
  const goTo = (cursor: number) => {
    at = cursor;
  };
  return { run: new ArrivingRun(OPENING, wanted, stage), heard, goTo };
}

describe('a run on its way to the stage', () => {
  it('comes on at its opening when that is where the reader stands', () => {
    const { run, heard } = arriving({ kind: 'cursor', cursor: 0 });
    run.onOpening(OPENING);
    run.onSteps([wait(1)], []);

    expect(heard).toEqual(['running', 'enter at 0 of 0', 'grown']);
  });

  it('waits until it has the step the reader wants', () => {
    const { run, heard } = arriving({ kind: 'cursor', cursor: 2 });
    run.onOpening(OPENING);
    run.onSteps([wait(1)], []);
    run.onSteps([wait(2), wait(3)], []);

    expect(heard).toEqual(['running', 'enter at 2 of 3']);
  });

  it('shows its last step when it ends before the one a link asks for', () => {
    const { run, heard } = arriving({ kind: 'cursor', cursor: 99 });
    run.onOpening(OPENING);
    run.onSteps([wait(1)], []);
    run.onEnd(END, []);

    expect(heard).toEqual(['running', 'enter at 1 of 1', 'end']);
  });

  it('comes on where the story point is, across batches', () => {
    const point = storyPointOf([wait(1, 'user'), wait(2, 'user')], 2);
    const { run, heard } = arriving(point === null ? { kind: 'cursor', cursor: 0 } : { kind: 'story', point });
    run.onOpening(OPENING);
    run.onSteps([wait(1), wait(2, 'user')], []);
    run.onSteps([wait(3), wait(4, 'user'), wait(5)], []);

    expect(heard).toEqual(['running', 'enter at 4 of 5']);
  });

  it('is silent once another run was asked for', () => {
    const { run, heard } = arriving({ kind: 'cursor', cursor: 0 });
    run.leave();
    run.onOpening(OPENING);
    run.onEnd(END, []);

    expect(heard).toEqual([]);
  });

  it('keeps the wish of the reader when the host dies before the first step', () => {
    const { run, heard } = arriving({ kind: 'cursor', cursor: 2 });
    run.onProblem(DIED);
    run.onOpening(OPENING);
    run.onSteps([wait(1), wait(2)], []);

    expect(heard).toEqual(['worker-died at 0', 'running after worker-died', 'enter at 2 of 2']);
  });

  it('comes on anew, at the place the reader has gone to since, when it is replayed', () => {
    const { run, heard, goTo } = arriving({ kind: 'cursor', cursor: 1 });
    run.onOpening(OPENING);
    run.onSteps([wait(1), wait(2)], []);
    goTo(2);
    run.onProblem(DIED);
    run.onOpening(OPENING);
    run.onSteps([wait(1), wait(2), wait(3)], []);
    run.onEnd(END, []);

    expect(heard).toEqual([
      'running',
      'enter at 1 of 2',
      'worker-died at 2',
      'running after worker-died',
      'enter at 2 of 3',
      'end',
    ]);
  });
});
