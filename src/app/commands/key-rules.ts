import { isSingleKey } from './key-map.ts';

const TEXT = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), .cm-editor';
const PICK = 'input[type="radio"], input[type="checkbox"], input[type="button"], input[type="file"]';
const OWN_KEYS =
  '[role="slider"], [role="tablist"], [role="menu"], [role="menubar"], [role="grid"], [role="treegrid"], [role="tree"], [role="listbox"], [role="combobox"], [role="spinbutton"], [role="separator"][tabindex], .react-flow__node.selected';
const PRESSED = 'a[href], button, summary, [role="button"], [role="link"], [role="switch"], input, video, audio';
const PICKING_KEYS: readonly string[] = [
  'Space',
  'ArrowRight',
  'ArrowLeft',
  'Home',
  'End',
  'Shift+ArrowRight',
  'Shift+ArrowLeft',
];

/**
 * Whether a key pressed on an element is ours to act on. Text fields, the controls that move with keys of their own, open dialogs
 * and a selected node of the graph keep theirs; Space belongs to whatever it would press.
 */
export function mayAct(keys: string, target: EventTarget | null, singleKeys: boolean): boolean {
  if (isSingleKey(keys) && !singleKeys) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest('[role="dialog"], [role="alertdialog"], dialog[open]') !== null) return false;
  if (target.closest(OWN_KEYS) !== null) return false;
  if (target.matches(PICK)) return !PICKING_KEYS.includes(keys);
  if (target.closest(TEXT) !== null) return false;
  return keys !== 'Space' || target.closest(PRESSED) === null;
}
