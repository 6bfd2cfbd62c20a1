import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { checksum, historyEntry, parseMigrationName } from './flyway.ts';

it.each([
  ['V1__create_orders', { version: '1', description: 'create orders' }],
  ['V2_1__add_nick', { version: '2.1', description: 'add nick' }],
  ['V3.10__x', { version: '3.10', description: 'x' }],
  ['R__views_of_orders', { version: null, description: 'views of orders' }],
  ['V__x', null],
  ['V1_x', null],
  ['v1__x', null],
  ['V1__', null],
])('reads the name %s', (name, expected) => {
  expect(parseMigrationName(name)).toEqual(expected);
});

it('is blind to line endings and to nothing else', () => {
  expect(checksum('a\r\nb\rc')).toBe(checksum('a\nb\nc'));
  expect(checksum('create table a (x int)')).not.toBe(checksum('create table a (x  int)'));
});

it('is the CRC-32 of the lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (script) => {
      const lines = script
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\r|\n/)
        .join('');
      expect(checksum(script)).toBe(crc32(new TextEncoder().encode(lines)) | 0);
    }),
  );
});

it('writes a history entry at virtual time', () => {
  expect(historyEntry('V2__add_nick', 'alter', 1200)).toEqual({
    version: '2',
    description: 'add nick',
    type: 'SQL',
    script: 'V2__add_nick.sql',
    checksum: checksum('alter'),
    installed_on_ms: 1200,
  });
});
