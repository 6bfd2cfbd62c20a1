import { pathOf } from '../frame/address.ts';
import { encodeLink } from './encode-link.ts';
import type { LinkState } from './link-state.ts';

/** Browsers forbid more than a few changes of the address in a second; a reader who scrubs makes sixty. */
const QUIET_MS = 250;
const KEY = 'sagascope.here';

/** The last address this tab wrote, so that a reload is not taken for a stranger's link. */
let written = readHere();

function readHere(): string {
  try {
    return window.sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Whether an address carries a run that did not come from this tab: what gets the badge "from a shared link". */
export function isFromElsewhere(hash: string, ownLinks: readonly string[]): boolean {
  return hash.includes('?') && hash !== written && !ownLinks.includes(hash);
}

export interface AddressWriter {
  /** Soon, and only the last of several. */
  readonly write: (state: LinkState) => void;
  /** Writes nothing more. */
  readonly stop: () => void;
}

/** Keeps the address at the run on screen, without a new entry in the history. `onWritten` hears each address. */
export function createAddressWriter(onWritten: (hash: string) => void = () => undefined): AddressWriter {
  const place = pathOf(window.location.hash);
  let timer: number | undefined;
  let stopped = false;
  const put = async (state: LinkState) => {
    const hash = await encodeLink(state);
    if (stopped || pathOf(window.location.hash) !== place) return;
    window.history.replaceState(null, '', hash);
    written = hash;
    try {
      window.sessionStorage.setItem(KEY, hash);
    } catch {
      /* A full or forbidden store costs the badge its memory, nothing else. */
    }
    onWritten(hash);
  };
  return {
    write: (state) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void put(state), QUIET_MS);
    },
    stop: () => {
      stopped = true;
      window.clearTimeout(timer);
    },
  };
}
