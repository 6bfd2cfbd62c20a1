import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_FOLDER, schemaFiles } from './write-schema.ts';

describe('the published schema', () => {
  it.each(Object.entries(schemaFiles()))(
    '%s is what the code checks by; `npx tsx src/build/write-schema.ts` writes it',
    (name, text) => {
      expect(readFileSync(join(SCHEMA_FOLDER, name), 'utf8')).toBe(text);
    },
  );

  it('says what the keys mean', () => {
    const described = JSON.stringify(schemaFiles()).match(/\\"description\\"/g) ?? [];

    expect(described.length).toBeGreaterThan(100);
  });
});
