import { useStore } from 'zustand';
import { announcements, type Urgency } from './announcer.ts';

/** The two places a screen reader listens to. Always in the page, mostly empty. */
export function LiveRegions() {
  return (
    <div className="sr-only">
      <Region urgency="polite" />
      <Region urgency="assertive" />
    </div>
  );
}

function Region({ urgency }: { readonly urgency: Urgency }) {
  const { text, turn } = useStore(announcements, (said) => said[urgency]);
  return (
    <div role={urgency === 'assertive' ? 'alert' : 'status'} aria-live={urgency} aria-atomic="true">
      {/* Said again, the same words differ by a space no one hears. */}
      {turn % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  );
}
