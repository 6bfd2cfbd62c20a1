import { describe, expect, it } from 'vitest';
import { awaitSignal, draw, kill, pass, signal, start, wait } from './effect.ts';
import type { Kernel } from './kernel.ts';
import { home, say, story } from './testing/story.ts';
import type { Watch } from './watch.ts';

describe('the kernel', () => {
  it('moves virtual time only through its agenda and names every cause', async () => {
    const { lines, stop } = await story((kernel) => {
      kernel.launch(
        home('alice'),
        function* () {
          yield* say('asks');
          yield* start(home('order'), () => say('answers'), 5);
          yield* wait(20);
          yield* say('goes home');
        },
        10,
      );
    });

    expect(stop).toBe('quiescent');
    expect(lines).toEqual(['1 <- - 10ms alice asks', '2 <- 1 15ms order answers', '3 <- 1 30ms alice goes home']);
  });

  it('wakes whoever waits for a signal, with the signal as cause, or tells that time ran out', async () => {
    const { lines } = await story((kernel) => {
      kernel.launch(
        home('patient'),
        function* () {
          const heard = yield* awaitSignal('news', 100);
          yield* say(heard === null ? 'gives up' : `hears ${String(heard.value)}`);
        },
        0,
      );
      kernel.launch(
        home('hasty'),
        function* () {
          yield* say((yield* awaitSignal('nothing', 3)) === null ? 'gives up' : 'hears');
        },
        0,
      );
      kernel.launch(
        home('speaker'),
        function* () {
          yield* say('speaks');
          yield* signal('news', 'good news', 7);
        },
        0,
      );
    });

    expect(lines).toEqual([
      '1 <- - 0ms speaker speaks',
      '2 <- - 3ms hasty gives up',
      '3 <- 1 7ms patient hears good news',
    ]);
  });

  it('strikes at a fault point before the process that reached it goes on (R-KRN-6)', async () => {
    const crash: Watch = {
      entry: 'crash',
      n: 2,
      matches: (_step, point) => point === 'halfway',
      *work(struck) {
        struck();
        yield* say('strikes');
        yield* kill('order', null, null);
      },
    };
    const { lines, kernel } = await story(
      (kernel) => {
        kernel.launch(
          home('order'),
          function* () {
            yield* say('first', 'halfway');
            yield* say('second', 'start');
            yield* pass('halfway');
            yield* say('never');
          },
          0,
        );
      },
      { watches: [crash] },
    );

    expect(lines).toEqual(['1 <- - 0ms order first', '2 <- 1 0ms order second', '3 <- 2 0ms operator strikes']);
    expect(kernel.struck.get('crash')).toBe(2);
  });

  it('ends a run that would never end with a word', async () => {
    const forever = (kernel: Kernel): void => {
      kernel.launch(
        home('order'),
        function* () {
          for (;;) {
            yield* say('again');
            yield* wait(100);
          }
        },
        0,
      );
    };

    expect((await story(forever, { maxSteps: 10 })).stop).toBe('step-limit');
    expect((await story(forever, { maxSteps: 10_000 })).stop).toBe('time-limit');
    const cut = await story(forever, { untilMs: 250 });
    expect([cut.stop, cut.lines.length]).toEqual(['until', 3]);
  });

  it('draws chance from the seed of the run, each stream for itself (R-KRN-1)', async () => {
    const drawn: number[] = [];
    const twice = (streams: readonly string[]): Promise<unknown> =>
      story((kernel) => {
        kernel.launch(
          home('order'),
          function* () {
            for (const stream of streams) drawn.push(yield* draw(stream));
          },
          0,
        );
      });
    await twice(['jitter', 'routing']);
    await twice(['routing', 'jitter']);

    const [jitter, routing, routingAgain, jitterAgain] = drawn;
    expect([jitterAgain, routingAgain]).toEqual([jitter, routing]);
    expect(jitter).not.toBe(routing);
  });
});
