import { describe, expect, it } from 'vitest';
import { notReplayed } from './testing/not-replayed.ts';
import { recordedScenarios } from './testing/recording.ts';
import { differencesFrom } from './testing/replay.ts';

describe.each(['classic', 'quorum'] as const)('our broker beside a recorded RabbitMQ 4.3.6, %s queues', (queueType) => {
  it.each(recordedScenarios(queueType))('$rule $id: $title', (scenario) => {
    expect(differencesFrom(scenario)).toEqual([]);
  });
});

describe('the recording', () => {
  it('has 157 scenarios: each is replayed, or the page on fidelity says why not', () => {
    const replayed = [...recordedScenarios('classic'), ...recordedScenarios('quorum')].map((scenario) => scenario.id);
    const skipped = notReplayed();
    expect(replayed).toHaveLength(141);
    expect(new Set([...replayed, ...skipped]).size).toBe(157);
    expect(skipped).toHaveLength(16);
  });
});
