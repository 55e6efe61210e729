import { createContext } from '@lit/context'
import type { Room } from '@ot-room/room'
import type { Preview } from '@ot-room/room/preview'
import type { View } from '../view/view.ts'
import type { LobbyStrings } from '../strings/lobby-en.ts'

// By shared symbols: parts from another copy of this package find the room all the same.

/** The room that an `<ot-room>` hands to its parts. */
export const roomContext = createContext<Room | undefined>(Symbol.for('ot-room.room'))

/** The visitor's devices before joining. */
export const previewContext = createContext<Preview | undefined>(Symbol.for('ot-room.preview'))

/** The words to use; those of a call may come later. */
export const stringsContext = createContext<LobbyStrings>(Symbol.for('ot-room.strings'))

/** How the visitor likes to see the call. */
export const viewContext = createContext<View | undefined>(Symbol.for('ot-room.view'))
