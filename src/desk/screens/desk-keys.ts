import type { KeyboardEvent } from 'react';

interface DeskKeys {
  onSave: () => void;
  onSearch: () => void;
}
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=radio], [type=checkbox])');

/** Keys of the whole form: Ctrl+Enter records, from anywhere in it; `/` searches, unless one is writing. */
export function deskKeys({ onSave, onSearch }: DeskKeys) {
  return (event: KeyboardEvent): void => {
    const key =
      event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        ? 'save'
        : event.key === '/' && !isTyping(event.target)
          ? 'search'
          : undefined;
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'save') onSave();
    else onSearch();
  };
}
