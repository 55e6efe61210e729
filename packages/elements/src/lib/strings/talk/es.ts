import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Spanish. */
export const es: TalkStrings = {
  chat: 'Chat',
  chatEmpty: 'Aún no hay mensajes',
  chatHint: 'Todos en la sala leen lo que usted escribe.',
  chatField: 'Mensaje para todos',
  send: 'Enviar',
  unread: (count: number) =>
    plural('es', count, {
      one: `${count} mensaje nuevo`,
      many: `${count} de mensajes nuevos`,
      other: `${count} mensajes nuevos`,
    }),
  saidMessage: (name: string, text: string) => `${name} escribe: ${text}`,
  peopleHeading: 'Personas',
  raiseHand: 'Levantar la mano',
  lowerHand: 'Bajar la mano',
  handUp: 'mano levantada',
  saidHand: (name: string) => `${name} ha levantado la mano`,
  reactions: 'Reacciones',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Pulgar arriba',
    '👏': 'Aplauso',
    '❤️': 'Corazón',
    '😂': 'Risa',
    '😮': 'Sorpresa',
    '🎉': 'Confeti',
  },
  muteOne: (name: string) => `Silenciar a ${name}`,
  muteOthers: 'Silenciar a todos los demás',
  remove: 'Retirar',
  removeOne: (name: string) => `Retirar a ${name}`,
  removeQuestion: (name: string) => `¿Retirar a ${name} de la sala?`,
  ban: 'Retirar y vetar',
  end: 'Terminar para todos',
  endQuestion: '¿Terminar la llamada para todos?',
  record: 'Grabar',
  stopRecording: 'Detener la grabación',
  recording: 'Grabando',
  recordingBegan: 'Esta llamada se está grabando.',
  recordingEnded: 'La grabación ha terminado.',
}
