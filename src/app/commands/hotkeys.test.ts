// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsStore } from '../stores/settings.ts';
import { register } from './command-store.ts';
import { listenToKeys } from './hotkeys.ts';
import type { CommandId } from './key-map.ts';

let done: CommandId[] = [];
let stops: (() => void)[] = [];

const command = (id: CommandId) => stops.push(register({ id, enabled: true, run: () => done.push(id) }));

function press(key: string, { on = document.body, ...more }: KeyboardEventInit & { on?: Element } = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, 'getModifierState', {
    value: (name: string) =>
      ({ Shift: event.shiftKey, Control: event.ctrlKey, Meta: event.metaKey, Alt: event.altKey })[name] ?? false,
  });
  on.dispatchEvent(event);
  return event.defaultPrevented;
}

function put(html: string): Element {
  document.body.innerHTML = html;
  const [element] = document.body.querySelectorAll('[data-here]');
  if (element === undefined) throw new Error('nothing is marked');
  return element;
}

beforeEach(() => {
  done = [];
  document.body.innerHTML = '';
  settingsStore.setState({ singleKeys: true });
  stops = [listenToKeys(window)];
});
afterEach(() => {
  for (const stop of stops) stop();
});

describe('a key', () => {
  it('does what its command does, and nothing besides', () => {
    command('nextStep');
    expect(press('ArrowRight')).toBe(true);
    expect(press('ArrowLeft')).toBe(false);
    expect(done).toEqual(['nextStep']);
  });

  it('goes to the latest command that can act', () => {
    command('search');
    command('shortcuts');
    stops.push(register({ id: 'search', enabled: false, run: () => done.push('home') }));
    press('/');
    expect(done).toEqual(['search']);
  });

  it('is the sign, wherever the keyboard has it', () => {
    command('shortcuts');
    command('faster');
    press('?', { shiftKey: true });
    press('?');
    press('>', { shiftKey: true });
    expect(done).toEqual(['shortcuts', 'shortcuts', 'faster']);
  });

  it('may come in two, and the second is then not taken for itself', () => {
    command('sequence');
    command('zoomOut');
    command('list');
    command('live');
    for (const key of ['g', 's', 'g', 'l']) press(key);
    expect(done).toEqual(['sequence', 'list']);
  });

  it('held down repeats steps and never toggles', () => {
    command('nextStep');
    command('play');
    press('ArrowRight', { repeat: true });
    press('k', { repeat: true });
    expect(done).toEqual(['nextStep']);
  });
});

describe('a key is left alone', () => {
  it.each([
    ['a text field', '<input data-here>'],
    ['a text area', '<textarea data-here></textarea>'],
    ['a select', '<select data-here></select>'],
    ['the editor', '<div class="cm-editor"><div contenteditable="true" data-here></div></div>'],
    ['a slider', '<div role="slider" tabindex="0" data-here></div>'],
    ['tabs', '<div role="tablist"><button role="tab" data-here></button></div>'],
    ['a menu', '<div role="menu"><div role="menuitem" data-here></div></div>'],
    ['a grid', '<div role="grid"><div role="gridcell" data-here></div></div>'],
    ['a tree', '<div role="tree"><div role="treeitem" data-here></div></div>'],
    ['a list of options', '<div role="listbox"><div role="option" data-here></div></div>'],
    ['a dialog', '<div role="dialog"><button data-here></button></div>'],
    ['a selected node of the graph', '<div class="react-flow__node selected" data-here></div>'],
  ])('in %s', (_, html) => {
    command('nextStep');
    command('breakpoint');
    const on = put(html);
    press('ArrowRight', { on });
    press('b', { on });
    expect(done).toEqual([]);
  });

  it('Space, on what it presses', () => {
    command('play');
    press(' ', { on: put('<button data-here></button>'), code: 'Space' });
    expect(done).toEqual([]);
    press(' ', { code: 'Space' });
    expect(done).toEqual(['play']);
  });

  it('arrows, among radio buttons; letters are not theirs', () => {
    command('nextStep');
    command('breakpoint');
    const on = put('<input type="radio" data-here>');
    press('ArrowRight', { on });
    press('b', { on });
    expect(done).toEqual(['breakpoint']);
  });

  it('when the reader switched single keys off; the others stay', () => {
    settingsStore.setState({ singleKeys: false });
    for (const id of ['breakpoint', 'shortcuts', 'play', 'sequence', 'nextStep', 'toBreakpoint', 'palette'] as const)
      command(id);
    for (const key of ['b', '?', 'k', 'g', 's']) press(key);
    press(' ', { code: 'Space' });
    expect(done).toEqual([]);

    press('ArrowRight');
    press('F8');
    press('k', { ctrlKey: true });
    expect(done).toEqual(['nextStep', 'toBreakpoint', 'palette']);
  });

  it('by everything but the palette in a text field', () => {
    command('palette');
    press('k', { ctrlKey: true, on: put('<input data-here>') });
    expect(done).toEqual(['palette']);
  });
});
