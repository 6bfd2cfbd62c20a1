import { describe, expect, it } from 'vitest';
import { settingsFrom } from './settings.ts';

describe('the settings', () => {
  it("begin with the browser's language where it is spoken here, and with English elsewhere", () => {
    expect(settingsFrom({}, 'de-AT').language).toBe('de');
    expect(settingsFrom({}, 'fr').language).toBe('en');
  });

  it('let the reader decide over the browser', () => {
    expect(settingsFrom({ language: 'en' }, 'de').language).toBe('en');
  });

  it('take the default for whatever they do not know', () => {
    expect(settingsFrom({ theme: 'pink', motion: 3, language: '<b>', singleKeys: 'no' }, 'en')).toEqual({
      theme: 'system',
      language: 'en',
      motion: 'system',
      singleKeys: true,
      announcements: true,
    });
  });
});
