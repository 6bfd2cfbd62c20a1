// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { InlineCode } from './InlineCode.tsx';

afterEach(cleanup);

const html = (text: string) =>
  render(
    <p>
      <InlineCode text={text} />
    </p>,
  ).container.innerHTML;

it('makes code of what stands between backticks, and text of everything else', () => {
  expect(html('Only `orders` knows.')).toBe('<p>Only <code>orders</code> knows.</p>');
});

it('never makes anything else of a stranger’s sentence', () => {
  expect(html('<img src=x onerror=alert(1)> `<script>` [a](javascript:b)')).toBe(
    '<p>&lt;img src=x onerror=alert(1)&gt; <code>&lt;script&gt;</code> [a](javascript:b)</p>',
  );
});

it('leaves a lone backtick alone', () => {
  expect(html('a ` b')).toBe('<p>a ` b</p>');
});
