import { randomUUID } from 'node:crypto'

/** Makes ids in the form of UUIDs that never repeat: a random beginning and a count. */
export function transactionIds(): () => string {
  const beginning = randomUUID().slice(0, 24)
  let count = 0
  return () => beginning + String(++count).padStart(12, '0')
}
