import type { ComponentType } from 'react';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { letterTexts } from './messages/index.ts';

/** A screen with the words of letters. */
export function withLetterTexts(Screen: ComponentType): ComponentType {
  return () => (
    <RoomTexts catalogues={letterTexts}>
      <Screen />
    </RoomTexts>
  );
}
