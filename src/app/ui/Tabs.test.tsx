// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Tabs } from './Tabs.tsx';

afterEach(cleanup);

function Three() {
  const [selected, setSelected] = useState<'a' | 'b' | 'c'>('a');
  return (
    <Tabs
      label="Letters"
      selected={selected}
      onSelect={setSelected}
      tabs={(['a', 'b', 'c'] as const).map((id) => ({ id, label: id.toUpperCase(), panel: `panel ${id}` }))}
    />
  );
}
const tab = (name: string) => screen.getByRole('tab', { name });

it('opens the tab that is pressed, and shows its panel under its name', () => {
  render(<Three />);
  fireEvent.click(tab('B'));

  expect(tab('B').getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('tabpanel', { name: 'B' }).textContent).toBe('panel b');
  expect(tab('B').getAttribute('aria-controls')).toBe(screen.getByRole('tabpanel').id);
});

it('is one stop of Tab, and the arrows walk around in it', () => {
  render(<Three />);
  expect([tab('A'), tab('B'), tab('C')].map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);

  for (const [key, open] of [
    ['ArrowLeft', 'C'],
    ['ArrowRight', 'A'],
    ['End', 'C'],
    ['Home', 'A'],
  ] as const) {
    fireEvent.keyDown(screen.getByRole('tab', { selected: true }), { key });
    expect(document.activeElement).toBe(tab(open));
  }
});
