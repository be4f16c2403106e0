/** A panel over the page that holds the focus until it is closed: from below on a phone, in the middle otherwise. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useLanguage } from './language.tsx';

export function Sheet({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const { words } = useLanguage();
  return (
    <ModalOverlay className="sheet-back" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className="sheet">
        <Dialog className="sheet-inside">
          <header className="sheet-head">
            <Heading slot="title">{title}</Heading>
            <Button className="quiet-button" slot="close" aria-label={words.frame.close}>
              ✕
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
