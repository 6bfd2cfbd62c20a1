import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#sim/trace/step.ts';
import { LogLine } from './LogLine.tsx';
import { lastWindow, movedWindow } from './window.ts';

interface LogListProps {
  /** Numbers of the steps to list, in order. */
  readonly numbers: readonly number[];
  readonly steps: readonly Step[];
  readonly say: (step: Step) => string;
  readonly cursor: number;
}

/** A list of any length of which a window is in the page; it follows the cursor to its end and moves as one scrolls. */
export function LogList({ numbers, steps, say, cursor }: LogListProps) {
  const { t } = useTranslation('inspector');
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<{ readonly step: number; readonly top: number } | null>(null);
  const [kept, setKept] = useState({ numbers, window: lastWindow(numbers.length) });
  const shown = kept.numbers === numbers ? kept : { numbers, window: lastWindow(numbers.length) };
  if (shown !== kept) setKept(shown);

  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [numbers]);

  useLayoutEffect(() => {
    const line = anchor.current && lineOf(box.current, anchor.current.step);
    if (line && box.current && anchor.current) box.current.scrollTop += line.offsetTop - anchor.current.top;
    anchor.current = null;
  }, [shown.window]);

  const onScroll = () => {
    const element = box.current;
    if (element === null) return;
    const window = movedWindow(shown.window, numbers.length, element);
    if (window === shown.window) return;
    const step = numbers[Math.max(window.start, shown.window.start)];
    const line = step === undefined ? null : lineOf(element, step);
    if (step !== undefined && line !== null) anchor.current = { step, top: line.offsetTop };
    setKept({ numbers, window });
  };

  return (
    <div ref={box} onScroll={onScroll} className="relative min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]">
      <ol aria-label={t('log.label')} className="m-0 list-none p-0" onKeyDown={moveFocus}>
        {numbers.slice(shown.window.start, shown.window.end).map((number) => {
          const step = steps[number - 1];
          return step === undefined ? null : (
            <LogLine key={number} step={step} sentence={say(step)} here={number === cursor} />
          );
        })}
      </ol>
    </div>
  );
}

const lineOf = (box: HTMLElement | null, step: number): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-step="${String(step)}"]`) ?? null;

/** Up and down walk the lines, so that Tab need not. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const line = event.target instanceof Element ? event.target.closest('li') : null;
  const next =
    event.key === 'ArrowDown'
      ? line?.nextElementSibling
      : event.key === 'ArrowUp'
        ? line?.previousElementSibling
        : undefined;
  const button = next?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}
