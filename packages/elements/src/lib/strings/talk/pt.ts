import { plural } from '../plural.ts'
import type { TalkStrings } from './en.ts'

/** Portuguese. */
export const pt: TalkStrings = {
  chat: 'Chat',
  chatEmpty: 'Nenhuma mensagem ainda',
  chatHint: 'Todos na sala leem o que você escreve.',
  chatField: 'Mensagem para todos',
  send: 'Enviar',
  unread: (count: number) =>
    plural('pt', count, {
      one: `${count} mensagem nova`,
      many: `${count} de mensagens novas`,
      other: `${count} mensagens novas`,
    }),
  saidMessage: (name: string, text: string) => `${name} escreve: ${text}`,
  peopleHeading: 'Pessoas',
  raiseHand: 'Levantar a mão',
  lowerHand: 'Baixar a mão',
  handUp: 'mão levantada',
  saidHand: (name: string) => `${name} levantou a mão`,
  reactions: 'Reações',
  saidReaction: (name: string, reaction: string) => `${name}: ${reaction}`,
  reactionNames: {
    '👍': 'Polegar para cima',
    '👏': 'Aplausos',
    '❤️': 'Coração',
    '😂': 'Risada',
    '😮': 'Surpresa',
    '🎉': 'Confete',
  },
  muteOne: (name: string) => `Silenciar ${name}`,
  muteOthers: 'Silenciar todos os outros',
  remove: 'Remover',
  removeOne: (name: string) => `Remover ${name}`,
  removeQuestion: (name: string) => `Remover ${name} da sala?`,
  ban: 'Remover e bloquear',
  end: 'Encerrar para todos',
  endQuestion: 'Encerrar a chamada para todos?',
  record: 'Gravar',
  stopRecording: 'Parar de gravar',
  recording: 'Gravando',
  recordingBegan: 'Esta chamada está sendo gravada.',
  recordingEnded: 'A gravação terminou.',
}
