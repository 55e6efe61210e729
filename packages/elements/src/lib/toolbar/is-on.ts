/** What is about to be on is on for whoever wants it off. */
export function isOn(status: string): boolean {
  return status === 'on' || status === 'starting'
}
