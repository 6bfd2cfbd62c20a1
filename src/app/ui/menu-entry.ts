/** A line of a menu: what it is called, and what choosing it does. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly hotkey?: string | undefined;
  readonly run: () => void;
}
