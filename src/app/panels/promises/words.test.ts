import { expect, it } from 'vitest';
import { BUILT_IN_PROMISES } from '#sim/model/built-in-promises.ts';
import { messages } from '../../i18n/en/promises.ts';

it('says every built-in promise in the very words of the simulation', () => {
  const said = Object.fromEntries(
    Object.entries(BUILT_IN_PROMISES).map(([id, { title, says }]) => [id, { title, says }]),
  );

  expect(messages).toEqual(said);
});
