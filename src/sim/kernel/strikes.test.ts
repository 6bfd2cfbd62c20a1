import { describe, expect, it } from 'vitest';
import { asOneDeed, awaitSignal, kill, pass, record, signal, start, wait, type Work } from './effect.ts';
import { home, said, say, story } from './testing/story.ts';
import type { Watch } from './watch.ts';

describe('what dies, and when', () => {
  it('kills what is booked and has not begun, and its timers with it (R-KRN-6)', async () => {
    const { lines, stop, kernel } = await story((kernel) => {
      kernel.launch(home('order'), () => wait(5_000), 0);
      kernel.launch(home('order'), () => say('never'), 20);
      kernel.launch(
        home('operator'),
        function* () {
          yield* kill('order', null, null);
          yield* start(home('order'), () => say('starts anew'), 5);
        },
        10,
      );
    });

    expect(lines).toEqual(['1 <- - 15ms order starts anew']);
    expect([stop, kernel.now]).toEqual(['quiescent', 15]);
  });

  it('forgets the deadline of a wait that is over', async () => {
    const { kernel } = await story((kernel) => {
      kernel.launch(
        home('caller'),
        function* () {
          yield* start(home('callee'), () => signal('answer', 'yes'), 20);
          yield* awaitSignal('answer', 1_000);
        },
        0,
      );
    });

    expect(kernel.now).toBe(20);
  });

  it('lets nothing strike within one deed, and strikes when it is done', async () => {
    const crash: Watch = {
      entry: 'crash',
      n: 1,
      matches: (_step, point) => point === 'sent',
      *work(struck) {
        struck();
        yield* kill('order', null, null);
        yield* say('strikes');
      },
    };
    const send = function* (): Work<void> {
      yield* say('sends', 'sent');
      yield* start(home('broker'), () => say('gets it'), 2);
    };
    const { lines } = await story(
      (kernel) => {
        kernel.launch(
          home('order'),
          function* () {
            yield* asOneDeed(send());
            yield* say('never');
          },
          0,
        );
      },
      { watches: [crash] },
    );

    expect(lines).toEqual(['1 <- - 0ms order sends', '2 <- 1 0ms operator strikes', '3 <- 1 2ms broker gets it']);
  });

  it('strikes at a point passed in a later turn, and leaves the step as it was told', async () => {
    const seen: string[] = [];
    const watch: Watch = {
      entry: 'look',
      n: 1,
      matches: ({ points }, point) => point === 'late' && points.includes('late'),
      *work(struck) {
        struck();
        yield* say('looks');
      },
    };
    const { kernel } = await story(
      (kernel) => {
        kernel.launch(
          home('order'),
          function* () {
            const step = yield* record({ happening: said('early'), points: ['start'] });
            yield* wait(10);
            yield* pass('late');
            seen.push(...step.points);
          },
          0,
        );
      },
      { watches: [watch] },
    );

    expect(seen).toEqual(['start']);
    expect(kernel.struck.get('look')).toBe(1);
  });
});
