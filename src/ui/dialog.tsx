import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for one decision. Escape and a press outside close it; focus returns where it was. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-50 flex items-end justify-center bg-ink/50 p-2 sm:items-center sm:p-6"
    >
      <Modal className="max-h-[92dvh] w-full max-w-xl overflow-y-auto rounded-card bg-card p-5 sm:p-7">
        <AriaDialog className="flex flex-col gap-5 outline-none">
          <Heading slot="title" className="text-xl font-bold">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
