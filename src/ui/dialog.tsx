import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';

interface WindowProps {
  title: string;
  isOpen?: boolean;
  onClose: () => void;
  /** The ways out, in sight however long what stands above them is. */
  foot: ReactNode;
  children: ReactNode;
}

/** Stands over the screen. Escape and a press outside close it; focus returns where it was. */
export function Window({ title, isOpen = true, onClose, foot, children }: WindowProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-50 flex items-end justify-center bg-ink/50 p-2 sm:items-center sm:p-6"
    >
      <Modal className="max-h-[92dvh] w-full max-w-xl overflow-y-auto rounded-card bg-card px-5 pt-5 sm:px-7 sm:pt-7">
        <AriaDialog className="flex flex-col gap-5 outline-none">
          <Heading slot="title" className="text-xl font-bold">
            {title}
          </Heading>
          {children}
          <div className="sticky bottom-0 -mx-5 flex flex-wrap gap-3 border-t border-line bg-card px-5 py-4 sm:-mx-7 sm:px-7">{foot}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DecisionProps {
  title: string;
  isOpen?: boolean;
  onClose: () => void;
  /** The words of the two ways out. */
  decide: string;
  cancel: string;
  onDecide: () => unknown;
  children: ReactNode;
}

/** Asks for one decision. */
export function Decision({ decide, cancel, onDecide, ...window }: DecisionProps) {
  return (
    <Window
      {...window}
      foot={
        <>
          <Button look="main" onPress={onDecide}>
            {decide}
          </Button>
          <Button onPress={window.onClose}>{cancel}</Button>
        </>
      }
    />
  );
}
