import { expect, it } from 'vitest';
import { findChromium } from './find-chromium.mjs';

const only = (path: string) => (asked: string) => asked === path;

it('takes the browser it is told to take before any other', () => {
  expect(findChromium({ CHROMIUM_PATH: '/opt/mine' }, () => true)).toBe('/opt/mine');
});

it('says so when that browser is not there, and takes no other', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/opt/mine' }, only('/usr/bin/chromium'))).toThrow(
    'CHROMIUM_PATH is /opt/mine',
  );
});

it("finds the system's browser", () => {
  expect(findChromium({}, only('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
});

it('falls back on the one Playwright keeps, and finds nothing where nothing is', () => {
  expect(findChromium({}, (path) => path.includes('ms-playwright'))).toContain('ms-playwright');
  expect(findChromium({}, () => false)).toBeUndefined();
});
