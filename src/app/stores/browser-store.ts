/** What the page keeps in the browser. All of it may be missing: storage can be full, forbidden or made by another version. */

/** The value kept under a key, or null when there is none or the guard does not know it. */
export function readKept<Value>(key: string, isValue: (value: unknown) => value is Value): Value | null {
  try {
    const text = window.localStorage.getItem(key);
    if (text === null) return null;
    const value: unknown = JSON.parse(text);
    return isValue(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps a value; a browser that refuses loses nothing but the memory. */
export function keep(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    /* Private windows and full disks refuse. */
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
