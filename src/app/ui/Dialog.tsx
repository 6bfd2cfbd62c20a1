import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** A modal dialog that is open as long as it is rendered. Esc, the cross and a press outside close it; focus goes back where it was. */
export function Dialog({ title, closeLabel, onClose, width = 'narrow', children, footer }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-[rgb(11_14_19/55%)] p-4 sm:pt-[10vh]"
    >
      <Modal
        className={`w-full rounded-l border border-rule bg-raise shadow-pop ${width === 'wide' ? 'max-w-3xl' : 'max-w-lg'}`}
      >
        <AriaDialog className="flex flex-col outline-none">
          <header className="flex items-center justify-between gap-4 border-b border-hair py-2 pr-2 pl-4">
            <Heading slot="title" className="text-15">
              {title}
            </Heading>
            <IconButton icon="cross" label={closeLabel} onPress={onClose} />
          </header>
          <div className="p-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-hair px-4 py-3">{footer}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
