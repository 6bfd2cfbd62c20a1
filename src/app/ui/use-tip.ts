import { type RefObject, useRef } from 'react';

const GAP = 6;
const EDGE = 8;

interface TipHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: { readonly key: string }) => void;
}

/** Between its owner and the edge of the screen: below, or above where there is no room. */
function place(tip: HTMLElement, owner: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = tip;
  const left = owner.left + owner.width / 2 - width / 2;
  const below = owner.bottom + GAP;
  const fits = below + height <= window.innerHeight - EDGE;
  tip.style.left = `${String(Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE)))}px`;
  tip.style.top = `${String(fits ? below : owner.top - GAP - height)}px`;
}

/**
 * A tooltip in the browser's top layer, where nothing cuts it off. It comes with the pointer and with the keyboard's focus, stays
 * while the pointer is on it, and Esc sends it away (WCAG 1.4.13).
 */
export function useTip(): {
  readonly owner: RefObject<HTMLButtonElement | null>;
  readonly tip: RefObject<HTMLSpanElement | null>;
  readonly handlers: TipHandlers;
} {
  const owner = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const isOpen = () => tip.current?.matches(':popover-open') ?? false;
  const show = () => {
    if (tip.current === null || owner.current === null || isOpen()) return;
    tip.current.showPopover();
    place(tip.current, owner.current.getBoundingClientRect());
  };
  const hide = () => {
    if (isOpen()) tip.current?.hidePopover();
  };
  const handlers = {
    onPointerEnter: show,
    onPointerLeave: hide,
    onFocus: () => {
      if (owner.current?.matches(':focus-visible') === true) show();
    },
    onBlur: hide,
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key === 'Escape') hide();
    },
  };
  return { owner, tip, handlers };
}
