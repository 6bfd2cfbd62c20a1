import type { Namespaces } from '../i18n/namespaces.ts';

export type MisconceptionId = keyof Namespaces['misconceptions'];

const LAST = 48;

/** `M01` to `M48`: what a wrong option of a lesson may give as its reason. */
export function isMisconception(id: string): id is MisconceptionId {
  const number = /^M(\d\d)$/u.exec(id)?.[1];
  return number !== undefined && Number(number) >= 1 && Number(number) <= LAST;
}
